import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { CaseWithNeed } from './rules.ts';

/** Everything on a member's open cases that falls due before `backAt`, and the handovers that wait for their word. */
export const needsOf = async (reader: Reader, memberId: string, backAt: Instant, now: Instant): Promise<CaseWithNeed[]> => {
  const { rows } = await sql<CaseWithNeed>`
    with own as (select id, next_update_due_at from cases where owner_id = ${memberId} and status not in ('resolved', 'closed') and merged_into_id is null)
    select id as "caseId", 'next_update' as kind, next_update_due_at as "dueAt", null as what from own where next_update_due_at < ${backAt}
    union all select own.id, 'promise', p.due_at, p.text from own join promises p on p.case_id = own.id
      where p.kept_at is null and p.broken_at is null and p.released_at is null and p.due_at < ${backAt}
    union all select own.id, 'request', r.due_at, d.name from own join requests r on r.case_id = own.id join departments d on d.id = r.department_id
      where r.answered_at is null and r.refused_at is null and r.withdrawn_at is null and r.questioned_at is null and r.due_at < ${backAt}
    union all select h.case_id, 'handover', ${now}::timestamptz, f.name from handovers h join members f on f.id = h.from_id
      where h.to_id = ${memberId} and h.accepted_at is null and h.declined_at is null and h.withdrawn_at is null`.execute(reader);
  return rows;
};

export const casesByIds = (reader: Reader, ids: readonly string[]) =>
  ids.length === 0 ? [] : reader
    .selectFrom('cases')
    .innerJoin('customers', 'customers.id', 'cases.customer_id')
    .leftJoin('handovers', (join) => join.onRef('handovers.case_id', '=', 'cases.id').on('accepted_at', 'is', null).on('declined_at', 'is', null).on('withdrawn_at', 'is', null))
    .leftJoin('members as asked', 'asked.id', 'handovers.to_id')
    .where('cases.id', 'in', [...ids])
    .select(['cases.id', 'cases.number', 'cases.subject', 'customers.name as customer', 'asked.id as askedId', 'asked.name as askedName'])
    .execute();

/** Members of the service who are still with us, with the department whose calendar is theirs. */
export const membersOfService = async (reader: Reader): Promise<{ id: string; departmentId: string }[]> => {
  const { rows } = await sql<{ id: string; departmentId: string }>`
    select m.id, m.department_id as "departmentId" from members m where m.left_at is null and m.roles && array['agent', 'lead']
      and exists (select from cases c where c.owner_id = m.id and c.status not in ('resolved', 'closed'))`.execute(reader);
  return rows;
};
