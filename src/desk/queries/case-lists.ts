import type pg from 'pg';
import type { Instant } from '#base/clock.ts';
import type { CaseList, CaseOrder, CaseRow } from '../contract.ts';

export const perPage = 50;

/**
 * Where a page ends: what its last row was ordered by, as text so that no digit of it is lost, and its id. `isCold`: in the stretch
 * of cases that have no heat, behind those that have.
 */
export interface Place {
  readonly key: string;
  readonly id: string;
  readonly isCold: boolean;
}

interface Asked {
  readonly list: CaseList;
  readonly order: CaseOrder;
  readonly memberId: string;
  readonly now: Instant;
  readonly after: Place | null;
}

const open = `c.status not in ('resolved', 'closed')`;

/** Whose owner is away now, or gone, and whose deputy the member is. */
const standsInFor = `(select a.member_id from absences a where a.deputy_id = $1 and a.withdrawn_at is null and a.starts_at <= $2 and a.ends_at > $2
  union select m.id from members m where m.deputy_id = $1 and m.left_at is not null)`;

const filters: Readonly<Record<CaseList, string>> = {
  mine: `${open} and c.owner_id = $1`,
  standing_in: `${open} and c.owner_id in ${standsInFor}`,
  queue: `${open} and c.owner_id is null`,
  open,
  waiting_customer: `c.status = 'waiting_customer'`,
  waiting_department: `c.status = 'waiting_department'`,
  waiting_third_party: `c.status = 'waiting_third_party'`,
  // A case that was merged away is a signpost; its matter is in the list of the case that lives on.
  done: `c.status in ('resolved', 'closed') and c.merged_into_id is null`,
};

interface Ordering {
  readonly from: string;
  readonly key: string;
  readonly type: 'timestamptz' | 'smallint';
  readonly descends: boolean;
  readonly idDescends: boolean;
  readonly id: string;
}

const byTime = (column: string, descends: boolean): Ordering => ({ from: 'cases c', key: `c.${column}`, type: 'timestamptz', descends, idDescends: descends, id: 'c.id' });
// "Offset 0" keeps the planner from joining all open cases with all heat to sort them, which grows with the company.
const byHeat = (from: string, key: string, id: string): Ordering => ({ from, key, type: 'smallint', descends: true, idDescends: false, id });

/** Lists that one person can work off: gathered whole, a case without heat among them as cold. */
const short: readonly CaseList[] = ['mine', 'standing_in', 'queue'];

type Sorting = CaseOrder | 'cold';

const orderings = (list: CaseList, order: Sorting): Ordering => {
  if (list === 'done') return byTime('resolved_at', order !== 'oldest');
  if (order === 'activity' || order === 'cold') return byTime('last_activity_at', true);
  if (order === 'oldest') return byTime(list === 'queue' ? 'claim_due_at' : 'opened_at', false);
  if (short.includes(list)) return byHeat('cases c left join lateral (select degrees from case_heat where case_id = c.id offset 0) h on true', 'coalesce(h.degrees, 0::smallint)', 'c.id');
  // Everybody's cases: down the index of heat until fifty are found; those without heat follow, by activity.
  return byHeat('case_heat h cross join lateral (select * from cases where id = h.case_id offset 0) c', 'h.degrees', 'h.case_id');
};

/** Rows after the last one of the page before: the first comparison is the one that an index can begin at. */
const beyond = ({ key, type, descends, idDescends, id }: Ordering): string => {
  const past = descends ? '<' : '>';
  return `and ${key} ${past}= $3::${type} and (${key} ${past} $3::${type} or ${id} ${idDescends ? '<' : '>'} $4::uuid)`;
};

/** A case's own, and what was asked or promised on the cases that were merged into it. */
const family = `any(array(select merged.id from cases merged where merged.merged_into_id = c.id) || c.id)`;

// Without `offset 0` the planner walks all open requests by due date for each of the fifty rows: 24 ms instead of 2 among 10,000 cases.
const theirOpenRequests = `select * from requests where case_id = ${family} and answered_at is null and refused_at is null and withdrawn_at is null offset 0`;

