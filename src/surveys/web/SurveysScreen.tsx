import { useState } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import css from './Surveys.module.css';
import { useAct, useRead } from '#app/web/client.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { useMe } from '#people/web/me.ts';
import { Button } from '#ui/Button.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Page } from '#ui/Page.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Empty, Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { listSurveys, writeSurvey, type SurveyRow } from '../contract.ts';
import { isScale, type ScaleKind } from '../rules.ts';
import { sayScores, sayShare, toneOf } from './say.ts';
import { templateKeys, templates, type TemplateKey } from './templates.ts';
import { surveysTexts } from './texts.ts';

/** The surveys, with what the last ninety days said. */
export function SurveysScreen() {
  const texts = useTexts(surveysTexts);
  const me = useMe();
  const [making, setMaking] = useState(false);
  const { data, error, refetch } = useRead(listSurveys, undefined, { watches: ['survey'] });
  const writes = me !== undefined && (me.may.lead || me.may.administer);
  useShortcuts(writes ? [{ keys: 'n', does: texts.add, run: () => setMaking(true) }] : []);
  const add = writes && <Button look="primary" keys="n" onClick={() => setMaking(true)}>{texts.add}</Button>;
  const dialog = making && <MakeSurvey onClose={() => setMaking(false)} />;
  if (data?.items.length === 0) return <><Empty screen title={texts.none} action={add}>{texts.noneAbout}</Empty>{dialog}</>;
  return (
    <Page title={texts.title} lead={texts.lead} acts={add}>
      <Problem of={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading rows={3} />}
      {data && <ul className={css.list} aria-label={texts.title}>{data.items.map((row) => <Row key={row.id} row={row} />)}</ul>}
      {dialog}
    </Page>
  );
}

function Row({ row }: { row: SurveyRow }) {
  const texts = useTexts(surveysTexts);
  const { language } = useLanguage();
  const said = sayScores(row.scores, language);
  const kinds = [...new Set(row.kinds)].filter((kind): kind is ScaleKind => isScale(kind));
  const ways = (['mail', 'page', 'link', 'widget'] as const).filter((way) => row.ways[way]).map((way) => texts.ways[way]);
  const { rate } = row.response;
  return (
    <li className={css.row}>
      <div className={css.words}>
        <span className={css.first}><Link to={`/surveys/${row.id}`}>{row.name}</Link><Pill tone={toneOf[row.state]}>{texts.states[row.state]}</Pill></span>
        <span className={css.about}>{ways.length === 0 ? texts.noWay : ways.join(' · ')}</span>
      </div>
      <dl className={css.figures}>
        {kinds.map((kind) => <div key={kind}><dt>{texts.scores[kind]}</dt><dd><b>{said[kind] ?? '–'}</b> <span className={css.about}>{said[kind] === null ? texts.answers(row.scores[kind].n) : texts.of(row.scores[kind].n)}</span></dd></div>)}
        <div><dt>{texts.rate}</dt><dd><b>{rate.share === null ? '–' : sayShare(rate.share, language)}</b></dd></div>
        <div><dt>{texts.low}</dt><dd><b>{row.lowBecameCases}</b></dd></div>
      </dl>
    </li>
  );
}

/** A name and what to begin with; the rest is changed on its page. */
function MakeSurvey({ onClose }: { onClose: () => void }) {
  const texts = useTexts(surveysTexts).make;
  const say = useToast();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [template, setTemplate] = useState<TemplateKey>('csat');
  const write = useAct(writeSurvey);
  const send = (): void =>
    write.mutate({ body: { name, content: structuredClone<(typeof templates)[TemplateKey]>(templates[template]), rule: { ways: { mail: true, page: false, link: false, widget: false } } } }, {
      onSuccess: ({ id }) => {
        say({ words: texts.made });
        onClose();
        void navigate({ to: `/surveys/${id}`, search: { part: 'questions' } });
      },
    });
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={name.trim() !== ''} pending={write.isPending} error={write.error}>
      <TextInput label={texts.name} description={texts.nameAbout} maxLength={120} value={name} onChange={(event) => setName(event.target.value)} error={write.error?.fields['name']} />
      <Select label={texts.template} value={template} onChange={(event) => setTemplate(templateKeys.find((key) => key === event.target.value) ?? 'csat')} choices={templateKeys.map((key) => ({ value: key, words: texts.templates[key] }))} />
    </FormDialog>
  );
}
