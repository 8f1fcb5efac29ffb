import type pg from 'pg';
import type { Instant } from '#base/clock.ts';

/** As far as a rail counts: beyond it the number says nothing more, and counting it would cost more with every case. */
export const countedTo = 99;

const upTo = (rows: string): string => `(select count(*)::int from (${rows} limit ${countedTo + 1}) counted)`;
const open = `c.status not in ('resolved', 'closed')`;
const requestOpen = 'r.answered_at is null and r.refused_at is null and r.withdrawn_at is null';

// Every count walks an index that holds only what waits, and stops at a hundred; none looks at a case that is done. The orders are
// there for the planner: without them it would rather read a whole table to find the first hundred.
const statement = `select
  ${upTo(`select 1 from cases c where ${open} and c.owner_id = $1`)} as mine,
  ${upTo(`select 1 from cases c where ${open} and c.owner_id in (select a.member_id from absences a where a.deputy_id = $1
    and a.withdrawn_at is null and a.starts_at <= $2 and a.ends_at > $2 union select m.id from members m where m.deputy_id = $1 and m.left_at is not null)`)} as "standingIn",
  ${upTo(`select 1 from cases c where ${open} and c.owner_id is null`)} as queue,
  ${upTo(`select 1 from cases c where ${open} and c.owner_id is null and c.claim_due_at <= $2 order by c.claim_due_at`)} as "queueLate",
  ${upTo(`select 1 from case_heat h join cases c on c.id = h.case_id where h.degrees >= $3 and ${open}`)} as boiling,
  ${upTo(`select 1 from requests r where ${requestOpen} order by r.due_at`)} as "requestsOpen",
  ${upTo(`select 1 from requests r where ${requestOpen} and r.due_at <= $2 and (r.questioned_at is null or r.questioned_at >= r.due_at) order by r.due_at`)} as "requestsLate",
  ${upTo(`select 1 from promises p join cases c on c.id = p.case_id where p.kept_at is null and p.broken_at is null and p.released_at is null and c.owner_id = $1
    and p.due_at < (select (date_trunc('day', $2 at time zone co.time_zone) + interval '1 day') at time zone co.time_zone from company co)`)} as "promisesToday",
  ${upTo(`select 1 from notices n where n.member_id = $1 and n.done_at is null`)} as notices,
  ${upTo(`select 1 from handovers ho where ho.to_id = $1 and ho.accepted_at is null and ho.declined_at is null and ho.withdrawn_at is null`)} as handovers`;

export type Counted = Readonly<
  Record<'mine' | 'standingIn' | 'queue' | 'queueLate' | 'boiling' | 'requestsOpen' | 'requestsLate' | 'promisesToday' | 'notices' | 'handovers', number>
>;

/** What waits for the member and for everybody, each up to a hundred. `boilingFrom`: the degrees from which a case counts as about to boil. */
export const countsFor = async (pool: pg.Pool, memberId: string, now: Instant, boilingFrom: number): Promise<Counted> => {
  const { rows } = await pool.query<Counted>({ name: 'desk_counts', text: statement, values: [memberId, now, boilingFrom] });
  const row = rows[0];
  if (row === undefined) throw new Error('Counting answered nothing.');
  return row;
};
