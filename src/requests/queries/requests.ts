import type { Reader, Tx } from '#base/db/db.ts';
import { z } from 'zod';
import { sql } from 'kysely';
import { choice, filledField, urgency } from '../contract.ts';
import { familyOf } from './family.ts';
import type { Choice, FilledField, Urgency } from '../contract.ts';
import type { RequestTimes, Step } from '../rules.ts';

/** A request with the names that everything about it needs. */
export interface LoadedRequest extends RequestTimes {
  readonly id: string;
  /** The case it was asked on; after a merge it lives on another (`survivorOf`). */
  readonly caseId: string;
  readonly department: { readonly id: string; readonly name: string; readonly isSupplier: boolean; readonly headId: string | null };
  readonly askedBy: { readonly id: string; readonly name: string; readonly department: string };
  readonly question: string;
  readonly why: string;
  readonly choices: readonly Choice[];
  readonly kind: string | null;
  readonly urgency: Urgency;
  readonly fields: readonly FilledField[];
  readonly contractReference: string | null;
  readonly sentTo: string;
  readonly agreedMinutes: number;
  readonly seenBy: string | null;
  readonly takenBy: string | null;
  readonly takenByMemberId: string | null;
  readonly withdrawnReason: string | null;
  readonly climbedTo: 0 | Step;
  readonly nextClimbAt: Date | null;
}

export const requestRows = (reader: Reader) =>
  reader
    .selectFrom('requests')
    .innerJoin('departments', 'departments.id', 'requests.department_id')
    .innerJoin('members as asker', 'asker.id', 'requests.asked_by')
    .innerJoin('departments as askers', 'askers.id', 'asker.department_id')
    .selectAll('requests')
    .select(['departments.name as departmentName', 'departments.kind as departmentKind', 'departments.head_id as headId'])
    .select(['asker.name as askerName', 'askers.name as askerDepartment']);

type Row = Awaited<ReturnType<ReturnType<typeof requestRows>['executeTakeFirstOrThrow']>>;

const choices = z.array(choice);
const filledFields = z.array(filledField);

export const loaded = (row: Row): LoadedRequest => ({
  id: row.id,
  caseId: row.case_id,
  department: { id: row.department_id, name: row.departmentName, isSupplier: row.departmentKind === 'supplier', headId: row.headId },
  askedBy: { id: row.asked_by, name: row.askerName, department: row.askerDepartment },
  question: row.question,
  why: row.why,
  choices: choices.parse(row.choices),
  kind: row.kind,
  urgency: urgency.parse(row.urgency),
  fields: filledFields.parse(row.fields),
  contractReference: row.contract_reference,
  sentTo: row.sent_to,
  askedAt: row.asked_at,
  agreedMinutes: row.agreed_minutes,
  dueAt: row.due_at,
  seenAt: row.seen_at,
  seenBy: row.seen_by,
  takenAt: row.taken_at,
  takenBy: row.taken_by,
  takenByMemberId: row.taken_by_member_id,
  sentBackAt: row.sent_back_at,
  questionedAt: row.questioned_at,
  answeredAt: row.answered_at,
  refusedAt: row.refused_at,
  withdrawnAt: row.withdrawn_at,
  withdrawnReason: row.withdrawn_reason,
  climbedTo: row.climbed_to as 0 | Step,
  nextClimbAt: row.next_climb_at,
});

export const requestById = async (reader: Reader, id: string): Promise<LoadedRequest | undefined> => {
  const row = await requestRows(reader).where('requests.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : loaded(row);
};

/** Loads and holds a request. Whoever holds its case as well takes the case first, so that nobody waits in a circle. */
export const lockRequest = async (tx: Tx, id: string): Promise<LoadedRequest | undefined> => {
  const row = await requestRows(tx).where('requests.id', '=', id).forUpdate('requests').executeTakeFirst();
  return row === undefined ? undefined : loaded(row);
};

const onFamilyOf = (caseId: string) => sql<boolean>`requests.case_id = any(${familyOf(caseId)})`;

/** Everything asked on a case, also on those that were merged into it, the oldest first. */
export const requestsOnCase = async (reader: Reader, caseId: string): Promise<LoadedRequest[]> => {
  const rows = await requestRows(reader).where(onFamilyOf(caseId)).orderBy('asked_at').orderBy('requests.id').execute();
  return rows.map(loaded);
};

/** What departments still owe a case an answer to. */
export const openRequestsOf = async (reader: Reader, caseId: string): Promise<LoadedRequest[]> => {
  const rows = await requestRows(reader)
    .where(onFamilyOf(caseId))
    .where('answered_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('due_at')
    .orderBy('requests.id')
    .execute();
  return rows.map(loaded);
};

interface NewRequest {
  readonly id: string;
  readonly caseId: string;
  readonly departmentId: string;
  readonly askedBy: string;
  readonly question: string;
  readonly why: string;
  readonly choices: readonly Choice[];
  readonly kind: string | null;
  readonly urgency: Urgency;
  readonly templateId: string | null;
  readonly fields: readonly FilledField[];
  readonly contractReference: string | null;
  readonly sentTo: string;
  readonly askedAt: Date;
  readonly agreedMinutes: number;
  readonly dueAt: Date;
  readonly nextClimbAt: Date;
}

export const insertRequest = async (tx: Tx, fresh: NewRequest): Promise<void> => {
  await tx
    .insertInto('requests')
    .values({
      id: fresh.id,
      case_id: fresh.caseId,
      department_id: fresh.departmentId,
      asked_by: fresh.askedBy,
      question: fresh.question,
      why: fresh.why,
      choices: JSON.stringify(fresh.choices),
      kind: fresh.kind,
      urgency: fresh.urgency,
      template_id: fresh.templateId,
      fields: JSON.stringify(fresh.fields),
      contract_reference: fresh.contractReference,
      sent_to: fresh.sentTo,
      asked_at: fresh.askedAt,
      agreed_minutes: fresh.agreedMinutes,
      due_at: fresh.dueAt,
      next_climb_at: fresh.nextClimbAt,
    })
    .execute();
};

export type RequestChange = Partial<{
  due_at: Date;
  seen_at: Date | null;
  seen_by: string | null;
  taken_at: Date | null;
  taken_by: string | null;
  taken_by_member_id: string | null;
  taken_by_address: string | null;
  sent_back_at: Date | null;
  climbed_to: 0 | Step;
  questioned_at: Date | null;
  answered_at: Date | null;
  refused_at: Date | null;
  withdrawn_at: Date;
  withdrawn_reason: string;
  next_climb_at: Date | null;
}>;

export const updateRequest = async (tx: Tx, id: string, change: RequestChange): Promise<void> => {
  await tx.updateTable('requests').set(change).where('id', '=', id).execute();
};
