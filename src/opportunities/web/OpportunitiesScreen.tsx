import { useState } from 'react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import css from './Opportunities.module.css';
import { useRead } from '#app/web/client.ts';
import { sayCents } from '#base/cents.ts';
import { Moment } from '#calendar/web/Moment.tsx';
import { useMe } from '#people/web/me.ts';
import { Button } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { LateDrawer } from '#ui/Late.tsx';
import { Page } from '#ui/Page.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { listOpportunities, type OpportunityView } from '../contract.ts';
import { Figures } from './Figures.tsx';
import { OpportunityDetail } from './OpportunityDetail.tsx';
import { RoutesDialog } from './RoutesDialog.tsx';
import { sayState } from './say.ts';
import { screenTexts } from './screen-texts.ts';
import { opportunityTexts } from './texts.ts';

const nameOf = ({ customer, words }: OpportunityView): string => customer?.company ?? customer?.name ?? words.slice(0, 60);

function Item({ one }: { one: OpportunityView }) {
  const words = useTexts(opportunityTexts);
  const { language } = useLanguage();
  const { words: state, tone } = sayState(one, words);
  const cents = one.wonCents ?? one.valueCents;
  const isOpen = one.outcomeAt === null;
  return (
    <li className={css.item} data-late={one.isLate}>
      <div className={css.head}>
        <Link to={`/opportunities/${one.id}`}>{nameOf(one)}</Link>
        <Pill tone={tone}>{isOpen ? <Moment at={one.dueAt} by as="short" /> : state}</Pill>
      </div>
      <p className={css.words}>{one.words}</p>
      <p className={css.about}>
        <span className="num">O-{one.number}</span> · {words.kinds[one.kind]} · {one.department.name}{cents !== null && <> · <span className="num">{sayCents(cents, language)}</span></>}
        {isOpen && one.takenBy !== null && <> · {words.has(one.takenBy)}</>}
      </p>
    </li>
  );
}

type ColumnKey = 'waiting' | 'taken' | 'settled';

function Column({ column, items, aside }: { column: ColumnKey; items: readonly OpportunityView[]; aside: string }) {
  const texts = useTexts(screenTexts);
  const id = `opportunities-${column}`;
  return (
    <section className={css.column} aria-labelledby={id}>
      <header><h2 id={id}>{texts.columns[column]}</h2><span className="small muted num">{aside}</span></header>
      {items.length === 0 ? <p className="small muted">{texts.none[column]}</p> : <ul className={css.items}>{items.map((one) => <Item key={one.id} one={one} />)}</ul>}
    </section>
  );
}

const columnOf = ({ state, outcomeAt }: OpportunityView): ColumnKey => (outcomeAt !== null ? 'settled' : state === 'taken' ? 'taken' : 'waiting');

/** What waits for a department, what somebody has, what came of the rest; each with what it is worth. One opens at the side, by its address. */
export function OpportunitiesScreen() {
  const texts = useTexts(screenTexts);
  const { language } = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const { opportunityId } = useParams({ strict: false }) as { opportunityId?: string };
  const [routing, setRouting] = useState(false);
  const list = useRead(listOpportunities, undefined, { watches: ['opportunity'] });
  const opened = list.data?.items.find(({ id }) => id === opportunityId);
  const close = () => void navigate({ to: '/opportunities' });
  const acts = me?.may.lead || me?.may.administer ? <Button onClick={() => setRouting(true)}>{texts.routes}</Button> : null;
  return (
    <Page title={texts.title} lead={texts.lead} acts={acts}>
      <Figures />
      <Ready of={list}>
        {({ items, sums, isWhole }) => {
          const of = (column: ColumnKey) => items.filter((one) => columnOf(one) === column);
          if (items.length === 0) return <Empty title={texts.empty.title}>{texts.empty.words}</Empty>;
          return (
            <>
              {sums.late > 0 && <p role="status"><Pill tone="hot">{texts.late(sums.late)}</Pill></p>}
              <div className={css.columns}>
                <Column column="waiting" items={of('waiting')} aside={texts.sum(sums.waiting, sayCents(sums.waitingCents, language))} />
                <Column column="taken" items={of('taken')} aside={texts.sum(sums.taken, sayCents(sums.takenCents, language))} />
                <Column column="settled" items={of('settled')} aside={texts.settledAbout} />
              </div>
              {!isWhole && <p className="small muted">{texts.more}</p>}
            </>
          );
        }}
      </Ready>
      <LateDrawer open={opportunityId !== undefined} onClose={close} title={opened === undefined ? texts.title : nameOf(opened)}>
        {opportunityId !== undefined && <OpportunityDetail key={opportunityId} id={opportunityId} />}
      </LateDrawer>
      {routing && <RoutesDialog onClose={() => setRouting(false)} />}
    </Page>
  );
}
