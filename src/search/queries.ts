import type pg from 'pg';
import type { FoundCase, FoundCustomer } from './contract.ts';
import { excerptOf, hitBegins, hitEnds } from './excerpt.ts';
import { beginningsOf, namesQuery, type Asked } from './rules.ts';

/** With more matches than this not all of them are ranked: reading and weighing a message costs some ten microseconds. */
const mostRanked = 2_500;
/** Then the latest are ranked, found among so many of the latest messages; and as many others, should the words be rare of late. */
const latestRanked = 600;
const latestSearched = 50_000;
/** A match loses half of its weight in so many days: what is asked for is mostly recent. */
const halfLifeDays = 180;

// One question in both forms in which words are stored. A phrase stays a phrase, a word that is left out is left out of each.
const asked = `select websearch_to_tsquery('italian', plain_letters($1)) || websearch_to_tsquery('english', plain_letters($1)) as question`;

// By the index of words, as they come: it knows no order, so with more matches than the limit nothing says which these are.
const byIndex = (limit: number): string => `select message_id, at, words from message_words, asked where words @@ question limit ${limit}`;
// By time, the latest first, over so many messages and not one more, however rare the words are among them. "Is true" keeps the
// planner from the index of words, which it would sort in full.
const byTime = `(select message_id, at, words from (select * from message_words order by at desc, message_id desc limit ${latestSearched}) latest
  where (words @@ (select question from asked)) is true limit ${latestRanked})
  union all (select * from (${byIndex(latestRanked)}) others)`;

const score = `ts_rank(words, (select question from asked)) * power(0.5::float8, greatest(extract(epoch from ($2::timestamptz - at)), 0)::float8 / ${86_400 * halfLifeDays})`;

// Too many are counted and not weighed: they are asked for again, the latest first.
const best = (candidates: string, most: number): string => `
  with asked as materialized (${asked}),
  candidates as materialized (${candidates}),
  counted as materialized (select count(*)::int as total from candidates),
  scored as (select message_id, ${score} as score from candidates where (select total from counted) <= ${most}),
  best as (select distinct on (m.case_id) m.case_id, s.message_id, s.score from scored s join messages m on m.id = s.message_id order by m.case_id, s.score desc, s.message_id desc)
  select best.message_id as "messageId", best.case_id as "caseId", counted.total from counted left join best on true order by best.score desc, best.message_id desc limit 500`;

export interface Ranked {
  readonly messageId: string;
  readonly caseId: string;
}

interface RankedRow {
  readonly messageId: string | null;
  readonly caseId: string | null;
  readonly total: number;
}

const rankedIn = (rows: readonly RankedRow[]): Ranked[] =>
  rows.flatMap(({ messageId, caseId }) => (messageId === null || caseId === null ? [] : [{ messageId, caseId }]));

/**
 * The best message of each case, the best case first, at most five hundred cases. `asOf` says how old is old: kept in the cursor, so
 * that the pages of one search fit together.
 */
export const rankedCases = async (pool: pg.Pool, words: string, asOf: Date): Promise<{ ranked: Ranked[]; isPartial: boolean }> => {
  const all = await pool.query<RankedRow>({ name: 'search_by_index', text: best(byIndex(mostRanked + 1), mostRanked), values: [words, asOf] });
  if ((all.rows[0]?.total ?? 0) <= mostRanked) return { ranked: rankedIn(all.rows), isPartial: false };
  const latest = await pool.query<RankedRow>({ name: 'search_by_time', text: best(byTime, 2 * latestRanked), values: [words, asOf] });
  return { ranked: rankedIn(latest.rows), isPartial: true };
};

const caseColumns = `c.id as "caseId", c.number, c.subject, c.status, c.last_activity_at as "lastActivityAt", c.customer_id as "customerId",
  cu.name as "customerName", o.name as "ownerName"`;
const withPeople = `join customers cu on cu.id = c.customer_id left join members o on o.id = c.owner_id`;

interface CaseRow {
  readonly caseId: string;
  readonly number: number;
  readonly subject: string;
  readonly status: string;
  readonly lastActivityAt: Date;
  readonly customerId: string;
  readonly customerName: string;
  readonly ownerName: string | null;
}

const foundCase = (row: CaseRow, by: FoundCase['by'], message: FoundCase['message']): FoundCase => ({
  caseId: row.caseId,
  number: row.number,
  subject: row.subject,
  customer: { id: row.customerId, name: row.customerName },
  status: row.status as FoundCase['status'],
  ownerName: row.ownerName,
  lastActivityAt: row.lastActivityAt.toISOString(),
  by,
  message,
});