const columns = `c.id, c.number, c.subject, c.status, c.channel, c.chases, c.claim_due_at, c.next_update_due_at, c.waiting_since, c.resolved_at, c.last_activity_at,
  c.customer_id, cu.name as customer_name, c.owner_id, o.name as owner_name, h.degrees, h.boils_at, h.boiled_at, request.name as request_department,
  request.due_at as request_due_at, promise.text as promise_text, promise.due_at as promise_due_at, promise.broken as promise_broken,
  case when c.chases > 0 then array(select distinct m.channel from messages m where m.case_id = c.id and m.is_chase and m.at >= c.waiting_since) else '{}' end as chase_channels`;

const cold = 'and not exists (select 1 from case_heat h where h.case_id = c.id)';

const statement = (list: CaseList, order: Sorting, isFirst: boolean): string => {
  const ordering = orderings(list, order);
  const { from, key, id, descends, idDescends } = ordering;
  const sorted = (one: string, other: string): string => `${one} ${descends ? 'desc' : 'asc'}, ${other} ${idDescends ? 'desc' : 'asc'}`;
  return `
  with picked as materialized (
    select c.id, ${key} as key from ${from}
    where ${filters[list]} and $1::uuid is not null and $2::timestamptz is not null ${order === 'cold' ? cold : ''} ${isFirst ? '' : beyond(ordering)}
    order by ${sorted(key, id)} limit ${perPage + 1})
  select p.key::text as key, ${columns}
  from picked p join cases c on c.id = p.id join customers cu on cu.id = c.customer_id
    left join members o on o.id = c.owner_id left join case_heat h on h.case_id = c.id
    left join lateral (select d.name, r.due_at from (${theirOpenRequests}) r join departments d on d.id = r.department_id order by r.due_at limit 1) request on true
    left join lateral (select pr.text, pr.due_at, pr.broken_at is not null as broken from promises pr
      where pr.case_id = ${family} and pr.kept_at is null and pr.released_at is null order by pr.due_at limit 1) promise on true
  order by ${sorted('p.key', 'p.id')}`;
};

export interface ListedCase {
  readonly key: string;
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly status: CaseRow['status'];
  readonly channel: CaseRow['channel'];
  readonly chases: number;
  readonly claim_due_at: Instant | null;
  readonly next_update_due_at: Instant | null;
  readonly waiting_since: Instant | null;
  readonly resolved_at: Instant | null;
  readonly last_activity_at: Instant;
  readonly customer_id: string;
  readonly customer_name: string;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly degrees: number | null;
  readonly boils_at: Instant | null;
  readonly boiled_at: Instant | null;
  readonly request_department: string | null;
  readonly request_due_at: Instant | null;
  readonly promise_text: string | null;
  readonly promise_due_at: Instant | null;
  readonly promise_broken: boolean | null;
  readonly chase_channels: CaseRow['channel'][];
}

const rowsBy = async (pool: pg.Pool, { list, memberId, now, after }: Omit<Asked, 'order'>, order: Sorting): Promise<ListedCase[]> => {
  const { rows } = await pool.query<ListedCase>({
    name: `desk_${list}_${order}_${after === null ? 'first' : 'next'}`,
    text: statement(list, order, after === null),
    values: [memberId, now, ...(after === null ? [] : [after.key, after.id])],
  });
  return rows;
};

/**
 * Up to fifty-one rows of a list, in one named statement: planned once per connection. The fifty-first only says that there are more.
 * Only where the cases that have heat end, a second one fetches those that have none.
 */
export const casesOfList = async (pool: pg.Pool, asked: Asked): Promise<ListedCase[]> => {
  const { list, order, after } = asked;
  if (order !== 'heat' || list === 'done' || short.includes(list)) return rowsBy(pool, asked, order);
  const heated = after?.isCold === true ? [] : await rowsBy(pool, asked, 'heat');
  if (heated.length > perPage) return heated;
  const others = await rowsBy(pool, { ...asked, after: after?.isCold === true ? after : null }, 'cold');
  return [...heated, ...others].slice(0, perPage + 1);
};
