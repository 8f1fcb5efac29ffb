import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '#base/db/db.ts';
import { requestInput, type PlannedView, type RequestInput } from '../contract.ts';

export interface Planned {
  readonly id: string;
  readonly caseId: string;
  readonly plannedBy: { readonly id: string; readonly name: string };
  readonly input: RequestInput;
  readonly afterRequestId: string | null;
}

interface NewPlanned {
  readonly id: string;
  readonly caseId: string;
  readonly plannedBy: string;
  readonly input: RequestInput;
  readonly after: { readonly requestId: string } | { readonly plannedId: string };
  readonly now: Date;
}

export const insertPlanned = async (tx: Tx, fresh: NewPlanned): Promise<void> => {
  await tx
    .insertInto('planned_requests')
    .values({
      id: fresh.id,
      case_id: fresh.caseId,
      department_id: fresh.input.departmentId,
      planned_by: fresh.plannedBy,
      input: JSON.stringify(fresh.input),
      after_request_id: 'requestId' in fresh.after ? fresh.after.requestId : null,
      after_planned_id: 'plannedId' in fresh.after ? fresh.after.plannedId : null,
      planned_at: fresh.now,
    })
    .execute();
};

const waiting = (reader: Reader) => reader.selectFrom('planned_requests').where('planned_requests.request_id', 'is', null).where('planned_requests.cancelled_at', 'is', null);

/** Holds one that still waits; undefined where it was asked or cancelled meanwhile. */
export const lockPlanned = async (tx: Tx, id: string): Promise<Planned | undefined> => {
  const row = await waiting(tx).innerJoin('members', 'members.id', 'planned_by').where('planned_requests.id', '=', id).forUpdate('planned_requests')
    .select(['planned_requests.id', 'case_id as caseId', 'input', 'after_request_id as afterRequestId', 'members.id as memberId', 'members.name as memberName'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { memberId, memberName, input, ...rest } = row;
  return { ...rest, plannedBy: { id: memberId, name: memberName }, input: requestInput.parse(input) };
};

/** Whose turn has come: what they wait for is answered. */
export const ripe = (reader: Reader) =>
  waiting(reader).innerJoin('requests', 'requests.id', 'after_request_id').where('requests.answered_at', 'is not', null).where('refused', 'is', null);

export const plannedToAsk = async (reader: Reader, limit: number): Promise<{ id: string; plannedBy: { id: string; name: string } }[]> => {
  const rows = await ripe(reader)
    .innerJoin('members', 'members.id', 'planned_by')
    .orderBy('planned_at')
    .limit(limit)
    .select(['planned_requests.id', 'members.id as memberId', 'members.name as memberName'])
    .execute();
  return rows.map(({ id, memberId, memberName }) => ({ id, plannedBy: { id: memberId, name: memberName } }));
};

/** It was asked: what follows it waits for that request from now on. */
export const plannedWasAsked = async (tx: Tx, id: string, requestId: string): Promise<void> => {
  await tx.updateTable('planned_requests').set({ request_id: requestId, refused: null }).where('id', '=', id).execute();
  await tx.updateTable('planned_requests').set({ after_request_id: requestId, after_planned_id: null }).where('after_planned_id', '=', id).execute();
};

export const plannedWasRefused = async (tx: Tx, id: string, words: { it: string; en: string }): Promise<void> => {
  await tx.updateTable('planned_requests').set({ refused: JSON.stringify(words) }).where('id', '=', id).execute();
};

export type WhichPlanned = { readonly id: string } | { readonly caseId: string } | { readonly afterRequestId: string };

/** Cancels what waits, and whatever would have followed it. Returns how many. */
export const cancelWaiting = async (tx: Tx, which: WhichPlanned, { reason, now }: { reason: string; now: Date }): Promise<number> => {
  const start = 'id' in which ? sql`id = ${which.id}` : 'caseId' in which ? sql`case_id = ${which.caseId}` : sql`after_request_id = ${which.afterRequestId}`;
  const chain = sql<string>`(with recursive chain as (select id from planned_requests where ${start}
    union select p.id from planned_requests p join chain on p.after_planned_id = chain.id) select id from chain)`;
  const { numUpdatedRows } = await tx
    .updateTable('planned_requests')
    .set({ cancelled_at: now, cancelled_reason: reason })
    .where('request_id', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('id', 'in', chain)
    .executeTakeFirst();
  return Number(numUpdatedRows);
};

const words = z.object({ it: z.string(), en: z.string() }).nullable();

/** What waits on these cases, in the order in which it was planned. */
export const plannedOn = async (reader: Reader, caseIds: readonly string[]): Promise<PlannedView[]> => {
  const rows = await waiting(reader)
    .innerJoin('departments', 'departments.id', 'planned_requests.department_id')
    .innerJoin('members', 'members.id', 'planned_by')
    .leftJoin('requests as before', 'before.id', 'after_request_id')
    .leftJoin('planned_requests as earlier', 'earlier.id', 'planned_requests.after_planned_id')
    .innerJoin('departments as first', (join) => join.on('first.id', '=', sql`coalesce(before.department_id, earlier.department_id)`))
    .where('planned_requests.case_id', 'in', [...caseIds])
    .orderBy('planned_requests.planned_at')
    .orderBy('planned_requests.id')
    .select([
      'planned_requests.id', 'planned_requests.case_id as caseId', 'planned_requests.input', 'planned_requests.refused', 'planned_requests.planned_at as plannedAt',
      'planned_requests.after_request_id as requestId', 'departments.id as departmentId', 'departments.name as departmentName', 'members.id as memberId', 'members.name as memberName',
      'first.name as firstName',
    ])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.caseId,
    department: { id: row.departmentId, name: row.departmentName },
    question: requestInput.parse(row.input).question,
    after: { department: row.firstName, requestId: row.requestId },
    plannedBy: { id: row.memberId, name: row.memberName },
    plannedAt: row.plannedAt.toISOString(),
    refused: words.parse(row.refused),
  }));
};

export const plannedById = (reader: Reader, id: string) =>
  reader.selectFrom('planned_requests').where('id', '=', id).select(['id', 'case_id as caseId']).executeTakeFirst();