export const caseByNumber = async (pool: pg.Pool, number: number): Promise<FoundCase | null> => {
  const { rows } = await pool.query<CaseRow>({ name: 'search_by_number', text: `select ${caseColumns} from cases c ${withPeople} where c.number = $1`, values: [number] });
  return rows[0] === undefined ? null : foundCase(rows[0], 'number', null);
};

// So much of a message is looked through for a place to show. Cutting an excerpt takes the stem of every word that it is given, some
// 2 ms for an ordinary mail, so it is given only what stands around the first word that begins like one of the question.
const excerptFrom = 20_000;
const before = 150;
const around = 600;

interface ShownRow extends CaseRow {
  readonly messageId: string;
  readonly at: Date;
  readonly direction: 'in' | 'out';
  readonly channel: string;
  readonly authorName: string;
  readonly marked: string;
  readonly original: string;
}

const shown = `
  with asked as materialized (${asked}),
  placed as materialized (select m.*, regexp_instr(plain_letters(left(m.text, ${excerptFrom})), plain_letters($3), 1, 1, 0, 'i') as place from messages m where m.id = any($2::uuid[])),
  windows as materialized (select *, case when place > 0 then substring(text from greatest(place - ${before}, 1) for ${around}) else left(text, ${excerptFrom}) end as seen from placed),
  cut as materialized (select *, ts_headline('italian', plain_letters(seen), (select question from asked),
    'StartSel=${hitBegins}, StopSel=${hitEnds}, MinWords=12, MaxWords=28, MaxFragments=0') as marked from windows)
  select ${caseColumns}, cut.id as "messageId", cut.at, cut.direction, cut.channel, cut.author_name as "authorName", cut.marked,
    substring(cut.seen from greatest(position(translate(cut.marked, '${hitBegins}${hitEnds}', '') in plain_letters(cut.seen)), 1) for length(translate(cut.marked, '${hitBegins}${hitEnds}', ''))) as original
  from cut join cases c on c.id = cut.case_id ${withPeople} order by array_position($2::uuid[], cut.id)`;

/** The rows of one page, with an excerpt each, in the order of `messageIds`. */
export const shownCases = async (pool: pg.Pool, words: string, messageIds: readonly string[]): Promise<FoundCase[]> => {
  if (messageIds.length === 0) return [];
  const { rows } = await pool.query<ShownRow>({ name: 'search_shown', text: shown, values: [words, messageIds, beginningsOf(words)] });
  return rows.map((row) =>
    foundCase(row, 'words', {
      id: row.messageId,
      at: row.at.toISOString(),
      direction: row.direction,
      channel: row.channel as 'email',
      authorName: row.authorName,
      excerpt: excerptOf(row.marked, row.original),
    }),
  );
};

const mostCustomers = 5;

const byPerson = `
  with people as (
    (select id from customers where $1 <> '' and to_tsvector('simple', plain_letters(name)) @@ to_tsquery('simple', plain_letters($1)) limit 50)
    union (select cu.id from companies co join customers cu on cu.company_id = co.id
      where $1 <> '' and to_tsvector('simple', plain_letters(co.name)) @@ to_tsquery('simple', plain_letters($1)) limit 50)
    union (select customer_id from identities where $2 <> '' and value like $2 limit 50))
  select cu.id, cu.name, co.name as company,
    (select value from identities i where i.customer_id = cu.id order by created_at limit 1) as identity,
    (select count(*) from cases c where c.customer_id = cu.id and c.status not in ('resolved', 'closed'))::int as "openCases"
  from people p join customers cu on cu.id = p.id left join companies co on co.id = cu.company_id
  order by "openCases" desc, cu.name limit ${mostCustomers}`;

/** Customers by the beginnings of their names, of their company's, of an address or of a number. */
export const customersAsked = async (pool: pg.Pool, { names, identity }: Asked): Promise<FoundCustomer[]> => {
  if (names.length === 0 && identity === null) return [];
  const beginning = identity === null ? '' : `${identity.replaceAll(/[\\%_]/gu, '\\$&')}%`;
  const { rows } = await pool.query<FoundCustomer>({ name: 'search_by_person', text: byPerson, values: [namesQuery(names), beginning] });
  return rows;
};
