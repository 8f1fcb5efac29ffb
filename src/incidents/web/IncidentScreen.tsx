import { useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import css from './Incidents.module.css';
import { useAct, useRead } from '#app/web/client.ts';
import { Moment } from '#calendar/web/Moment.tsx';
import { useMe } from '#people/web/me.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Page } from '#ui/Page.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { publishIncident, readIncident, unpublishIncident, type IncidentView } from '../contract.ts';
import { ChangeIncident } from './IncidentForm.tsx';
import { Linked } from './Linked.tsx';
import { isLate, sayBoth, toneOf } from './say.ts';
import { Suggested } from './Suggested.tsx';
import { incidentTexts } from './texts.ts';
import { Updates } from './Updates.tsx';
import { WriteUpdate } from './WriteUpdate.tsx';

/** One incident: what is known, who was told and who was not, which cases belong to it and which look like it. */
export function IncidentScreen() {
  const texts = useTexts(incidentTexts);
  const { language } = useLanguage();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { data: incident, error, refetch } = useRead(readIncident, { params: { id } });
  const [doing, setDoing] = useState<'write' | 'change' | null>(null);
  const serves = useMe()?.may.serve ?? false;
  useShortcuts(serves && incident ? [{ keys: 'u', does: texts.write, run: () => setDoing('write') }] : []);
  const acts = incident && serves && (
    <>
      <Button onClick={() => setDoing('change')}>{texts.edit}</Button>
      <Publish incident={incident} />
      <Button look="primary" keys="u" onClick={() => setDoing('write')}>{texts.write}</Button>
    </>
  );
  const title = incident === undefined ? texts.title : `D-${incident.number} ${sayBoth(incident.title, language)}`;
  return (
    <Page title={title} back={<Link to="/incidents">← {texts.toList}</Link>} acts={acts}>
      <Problem of={error} onRetry={() => void refetch()} />
      {!incident && !error && <Loading shape="panel" rows={4} />}
      {incident && (
        <div className={css.body}>
          <About incident={incident} />
          {serves && incident.state !== 'resolved' && <Suggested incidentId={incident.id} />}
          <Updates incident={incident} serves={serves} />
          {serves && <Linked incident={incident} />}
        </div>
      )}
      {incident && doing === 'write' && <WriteUpdate incident={incident} onClose={() => setDoing(null)} />}
      {incident && doing === 'change' && <ChangeIncident incident={incident} onClose={() => setDoing(null)} />}
    </Page>
  );
}

function About({ incident }: { incident: IncidentView }) {
  const texts = useTexts(incidentTexts);
  const { language } = useLanguage();
  const now = useNow();
  const { words, nextUpdateDueAt, resolvedAt } = incident;
  const known = sayBoth(incident.known, language);
  return (
    <Panel title={texts.known} aside={<Pill tone={toneOf[incident.state]}>{texts.states[incident.state]}</Pill>}>
      {known !== '' && <p className={css.said}>{known}</p>}
      <dl className={css.facts}>
        <div><dt>{texts.cause}</dt><dd>{incident.department.name}</dd></div>
        <div><dt>{texts.began}</dt><dd><Moment at={incident.beganAt} as="label" /></dd></div>
        <div><dt>{texts.keptBy}</dt><dd>{incident.keeper.name}</dd></div>
        {nextUpdateDueAt !== null && <div><dt>{texts.nextUpdate}</dt><dd><Moment at={nextUpdateDueAt} as="label" /> {isLate(nextUpdateDueAt, now) && <Pill tone="boil">{texts.late}</Pill>}</dd></div>}
        {resolvedAt !== null && <div><dt>{texts.resolvedOn}</dt><dd><Moment at={resolvedAt} as="label" /></dd></div>}
        <div><dt>{texts.cases}</dt><dd>{texts.linkedCount(incident.linked)} · {texts.openCount(incident.open)}</dd></div>
        <div><dt>{texts.words}</dt><dd>{words.marked.length + words.learnt.length === 0 ? texts.noWords : words.marked.join(', ')}{words.learnt.length > 0 && <> <span className={css.about}>({texts.learnt}: {words.learnt.join(', ')})</span></>}</dd></div>
      </dl>
    </Panel>
  );
}

function Publish({ incident }: { incident: IncidentView }) {
  const texts = useTexts(incidentTexts);
  const say = useToast();
  const publish = useAct(publishIncident);
  const unpublish = useAct(unpublishIncident);
  const params = { id: incident.id };
  if (incident.publishedAt === null) return <Button loading={publish.isPending} onClick={() => publish.mutate({ params }, { onSuccess: () => say({ words: texts.published, undo: () => unpublish.mutate({ params }) }) })}>{texts.publish}</Button>;
  return (
    <>
      <a className={buttonClass({})} href="/api/status" target="_blank" rel="noreferrer">{texts.publicPage}</a>
      <Button loading={unpublish.isPending} onClick={() => unpublish.mutate({ params }, { onSuccess: () => say({ words: texts.unpublished, undo: () => publish.mutate({ params }) }) })}>{texts.unpublish}</Button>
    </>
  );
}
