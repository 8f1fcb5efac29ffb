import { useState } from 'react';
import css from './RequestsScreen.module.css';
import { useRead } from '#app/web/client.ts';
import { departmentRoutes } from '#people/contract.ts';
import { useMe } from '#people/web/me.ts';
import { Drawer } from '#ui/Drawer.tsx';
import { Checkbox, Select } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Empty, Loading } from '#ui/states.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import { useTitle } from '#ui/title.ts';
import type { ListedRequest } from '../contract.ts';
import { BoardScreen } from './BoardScreen.tsx';
import { useIsNarrow } from './narrow.ts';
import { useRequests, type Wanted, type Which } from './read-requests.ts';
import { RequestDetail } from './RequestDetail.tsx';
import { RequestRow } from './RequestRow.tsx';
import { requestsTexts } from './texts.ts';

const drawRow = (request: ListedRequest, isSelected: boolean) => <RequestRow request={request} selected={isSelected} />;
const all: readonly Which[] = ['open', 'late', 'settled'];

/** What was asked of departments. Who works on cases sees all of it; everybody else the board of their own department. */
export function RequestsScreen() {
  const me = useMe();
  if (me === undefined) return <Loading rows={6} />;
  return me.may.serve ? <AllRequests /> : <BoardScreen />;
}

/** The latest first, what was said on each, and what to do. */
function AllRequests() {
  const texts = useTexts(requestsTexts);
  const [wanted, setWanted] = useState<Wanted>({ which: 'open', departmentId: null, mine: false });
  const [selected, setSelected] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const { items, open, late, isLoading, error, again, more } = useRequests(wanted);
  const narrow = useIsNarrow();
  useTitle(texts.title);
  const chosen = items.find(({ id }) => id === selected) ?? (narrow ? undefined : items[0]);
  return (
    <div className={css.screen}>
      <div className={css.side}>
        <header className={css.head}>
          <h1>{texts.title}</h1>
          <p className={css.lead}>{texts.lead}</p>
          {!isLoading && <p className={`${css.lead} num`} role="status">{texts.count(open, late)}</p>}
          <Filters wanted={wanted} onChange={setWanted} />
        </header>
        <div className={css.list}>
          {isLoading && !error && <Loading rows={6} />}
          <Problem of={error} onRetry={again} />
          {!isLoading && !error && items.length === 0 && <Empty title={texts.empty[wanted.which].title}>{texts.empty[wanted.which].words}</Empty>}
          {items.length > 0 && (
            <VirtualList
              label={texts.list} items={items} idOf={({ id }) => id} selected={chosen?.id ?? null} leads rowHeight={96}
              onSelect={({ id }) => setSelected(id)} onOpen={() => setOpen(true)} {...(more && { onNearEnd: more })}
              row={drawRow}
            />
          )}
        </div>
      </div>
      <div className={css.pane}>
        {!narrow && (chosen ? <RequestDetail key={chosen.id} request={chosen} acts /> : !isLoading && <Empty title={texts.choose.title}>{texts.choose.words}</Empty>)}
      </div>
      {narrow && chosen && (
        <Drawer open={isOpen} onClose={() => setOpen(false)} title={<span className="num">C-{chosen.case.number}</span>} from="bottom"><RequestDetail key={chosen.id} request={chosen} acts /></Drawer>
      )}
    </div>
  );
}

function Filters({ wanted, onChange }: { wanted: Wanted; onChange: (wanted: Wanted) => void }) {
  const texts = useTexts(requestsTexts);
  const { data: departments = [] } = useRead(departmentRoutes.list);
  return (
    <div className={css.filters}>
      <fieldset className={css.which}>
        <legend className="unseen">{texts.which}</legend>
        {all.map((which) => (
          <label key={which}>
            <input type="radio" name="which" value={which} checked={wanted.which === which} onChange={() => onChange({ ...wanted, which })} />
            {texts.tabs[which]}
          </label>
        ))}
      </fieldset>
      <Select
        label={texts.department} placeholder={texts.everyDepartment} value={wanted.departmentId ?? ''}
        choices={departments.filter(({ kind }) => kind !== 'service').map(({ id, name }) => ({ value: id, words: name }))}
        onChange={(event) => onChange({ ...wanted, departmentId: event.target.value === '' ? null : event.target.value })}
      />
      <Checkbox label={texts.mine} description={texts.mineWhy} checked={wanted.mine} onChange={(event) => onChange({ ...wanted, mine: event.target.checked })} />
    </div>
  );
}
