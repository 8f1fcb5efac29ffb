import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Incidents.module.css';
import { useAct, useRead } from '#app/web/client.ts';
import { Moment } from '#calendar/web/Moment.tsx';
import { Button } from '#ui/Button.tsx';
import { Textarea } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { readUntold, stopTelling, takeUpdateBack, tellNow, type IncidentView, type UntoldReason, type UpdateView } from '../contract.ts';
import { sayBoth, toneOf } from './say.ts';
import { incidentTexts } from './texts.ts';

const countOf = (untold: UpdateView['untold']): number => Object.values(untold).reduce((sum, count) => sum + (count ?? 0), 0);

/** What everybody was told, the latest first, with whom it reached and whom not. */
export function Updates({ incident, serves }: { incident: IncidentView; serves: boolean }) {
  const texts = useTexts(incidentTexts);
  const latest = incident.updates.find(({ stage }) => stage !== 'waiting')?.id;
  return (
    <Panel title={texts.updates}>
      {incident.updates.length === 0 && <p className="muted">{texts.noUpdates}</p>}
      {incident.updates.map((update) => <Update key={update.id} update={update} incidentId={incident.id} serves={serves} isLatest={update.id === latest} />)}
    </Panel>
  );
}

interface UpdateProps {
  update: UpdateView;
  incidentId: string;
  serves: boolean;
  isLatest: boolean;
}

function Update({ update, incidentId, serves, isLatest }: UpdateProps) {
  const texts = useTexts(incidentTexts);
  const { language } = useLanguage();
  const [seeing, setSeeing] = useState(false);
  const say = useToast();
  const back = useAct(takeUpdateBack);
  const { told, onTheirWay } = update;
  const reached = told.it + told.en;
  const untold = countOf(update.untold);
  const takeBack = (): void => back.mutate({ params: { id: update.id } }, { onSuccess: () => say({ words: texts.writing.back }) });
  return (
    <article className={css.update}>
      <span className={css.first}>
        <Pill tone={toneOf[update.state]}>{texts.states[update.state]}</Pill><b>{update.writtenBy.name}</b> <span className={css.about}><Moment at={update.writtenAt} as="label" /></span>
        {update.stage === 'waiting' && serves && <><Pill>{texts.waiting}</Pill><Button loading={back.isPending} onClick={takeBack}>{texts.stop}</Button></>}
      </span>
      <Problem of={back.error} />
      <p className={css.said}>{sayBoth(update.texts, language)}</p>
      {update.nextUpdateAt !== null && <p className={css.about}>{texts.nextUpdate}: <Moment at={update.nextUpdateAt} as="label" /></p>}
      <div className={css.figures}>
        {onTheirWay > 0 && <progress className={css.progress} max={reached + onTheirWay} value={reached} aria-label={texts.onTheirWay(reached, reached + onTheirWay)} />}
        <p role="status">{onTheirWay > 0 ? texts.onTheirWay(reached, reached + onTheirWay) : <><b>{texts.told(reached)}</b> ({texts.split(told.it, told.en)})</>}{told.noted > 0 && ` · ${texts.noted(told.noted)}`}</p>
        {update.stage === 'sent' && untold === 0 && <p className={css.about}>{texts.everybody}</p>}
        {untold > 0 && <p><Pill tone="warm">{texts.notTold(untold)}</Pill> <span className={css.about}>{Object.entries(update.untold).map(([reason, count]) => `${texts.untold[reason as UntoldReason]}: ${count}`).join(' · ')}</span></p>}
      </div>
      {serves && (untold > 0 || onTheirWay > 0) && <div className={css.acts}>{untold > 0 && <Button aria-expanded={seeing} onClick={() => setSeeing(!seeing)}>{seeing ? texts.hide : texts.see}</Button>}</div>}
      {seeing && untold > 0 && <Untold update={update} incidentId={incidentId} mayTell={isLatest && update.stage !== 'waiting'} />}
    </article>
  );
}

/** Who was not told, and why; with one act they are, as far as they can be. */
function Untold({ update, incidentId, mayTell }: { update: UpdateView; incidentId: string; mayTell: boolean }) {
  const texts = useTexts(incidentTexts);
  const say = useToast();
  const [missing, setMissing] = useState('');
  const { data, error, refetch } = useRead(readUntold, { params: { id: update.id } }, { watches: [`incident:${incidentId}`] });
  const tell = useAct(tellNow);
  const stop = useAct(stopTelling);
  const items = data?.items ?? [];
  const lacking = update.texts.it === null ? 'it' : update.texts.en === null ? 'en' : null;
  const needsText = lacking !== null && items.some(({ reason, language }) => reason === 'language_missing' || language === lacking);
  const params = { id: update.id };
  const run = (): void => tell.mutate({ params, body: { caseIds: items.map(({ caseId }) => caseId), texts: lacking === null || missing.trim() === '' ? {} : { [lacking]: missing } } }, {
    onSuccess: ({ telling }) => {
      say({ words: texts.telling(telling), undo: () => stop.mutate({ params }, { onSuccess: () => say({ words: texts.undone }) }) });
      void refetch();
    },
  });
  return (
    <div className={css.group}>
      <Problem of={error ?? tell.error} onRetry={() => void refetch()} />
      {!data && !error && <Loading rows={2} />}
      {mayTell && needsText && lacking !== null && <Textarea label={texts.missingText[lacking]} lang={lacking} value={missing} maxLength={5_000} optional onChange={(event) => setMissing(event.target.value)} />}
      {mayTell && items.length > 0 && <div className={css.acts}><Button look="primary" loading={tell.isPending} onClick={run}>{texts.tellThese(items.length)}</Button></div>}
      <ul className={css.list} aria-label={texts.see}>
        {items.map((item) => (
          <li key={item.caseId} className={css.row}>
            <span className={css.first}><Link to={`/cases/${item.caseId}`}>C-{item.number} {item.customer.name}</Link></span>
            <span className={css.about}>{texts.untold[item.reason]} · {texts.languages[item.language]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
