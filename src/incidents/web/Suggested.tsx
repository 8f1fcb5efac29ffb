import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Incidents.module.css';
import { useAct, useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { casesOfIncident, sortCases, type CaseOfIncident } from '../contract.ts';
import { incidentTexts } from './texts.ts';

/** So many are drawn at first; selecting all takes the others along. */
const shownAtFirst = 50;

/** Links or dismisses cases, and lets it be undone. */
export const useSorting = (incidentId: string) => {
  const texts = useTexts(incidentTexts);
  const say = useToast();
  const sort = useAct(sortCases);
  const back = useAct(sortCases);
  const params = { id: incidentId };
  const sortAs = (caseIds: readonly string[], stands: 'linked' | 'dismissed', before: 'suggested' | 'linked' = 'suggested'): void => {
    if (caseIds.length === 0) return;
    const undo = (): void => back.mutate({ params, body: { caseIds: [...caseIds], stands: before } }, { onSuccess: () => say({ words: texts.undone }) });
    sort.mutate({ params, body: { caseIds: [...caseIds], stands } }, {
      onSuccess: ({ sorted, leftOut }) => say({ words: `${texts[stands](sorted)}${leftOut > 0 ? texts.leftOut(leftOut) : ''}`, undo }),
    });
  };
  return { sortAs, isPending: sort.isPending, error: sort.error ?? back.error };
};

/** Cases that look like the incident, with the words that say so: l links, x dismisses, several with a selection. */
export function Suggested({ incidentId }: { incidentId: string }) {
  const texts = useTexts(incidentTexts);
  const { data, error, refetch } = useRead(casesOfIncident, { params: { id: incidentId }, query: { stands: 'suggested' } });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [place, setPlace] = useState(0);
  const [all, setAll] = useState(false);
  const sorting = useSorting(incidentId);
  const items = data?.items ?? [];
  const at = Math.min(place, items.length - 1);
  const chosen = items.filter(({ caseId }) => picked.has(caseId)).map(({ caseId }) => caseId);
  const pick = (caseId: string, on: boolean): void => setPicked(new Set(on ? [...picked, caseId] : [...picked].filter((one) => one !== caseId)));
  const current = items[at]?.caseId;
  useShortcuts([
    { keys: 'j', does: texts.next, run: () => setPlace(Math.min(at + 1, items.length - 1)) },
    { keys: 'k', does: texts.previous, run: () => setPlace(Math.max(at - 1, 0)) },
    { keys: 'l', does: texts.link, run: () => current !== undefined && sorting.sortAs([current], 'linked') },
    { keys: 'x', does: texts.dismiss, run: () => current !== undefined && sorting.sortAs([current], 'dismissed') },
    { keys: 's', does: texts.toggle, run: () => current !== undefined && pick(current, !picked.has(current)) },
  ], items.length > 0);
  const shown = all ? items : items.slice(0, shownAtFirst);
  return (
    <Panel title={texts.suggested} aside={data && data.total > 0 && <b className="num">{data.total}</b>}>
      <p className="small muted">{items.length === 0 && data ? texts.noneSuggested : texts.suggestedAbout}</p>
      <Problem of={error ?? sorting.error} onRetry={() => void refetch()} />
      {!data && !error && <Loading rows={3} />}
      {items.length > 0 && (
        <>
          <div className={css.bar}>
            <label className={css.checkLine}>
              <input type="checkbox" className={css.check} checked={chosen.length === items.length} onChange={(event) => setPicked(new Set(event.target.checked ? items.map(({ caseId }) => caseId) : []))} />
              {texts.selectAll(items.length)}
            </label>
            {chosen.length > 0 && <span className={css.acts}>
              <Button loading={sorting.isPending} onClick={() => sorting.sortAs(chosen, 'dismissed')}>{texts.dismissMany(chosen.length)}</Button>
              <Button look="primary" loading={sorting.isPending} onClick={() => sorting.sortAs(chosen, 'linked')}>{texts.linkMany(chosen.length)}</Button>
            </span>}
          </div>
          <ul className={css.list} aria-label={texts.suggested}>
            {shown.map((item, row) => <Row key={item.caseId} item={item} isAt={row === at} isPicked={picked.has(item.caseId)} onPick={pick} sortAs={sorting.sortAs} />)}
          </ul>
          {shown.length < items.length && <p><Button onClick={() => setAll(true)}>{texts.showAll(items.length - shown.length)}</Button></p>}
        </>
      )}
    </Panel>
  );
}

interface RowProps {
  item: CaseOfIncident;
  isAt: boolean;
  isPicked: boolean;
  onPick: (caseId: string, on: boolean) => void;
  sortAs: ReturnType<typeof useSorting>['sortAs'];
}

function Row({ item, isAt, isPicked, onPick, sortAs }: RowProps) {
  const texts = useTexts(incidentTexts);
  const why = [...(item.words.length > 0 ? [texts.says(item.words)] : []), ...(item.sameDepartment ? [texts.same] : []), texts.languages[item.language]];
  return (
    <li className={css.row} data-at={isAt} aria-current={isAt || undefined}>
      <div className={css.picked}>
        <input type="checkbox" className={css.check} aria-label={texts.select(item.number)} checked={isPicked} onChange={(event) => onPick(item.caseId, event.target.checked)} />
        <div className={css.words}>
          <span className={css.first}><Link to={`/cases/${item.caseId}`}>C-{item.number} {item.customer.name}</Link><span>{item.subject}</span></span>
          <span className={css.about}>{why.join(' · ')}</span>
        </div>
      </div>
      <div className={css.acts}>
        <Button {...(isAt && { keys: 'x' })} onClick={() => sortAs([item.caseId], 'dismissed')}>{texts.dismiss}<span className="unseen"> C-{item.number}</span></Button>
        <Button {...(isAt && { keys: 'l' })} onClick={() => sortAs([item.caseId], 'linked')}>{texts.link}<span className="unseen"> C-{item.number}</span></Button>
      </div>
    </li>
  );
}
