import { useCallback, useMemo, useRef, useState, type UIEvent } from 'react';
import css from './CaseList.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { useReachable } from '#app/web/network.ts';
import { takeCharge } from '#cases/contract.ts';
import { Button } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { ListRow } from '#ui/ListRow.tsx';
import { useNow } from '#ui/now.ts';
import { Pill } from '#ui/Pill.tsx';
import { Empty, Loading, Refused } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { VirtualList } from '#ui/VirtualList.tsx';
import { caseList, caseOrder, type CaseList as List, type CaseOrder, type CaseRow } from '../contract.ts';
import { useDeskAddress, useGoOnDesk } from './address.ts';
import { useDeskCounts } from './counts.ts';
import { useCaseList } from './read-list.ts';
import { sayDetail, sayHeat, type Saying } from './row-words.ts';
import { steady } from './steady.ts';
import { listTexts } from './texts/list.ts';

const idOf = ({ id }: CaseRow): string => id;

function Head({ isAlone }: { isAlone: boolean }) {
  const texts = useTexts(listTexts);
  const { list, order } = useDeskAddress();
  const go = useGoOnDesk();
  const counts = useDeskCounts();
  const Title = isAlone ? 'h1' : 'h2';
  const counted: Partial<Record<List, { count: number; more: boolean }>> = counts ? { mine: counts.mine, standing_in: counts.standingIn, queue: counts.queue } : {};
  const say = (one: List): string => {
    const found = counted[one];
    return found && found.count > 0 ? `${texts.lists[one]} · ${found.count}${found.more ? '+' : ''}` : texts.lists[one];
  };
  return (
    <header className={css.head}>
      <Title className="unseen">{texts.lists[list]}</Title>
      <span className={css.choose}>
        <select className={css.which} aria-label={texts.which} value={list} onChange={(event) => go({ list: event.target.value as List })}>
          {caseList.options.map((one) => <option key={one} value={one}>{say(one)}</option>)}
        </select>
      </span>
      <span className={css.choose}>
        <select className={css.order} aria-label={texts.order} value={order} onChange={(event) => go({ order: event.target.value as CaseOrder })}>
          {caseOrder.options.map((one) => <option key={one} value={one}>{texts.orders[one]}</option>)}
        </select>
      </span>
    </header>
  );
}

function Row({ row, selected, saying, withOwner }: { row: CaseRow; selected: boolean; saying: Saying; withOwner: boolean }) {
  const heat = row.heat && sayHeat(row.heat, saying);
  return (
    <ListRow
      title={row.customer.name} about={row.subject} detail={sayDetail(row, saying, withOwner)} selected={selected}
      aside={heat && <Pill tone={heat.tone}>{heat.words}</Pill>}
    />
  );
}

function Nothing({ list }: { list: List }) {
  const { title, words, act } = useTexts(listTexts).empty[list];
  const go = useGoOnDesk();
  return <Empty title={title} action={act !== null && <Button look="primary" onClick={() => go({ list: 'queue', order: 'oldest', caseId: null })}>{act}</Button>}>{words}</Empty>;
}

/** The foot of the queue: takes the chosen case. Rows themselves hold nothing to press, so that the list stays one list. */
function TakeFoot({ row }: { row: CaseRow }) {
  const texts = useTexts(listTexts);
  const say = useToast();
  const take = useAct(takeCharge);
  const run = () => after(take.mutateAsync({ params: { id: row.id } }), () => say({ words: texts.taken(row.customer.name) }), (words) => words && say({ words }));
  return <div className={css.foot}><Button look="primary" wide keys="t" loading={take.isPending} onClick={run}>{`${texts.take}: ${row.customer.name}`}</Button></div>;
}

/** The list: who waits for what, the hottest first. It stands still while it is read in, and says what came meanwhile. */
export function CaseList() {
  const texts = useTexts(listTexts);
  const { language } = useLanguage();
  const now = useNow();
  const { list, order, caseId } = useDeskAddress();
  const go = useGoOnDesk();
  const reachable = useReachable();
  const { rows, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useCaseList(list, order);
  const key = `${list} ${order}`;
  // The order in which the rows stood when somebody began to read further down; null at the top, where the latest is shown.
  const [held, setHeld] = useState<{ key: string; ids: readonly string[] } | null>(null);
  const isHeld = held?.key === key;
  const { items, news } = useMemo(() => steady(rows, isHeld ? held.ids : null, idOf), [rows, held, isHeld]);
  const place = useRef<HTMLDivElement>(null);
  const saying = useMemo((): Saying => ({ texts, now, voice: { language } }), [texts, now, language]);
  const chosen = items.find(({ id }) => id === caseId);
  const toTop = () => {
    place.current?.querySelector('[role=listbox]')?.scrollTo({ top: 0 });
    setHeld(null);
  };
  const onScroll = ({ target }: UIEvent) => {
    const isDown = target instanceof HTMLElement && target.scrollTop > 8;
    if (isDown && !isHeld) setHeld({ key, ids: items.map(idOf) });
    if (!isDown && isHeld) setHeld(null);
  };
  const withOwner = list !== 'mine' && list !== 'queue';
  const drawRow = useCallback((row: CaseRow, selected: boolean) => <Row row={row} selected={selected} saying={saying} withOwner={withOwner} />, [saying, withOwner]);
  useShortcuts([{ keys: 'g', does: texts.show, run: toTop }], news > 0);
  const nearEnd = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  return (
    <section className={css.list} aria-label={texts.lists[list]}>
      <Head isAlone={caseId === null} />
      {news > 0 && <div className={css.news} role="status"><span>{texts.news(news)}</span><Button onClick={toTop}>{texts.show}</Button></div>}
      {error !== null && reachable && <Refused next={<Button onClick={() => void refetch()}>{texts.retry}</Button>}>{error.words ?? texts.failed}</Refused>}
      <div ref={place} className={css.rows} onScrollCapture={onScroll}>
        {isPending && (reachable || error === null) && <Loading rows={7} />}
        {!isPending && error === null && items.length === 0 && <Nothing list={list} />}
        {items.length > 0 && (
          <VirtualList
            key={key} label={texts.lists[list]} items={items} idOf={idOf} selected={caseId} leads
            onSelect={({ id }) => go({ caseId: id, part: null }, caseId !== null)} onOpen={() => document.getElementById('case')?.focus()} onNearEnd={nearEnd}
            row={drawRow}
          />
        )}
      </div>
      {isFetchingNextPage && <p className={css.more} role="status">{texts.more}</p>}
      {chosen?.owner === null && list === 'queue' && <TakeFoot row={chosen} />}
    </section>
  );
}
