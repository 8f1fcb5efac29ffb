import { sql } from 'kysely';
import type { Reader } from '#base/db/db.ts';
import { loaded, requestRows, type LoadedRequest } from './requests.ts';

export interface WhichRequests {
  readonly departmentId: string | undefined;
  /** Only asked by this member, or on a case of theirs. */
  readonly mineOf: string | null;
  /** Only of departments that this member leads or belongs to. */
  readonly headedBy: { readonly memberId: string; readonly departmentId: string } | null;
}

/** Where a merged case lives on, however many merges away; null for one that was not merged. */
const survivorId = sql<string | null>`case when cases.merged_into_id is not null then (
  with recursive chain (id, next) as (
    select c.id, c.merged_into_id from cases c where c.id = cases.merged_into_id
    union all select c.id, c.merged_into_id from chain join cases c on c.id = chain.next)
  select chain.id from chain where chain.next is null) end`;

/** The case on which a request is read now: the one it was asked on, or the one into which that was merged. */
const rows = (reader: Reader, which: WhichRequests) => {
  let query = requestRows(reader)
    .innerJoin('cases', 'cases.id', 'requests.case_id')
    .leftJoin('cases as survivor', (join) => join.on('survivor.id', '=', survivorId));
  const { departmentId, mineOf, headedBy } = which;
  if (departmentId !== undefined) query = query.where('requests.department_id', '=', departmentId);
  if (mineOf !== null) {
    query = query.where((eb) => eb.or([eb('requests.asked_by', '=', mineOf), eb(eb.fn.coalesce('survivor.owner_id', 'cases.owner_id'), '=', mineOf)]));
  }
  if (headedBy !== null) {
    query = query.where((eb) => eb.or([eb('requests.department_id', '=', headedBy.departmentId), eb('departments.head_id', '=', headedBy.memberId)]));
  }
  return query;
};

const isOpen = sql<boolean>`num_nonnulls(answered_at, refused_at, withdrawn_at) = 0`;
const isLate = (now: Date) => sql<boolean>`coalesce(questioned_at, ${now}) >= due_at`;

export interface ListedRow {
  readonly request: LoadedRequest;
  readonly number: number;
  readonly subject: string;
  readonly customer: string;
  readonly owner: string | null;
}

interface Page {
  readonly which: 'open' | 'late' | 'settled';
  readonly after: { readonly dueAt: Date; readonly id: string } | null;
  readonly limit: number;
  readonly now: Date;
}

/** A page of requests: open ones by due instant, so that the most overdue stand first; settled ones the latest first. */
export const requestPage = async (reader: Reader, which: WhichRequests, page: Page): Promise<ListedRow[]> => {
  const settled = page.which === 'settled';
  let query = rows(reader, which)
    .innerJoin('customers', (join) => join.on('customers.id', '=', sql`coalesce(survivor.customer_id, cases.customer_id)`))
    .leftJoin('members as owner', (join) => join.on('owner.id', '=', sql`coalesce(survivor.owner_id, cases.owner_id)`))
    .select(['customers.name as customer', 'owner.name as owner'])
    .select((eb) => [
      eb.fn.coalesce('survivor.number', 'cases.number').as('caseNumber'),
      eb.fn.coalesce('survivor.subject', 'cases.subject').as('caseSubject'),
      eb.fn.coalesce('survivor.id', 'cases.id').as('livesOn'),
    ])
    .where(settled ? sql<boolean>`not (${isOpen})` : isOpen);
  if (page.which === 'late') query = query.where(isLate(page.now));
  const { after } = page;
  if (after !== null) {
    const place = sql`(${after.dueAt}::timestamptz, ${after.id}::uuid)`;
    query = query.where(settled ? sql<boolean>`(due_at, requests.id) < ${place}` : sql<boolean>`(due_at, requests.id) > ${place}`);
  }
  const found = await query.orderBy('due_at', settled ? 'desc' : 'asc').orderBy('requests.id', settled ? 'desc' : 'asc').limit(page.limit).execute();
  return found.map((row) => ({
    request: loaded({ ...row, case_id: row.livesOn }),
    number: row.caseNumber,
    subject: row.caseSubject,
    customer: row.customer,
    owner: row.owner,
  }));
};

export const countOpen = async (reader: Reader, which: WhichRequests, now: Date): Promise<{ open: number; late: number }> => {
  const row = await rows(reader, which)
    .where(isOpen)
    .clearSelect()
    .select((eb) => [eb.fn.countAll<number>().as('open'), eb.fn.countAll<number>().filterWhere(isLate(now)).as('late')])
    .executeTakeFirstOrThrow();
  return { open: row.open, late: row.late };
};
