import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Incidents.module.css';
import { useAct, useRead } from '#app/web/client.ts';
import { reopenCase, resolveCase } from '#cases/contract.ts';
import { useMe } from '#people/web/me.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { casesOfIncident, type CaseOfIncident, type IncidentView } from '../contract.ts';
import { useSorting } from './Suggested.tsx';
import { incidentTexts } from './texts.ts';

const shownAtFirst = 20;

/** Its cases: each with whoever has it. Once it is resolved, the reader's own that are still open stand first. */
export function Linked({ incident }: { incident: IncidentView }) {
  const texts = useTexts(incidentTexts);
  const me = useMe();
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useRead(casesOfIncident, { params: { id: incident.id }, query: { stands: 'linked' } });
  const sorting = useSorting(incident.id);
  const items = data?.items ?? [];
  const mine = incident.state === 'resolved' ? items.filter(({ owner, isOpen }) => isOpen && owner !== null && owner.id === me?.id) : [];
  const shown = all ? items : items.slice(0, shownAtFirst);
  return (
    <>
      {mine.length > 0 && (
        <Panel title={texts.mine} aside={<b className="num">{mine.length}</b>}>
          <p className="small muted">{texts.mineAbout}</p>
          <ul className={css.list}>{mine.map((item) => <Row key={item.caseId} item={item} act={<Resolve item={item} incident={incident} onDone={() => void refetch()} />} />)}</ul>
        </Panel>
      )}
      <Panel title={texts.cases} aside={data && <b className="num">{data.total}</b>}>
        <Problem of={error ?? sorting.error} onRetry={() => void refetch()} />
        {!data && !error && <Loading rows={3} />}
        {data && items.length === 0 && <p className="muted">{texts.noCases}</p>}
        {items.length > 0 && (
          <ul className={css.list}>
            {shown.map((item) => <Row key={item.caseId} item={item} act={<Button look="quiet" onClick={() => sorting.sortAs([item.caseId], 'dismissed', 'linked')}>{texts.unlink}<span className="unseen"> C-{item.number}</span></Button>} />)}
          </ul>
        )}
        {shown.length < items.length && <p><Button onClick={() => setAll(true)}>{texts.showAll(items.length - shown.length)}</Button></p>}
      </Panel>
    </>
  );
}

function Row({ item, act }: { item: CaseOfIncident; act: ReactNode }) {
  const texts = useTexts(incidentTexts);
  return (
    <li className={css.row}>
      <div className={css.words}>
        <span className={css.first}><Link to={`/cases/${item.caseId}`}>C-{item.number} {item.customer.name}</Link>{!item.isOpen && <Pill>{texts.isOver}</Pill>}</span>
        <span className={css.about}>{item.subject} · {item.owner?.name ?? texts.nobody}</span>
      </div>
      <div className={css.acts}>{act}</div>
    </li>
  );
}

function Resolve({ item, incident, onDone }: { item: CaseOfIncident; incident: IncidentView; onDone: () => void }) {
  const texts = useTexts(incidentTexts);
  const say = useToast();
  const resolve = useAct(resolveCase);
  const reopen = useAct(reopenCase);
  const params = { id: item.caseId };
  const run = (): void => resolve.mutate({ params, body: { reason: texts.resolveBecause(incident.number) } }, {
    onSuccess: () => {
      say({ words: texts.resolved, undo: () => reopen.mutate({ params }, { onSuccess: onDone }) });
      onDone();
    },
  });
  return <><Problem of={resolve.error} /><Button loading={resolve.isPending} onClick={run}>{texts.resolve}<span className="unseen"> C-{item.number}</span></Button></>;
}
