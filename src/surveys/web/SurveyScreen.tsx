import css from './Surveys.module.css';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAct, useRead } from '#app/web/client.ts';
import { useMe } from '#people/web/me.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Page } from '#ui/Page.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import { useToast } from '#ui/Toast.tsx';
import { readSurvey, startSurvey, stopSurvey, type SurveyView } from '../contract.ts';
import { QuestionsEditor } from './QuestionsEditor.tsx';
import { ResultsPart } from './ResultsPart.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { SaidPart } from './SaidPart.tsx';
import { toneOf } from './say.ts';
import { surveysTexts } from './texts.ts';

const parts = ['results', 'said', 'questions', 'rule'] as const;

/** One survey: what it says, in figures and in words, what it asks, and whom. The address holds which part is open. */
export function SurveyScreen() {
  const texts = useTexts(surveysTexts);
  const me = useMe();
  const navigate = useNavigate();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const search = useSearch({ strict: false }) as { part?: unknown };
  const survey = useRead(readSurvey, { params: { id } });
  const writes = me !== undefined && (me.may.lead || me.may.administer);
  const readsWords = me !== undefined && (me.may.serve || me.may.decide || me.may.readDigest);
  const open = parts.filter((part) => part !== 'said' || readsWords);
  const part = open.find((one) => one === search.part) ?? 'results';
  return (
    <Page title={survey.data?.name ?? texts.title} back={<Link to="/surveys">← {texts.toList}</Link>} acts={survey.data && <Running survey={survey.data} writes={writes} />}>
      <Ready of={survey} shape="panel" rows={4}>
        {(found) => {
          const contents = {
            results: <ResultsPart survey={found} exports={readsWords} />, said: <SaidPart survey={found} />,
            questions: <QuestionsEditor key={`${found.id} ${found.version}`} survey={found} writes={writes} />, rule: <RuleEditor key={found.id} survey={found} writes={writes} />,
          };
          return (
            <div className={css.parts}><Tabs
              label={texts.tabs.label}
              tabs={open.map((key) => ({ key, words: texts.tabs[key], children: contents[key] }))}
              value={part}
              onChange={(key) => void navigate({ to: `/surveys/${id}`, search: { part: key }, replace: true })}
            /></div>
          );
        }}
      </Ready>
    </Page>
  );
}

/** Whether it asks, and the one act that changes that. It is undone by its opposite. */
function Running({ survey, writes }: { survey: SurveyView; writes: boolean }) {
  const texts = useTexts(surveysTexts);
  const say = useToast();
  const [start, stop] = [useAct(startSurvey), useAct(stopSurvey)];
  const input = { params: { id: survey.id } };
  const runs = survey.state === 'running';
  return (
    <>
      <Pill tone={toneOf[survey.state]}>{texts.states[survey.state]}</Pill>
      {writes && runs && <Button loading={stop.isPending} onClick={() => stop.mutate(input, { onSuccess: () => say({ words: texts.stopped, undo: () => start.mutate(input) }) })}>{texts.stop}</Button>}
      {writes && !runs && <Button look="primary" loading={start.isPending} onClick={() => start.mutate(input, { onSuccess: () => say({ words: texts.started, undo: () => stop.mutate(input) }) })}>{texts.start}</Button>}
      <Problem of={start.error ?? stop.error} />
    </>
  );
}
