import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Complaints.module.css';
import { useRead } from '#app/web/client.ts';
import { sayFullDate } from '#calendar/words.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Page } from '#ui/Page.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import { When } from '#ui/When.tsx';
import { listComplaints, listing, type ComplaintRow, type Listing } from '../contract.ts';
import { complaintWords } from '../texts.ts';
import { Period } from './Period.tsx';
import { toneOf } from './say.ts';
import { registerTexts } from './texts.ts';

/** The register: what is open by its term, and what an authority asks of a period. */
export function ComplaintsScreen() {
  const texts = useTexts(registerTexts);
  const [list, setList] = useState<Listing>('open');
  const read = useRead(listComplaints, { query: { list } }, { watches: ['complaint', 'case'] });
  const counts = read.data?.counts;
  const tabs = listing.options.map((key) => ({
    key, words: texts.lists[key], ...(counts !== undefined && (key === 'open' || key === 'overdue') && { count: counts[key] }),
    children: (
      <Ready of={read}>
        {({ items, total }) => items.length === 0 ? <Empty title={texts.none[key].title}>{texts.none[key].words}</Empty> : (
          <>
            <ul className={css.list} aria-label={texts.lists[key]}>{items.map((row) => <Row key={row.id} row={row} />)}</ul>
            {items.length < total && <p className="small muted">{texts.shown(items.length, total)}</p>}
          </>
        )}
      </Ready>
    ),
  }));
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Tabs label={texts.choose} tabs={tabs} value={list} onChange={(key) => setList(listing.options.find((one) => one === key) ?? 'open')} />
      <div className={css.below}><Period /></div>
    </Page>
  );
}

function Row({ row }: { row: ComplaintRow }) {
  const texts = useTexts(registerTexts);
  const words = useTexts(complaintWords);
  const { language } = useLanguage();
  const who = row.onBehalfOf === null ? row.complainant : `${row.complainant}, ${texts.behalf(row.onBehalfOf)}`;
  return (
    <li className={css.row}>
      <div className={css.words}>
        <span className={css.first}><Link to={`/complaints/${row.id}`}>{row.label} {row.topic}</Link><Pill tone={toneOf(row)}>{row.outcome === null ? words.states[row.state] : words.outcomes[row.outcome]}</Pill>{row.severity === 'high' && <Pill tone="hot">{texts.severe}</Pill>}</span>
        <span className={css.about}>{who} · {words.sectors[row.sector]} · {row.responsible === null ? texts.nobody : texts.by(row.responsible.name)}</span>
      </div>
      <span className="small muted">
        {row.answeredAt !== null ? <>{texts.answeredOn} <When at={row.answeredAt} />, {row.withinTerm === true ? texts.inTime : texts.late}</>
          : row.isOverdue ? <Pill tone="boil">{texts.wasDue} {sayFullDate(row.dueOn, language)}</Pill>
          : row.state !== 'annulled' && <>{texts.dueBy} <span className="num">{sayFullDate(row.dueOn, language)}</span></>}
      </span>
    </li>
  );
}
