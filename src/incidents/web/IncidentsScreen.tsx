import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Incidents.module.css';
import { useRead } from '#app/web/client.ts';
import { Moment } from '#calendar/web/Moment.tsx';
import { useMe } from '#people/web/me.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Page } from '#ui/Page.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Empty, Loading } from '#ui/states.tsx';
import { listIncidents, type IncidentRow } from '../contract.ts';
import { OpenIncident } from './IncidentForm.tsx';
import { isLate, sayBoth, toneOf } from './say.ts';
import { incidentTexts } from './texts.ts';

/** What is wrong now, the most urgent first, and what was lately. */
export function IncidentsScreen() {
  const texts = useTexts(incidentTexts);
  const me = useMe();
  const [opening, setOpening] = useState(false);
  const { data, error, refetch } = useRead(listIncidents, undefined, { watches: ['incident'] });
  const serves = me?.may.serve ?? false;
  useShortcuts(serves ? [{ keys: 'n', does: texts.open, run: () => setOpening(true) }] : []);
  const open = <Button look="primary" keys="n" onClick={() => setOpening(true)}>{texts.open}</Button>;
  const dialog = opening && <OpenIncident onClose={() => setOpening(false)} />;
  if (data?.items.length === 0) return <><Empty screen title={texts.none} action={serves && open}>{texts.noneAbout}</Empty>{dialog}</>;
  const going = (data?.items ?? []).filter(({ state }) => state !== 'resolved');
  const over = (data?.items ?? []).filter(({ state }) => state === 'resolved');
  return (
    <Page title={texts.title} lead={texts.lead} acts={<><a className={buttonClass({})} href="/api/status" target="_blank" rel="noreferrer">{texts.publicPage}</a>{serves && open}</>}>
      <Problem of={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading rows={4} />}
      <div className={css.groups}>
        {going.length > 0 && <Rows title={texts.openNow} id="going-on" rows={going} />}
        {over.length > 0 && <Rows title={texts.over} id="over" rows={over} />}
      </div>
      {dialog}
    </Page>
  );
}

function Rows({ title, id, rows }: { title: string; id: string; rows: readonly IncidentRow[] }) {
  return (
    <section className={css.group} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={css.list}>{rows.map((row) => <Row key={row.id} row={row} />)}</ul>
    </section>
  );
}

function Row({ row }: { row: IncidentRow }) {
  const texts = useTexts(incidentTexts);
  const { language } = useLanguage();
  const now = useNow();
  const counts = [texts.linkedCount(row.linked), ...(row.open > 0 ? [texts.openCount(row.open)] : []), ...(row.suggested > 0 ? [texts.suggestedCount(row.suggested)] : [])];
  return (
    <li className={css.row}>
      <div className={css.words}>
        <span className={css.first}><Link to={`/incidents/${row.id}`}>D-{row.number} {sayBoth(row.title, language)}</Link><Pill tone={toneOf[row.state]}>{texts.states[row.state]}</Pill>{row.publishedAt !== null && <Pill>{texts.shown}</Pill>}</span>
        <span className={css.about}>{row.department.name} · {texts.keeper(row.keeper.name)} · {counts.join(' · ')}</span>
      </div>
      <div className={css.acts}>
        {isLate(row.nextUpdateDueAt, now) && <Pill tone="boil">{texts.late}</Pill>}
        <span className="small muted">{row.nextUpdateDueAt !== null ? <>{texts.nextUpdate}: <Moment at={row.nextUpdateDueAt} as="label" /></> : row.resolvedAt !== null && <>{texts.resolvedOn}: <Moment at={row.resolvedAt} as="label" /></>}</span>
      </div>
    </li>
  );
}
