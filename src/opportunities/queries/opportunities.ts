import { sql } from 'kysely';
import type { Reader, Tx } from '#base/db/db.ts';
import type { LostReason, OpportunityKind, Outcome } from '../contract.ts';
import type { OpportunityTimes, Step } from '../rules.ts';

/** An opportunity with the names that everything about it needs. */
export interface LoadedOpportunity extends OpportunityTimes {
  readonly id: string;
  readonly number: number;
  readonly kind: OpportunityKind;
  /** The case it was seen on; after a merge it lives on another. */
  readonly caseId: string;
  readonly customerId: string;
  readonly words: string;
  readonly messageId: string | null;
  readonly valueCents: number | null;
  readonly department: { readonly id: string; readonly name: string; readonly headId: string | null };
  readonly seenBy: { readonly id: string; readonly name: string; readonly department: string };
  readonly handedOverAt: Date;
  readonly leavesAt: Date;
  readonly sentTo: string | null;
  readonly agreedMinutes: number;
  readonly firstDueAt: Date;
  readonly firstAnswerAt: Date | null;
  readonly readBy: string | null;
  readonly takenBy: string | null;
  readonly takenByMemberId: string | null;
  readonly outcomeAt: Date | null;
  readonly outcomeBy: string | null;
  readonly wonCents: number | null;
  readonly lostReason: LostReason | null;
  readonly outcomeWords: string | null;
  readonly climbedTo: 0 | Step;
  readonly nextClimbAt: Date | null;
}

export const opportunityRows = (reader: Reader) =>
  reader
    .selectFrom('opportunities')
    .innerJoin('departments', 'departments.id', 'opportunities.department_id')
    .innerJoin('members as spotter', 'spotter.id', 'opportunities.seen_by')
    .innerJoin('departments as spotters', 'spotters.id', 'spotter.department_id')
    .selectAll('opportunities')
    .select(['departments.name as departmentName', 'departments.head_id as headId', 'spotter.name as spotterName', 'spotters.name as spotterDepartment']);

type Row = Awaited<ReturnType<ReturnType<typeof opportunityRows>['executeTakeFirstOrThrow']>>;

export const loaded = (row: Row): LoadedOpportunity => ({
  id: row.id,
  number: row.number,
  kind: row.kind as OpportunityKind,
  caseId: row.case_id,
  customerId: row.customer_id,
  words: row.words,
  messageId: row.message_id,
  valueCents: row.value_cents,
  department: { id: row.department_id, name: row.departmentName, headId: row.headId },
  seenBy: { id: row.seen_by, name: row.spotterName, department: row.spotterDepartment },
  handedOverAt: row.handed_over_at,
  leavesAt: row.leaves_at,
  leftAt: row.left_at,
  takenBackAt: row.taken_back_at,
  sentTo: row.sent_to,
  agreedMinutes: row.agreed_minutes,
  firstDueAt: row.first_due_at,
  firstAnswerAt: row.first_answer_at,
  dueAt: row.due_at,
  readAt: row.read_at,
  readBy: row.read_by,
  takenAt: row.taken_at,
  takenBy: row.taken_by,
  takenByMemberId: row.taken_by_member_id,
  outcome: row.outcome as Outcome | null,
  outcomeAt: row.outcome_at,
  outcomeBy: row.outcome_by,
  wonCents: row.won_cents,
  lostReason: row.lost_reason as LostReason | null,
  outcomeWords: row.outcome_words,
  climbedTo: row.climbed_to as 0 | Step,
  nextClimbAt: row.next_climb_at,
});

export const opportunityById = async (reader: Reader, id: string): Promise<LoadedOpportunity | undefined> => {
  const row = await opportunityRows(reader).where('opportunities.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : loaded(row);
};

export const lockOpportunity = async (tx: Tx, id: string): Promise<LoadedOpportunity | undefined> => {
  const row = await opportunityRows(tx).where('opportunities.id', '=', id).forUpdate('opportunities').executeTakeFirst();
  return row === undefined ? undefined : loaded(row);
};

/** Seen on a case, or on one that was merged into it; the oldest first, without what was taken back. */
export const opportunitiesOn = async (reader: Reader, caseId: string): Promise<LoadedOpportunity[]> => {
  const rows = await opportunityRows(reader)
    .where('taken_back_at', 'is', null)
    .where(sql<boolean>`opportunities.case_id = any(array(with recursive family as (
      select ${caseId}::uuid as id union select cases.id from cases join family on cases.merged_into_id = family.id) select id from family))`)
    .orderBy('handed_over_at')
    .orderBy('opportunities.number')
    .execute();
  return rows.map(loaded);
};

interface NewOpportunity {
  readonly id: string;
  readonly kind: OpportunityKind;
  readonly caseId: string;
  readonly customerId: string;
  readonly words: string;
  readonly marked: { readonly messageId: string; readonly from: number; readonly to: number } | null;
  readonly valueCents: number | null;
  readonly departmentId: string;
  readonly sentTo: string | null;
  readonly by: string;
  readonly now: Date;
  readonly leavesAt: Date;
  readonly agreedMinutes: number;
  readonly dueAt: Date;
}

export const insertOpportunity = async (tx: Tx, one: NewOpportunity): Promise<number> => {
  const { number } = await tx
    .insertInto('opportunities')
    .values({
      id: one.id, kind: one.kind, case_id: one.caseId, customer_id: one.customerId, words: one.words, value_cents: one.valueCents,
      message_id: one.marked?.messageId ?? null, words_from: one.marked?.from ?? null, words_to: one.marked?.to ?? null,
      department_id: one.departmentId, sent_to: one.sentTo, seen_by: one.by, handed_over_at: one.now, leaves_at: one.leavesAt,
      agreed_minutes: one.agreedMinutes, first_due_at: one.dueAt, due_at: one.dueAt,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
};

export type OpportunityChange = Partial<{
  left_at: Date; taken_back_at: Date; read_at: Date; read_by: string; due_at: Date; first_answer_at: Date;
  taken_at: Date | null; taken_by: string | null; taken_by_member_id: string | null;
  outcome: Outcome | null; outcome_at: Date | null; outcome_by: string | null; won_cents: number | null; lost_reason: LostReason | null; outcome_words: string | null;
  climbed_to: 0 | Step; next_climb_at: Date | null;
}>;

export const updateOpportunity = async (tx: Tx, id: string, change: OpportunityChange): Promise<void> => {
  await tx.updateTable('opportunities').set(change).where('id', '=', id).execute();
};

/** Handed over, and still to be taken back. */
export const leaving = (reader: Reader) => reader.selectFrom('opportunities').where('left_at', 'is', null).where('taken_back_at', 'is', null);
export const climbing = (reader: Reader) => reader.selectFrom('opportunities').where('next_climb_at', 'is not', null);

const batch = 100;

export const dueToLeave = async (reader: Reader, now: Date): Promise<string[]> => {
  const rows = await leaving(reader).where('leaves_at', '<=', now).select('id').orderBy('leaves_at').limit(batch).execute();
  return rows.map(({ id }) => id);
};

/** The longest overdue first. */
export const dueToClimb = async (reader: Reader, now: Date): Promise<string[]> => {
  const rows = await climbing(reader).where('next_climb_at', '<=', now).select('id').orderBy('next_climb_at').limit(batch).execute();
  return rows.map(({ id }) => id);
};
