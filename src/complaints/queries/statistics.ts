import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { Sector } from '../contract.ts';

/** From the first instant to before the last. */
export interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

interface Counted {
  readonly received: number;
  readonly open: number;
  readonly overdue: number;
  readonly answered: number;
  readonly withinTerm: number;
  readonly upheld: number;
  readonly partly: number;
  readonly rejected: number;
  readonly settled: number;
  readonly annulled: number;
  readonly meanDays: number | null;
}

const answeredIn = ({ from, until }: Period) => sql`answered_at >= ${from} and answered_at < ${until}`;
const receivedIn = ({ from, until }: Period) => sql`received_at >= ${from} and received_at < ${until}`;
/** Days of the calendar, with their fraction, from receiving to answering. */
const meanDays = (period: Period) => sql`(avg(extract(epoch from answered_at - received_at) / 86400) filter (where ${answeredIn(period)}))::float8`;

/** What happened in a period, and what was open at its end. What was annulled counts nowhere but there. */
export const countedIn = async (reader: Reader, period: Period): Promise<Counted> => {
  const answered = answeredIn(period);
  const stood = sql`received_at < ${period.until} and (answered_at is null or answered_at >= ${period.until})`;
  const { rows } = await sql<Counted>`
    select (count(*) filter (where annulled_at is null and ${receivedIn(period)}))::int as received,
      (count(*) filter (where annulled_at is null and ${stood}))::int as open,
      (count(*) filter (where annulled_at is null and ${stood} and due_at <= ${period.until}))::int as overdue,
      (count(*) filter (where ${answered}))::int as answered,
      (count(*) filter (where ${answered} and answered_at <= due_at))::int as "withinTerm",
      (count(*) filter (where ${answered} and outcome = 'upheld'))::int as upheld,
      (count(*) filter (where ${answered} and outcome = 'partly'))::int as partly,
      (count(*) filter (where ${answered} and outcome = 'rejected'))::int as rejected,
      (count(*) filter (where ${answered} and outcome = 'settled'))::int as settled,
      (count(*) filter (where annulled_at >= ${period.from} and annulled_at < ${period.until}))::int as annulled,
      ${meanDays(period)} as "meanDays"
    from complaints`.execute(reader);
  return rows[0]!;
};

export const bySector = async (reader: Reader, period: Period) => {
  const answered = answeredIn(period);
  const { rows } = await sql<{ sector: Sector; received: number; answered: number; withinTerm: number; meanDays: number | null }>`
    select t.sector, (count(*) filter (where ${receivedIn(period)}))::int as received, (count(*) filter (where ${answered}))::int as answered,
      (count(*) filter (where ${answered} and answered_at <= due_at))::int as "withinTerm", ${meanDays(period)} as "meanDays"
    from complaints join complaint_terms t on t.id = term_id where annulled_at is null and ((${receivedIn(period)}) or (${answered})) group by t.sector order by 2 desc, 1`.execute(reader);
  return rows;
};

const longestList = 50;

export const byTopic = async (reader: Reader, period: Period) => {
  const { rows } = await sql<{ topic: string; received: number }>`
    select min(topic) as topic, count(*)::int as received from complaints where annulled_at is null and ${receivedIn(period)} group by lower(topic) order by 2 desc, 1 limit ${longestList}`.execute(reader);
  return rows;
};

/** What was said in the period, of complaints that stand and by entries that do. */
export const saidIn = async (reader: Reader, { from, until }: Period): Promise<{ paidCents: number; interims: number; escalated: number }> => {
  const { rows } = await sql<{ paidCents: number; interims: number; escalated: number }>`
    select coalesce(sum((e.data ->> 'cents')::bigint) filter (where e.kind = 'paid'), 0)::float8 as "paidCents",
      (count(*) filter (where e.kind = 'interim_sent'))::int as interims, (count(*) filter (where e.kind = 'escalated'))::int as escalated
    from complaint_entries e join complaints c on c.id = e.complaint_id
    where e.kind in ('paid', 'interim_sent', 'escalated') and e.at >= ${from} and e.at < ${until} and c.annulled_at is null
      and not exists (select from complaint_entries w where w.complaint_id = e.complaint_id and w.kind = 'withdrawn' and w.data ->> 'entryId' = e.id::text)`.execute(reader);
  return rows[0] ?? { paidCents: 0, interims: 0, escalated: 0 };
};
