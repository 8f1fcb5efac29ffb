import type { Selectable } from 'kysely';
import type { Reader, Tx } from '#base/db/db.ts';
import type { PendingReplies } from '#migrations/tables.ts';
import type { ReplyInput } from '../contract.ts';

export type Pending = Selectable<PendingReplies>;

interface NewPending {
  readonly id: string;
  readonly caseId: string;
  readonly memberId: string;
  readonly reply: ReplyInput;
  readonly now: Date;
  readonly sendAt: Date;
}

export const insertPending = async (tx: Tx, pending: NewPending): Promise<void> => {
  await tx
    .insertInto('pending_replies')
    .values({
      id: pending.id,
      case_id: pending.caseId,
      member_id: pending.memberId,
      reply: JSON.stringify(pending.reply),
      seen_event_id: pending.reply.seenEventId,
      created_at: pending.now,
      send_at: pending.sendAt,
    })
    .execute();
};

export const pendingById = (tx: Tx, id: string): Promise<Pending | undefined> =>
  tx.selectFrom('pending_replies').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

export const settlePending = async (tx: Tx, id: string, how: { sent_at: Date } | { taken_back_at: Date } | { stopped_at: Date }): Promise<void> => {
  await tx.updateTable('pending_replies').set(how).where('id', '=', id).execute();
};

/** Replies that have not left, and can still be taken back or are about to leave. */
export const inFlight = (reader: Reader) =>
  reader.selectFrom('pending_replies').where('sent_at', 'is', null).where('taken_back_at', 'is', null).where('stopped_at', 'is', null);

/** Those whose time has come, the oldest first. */
export const duePending = (reader: Reader, now: Date, limit: number) =>
  inFlight(reader)
    .where('send_at', '<=', now)
    .innerJoin('members', 'members.id', 'pending_replies.member_id')
    .orderBy('send_at')
    .limit(limit)
    .select(['pending_replies.id', 'members.id as memberId', 'members.name as memberName'])
    .execute();

/** Whose reply, other than `memberId`'s, is about to leave on this case; with null, anybody's. */
export const inFlightBy = async (reader: Reader, caseId: string, memberId: string | null): Promise<string | null> => {
  const row = await inFlight(reader)
    .innerJoin('members', 'members.id', 'pending_replies.member_id')
    .where('pending_replies.case_id', '=', caseId)
    .$if(memberId !== null, (query) => query.where('pending_replies.member_id', '<>', memberId ?? ''))
    .select('members.name')
    .executeTakeFirst();
  return row?.name ?? null;
};

interface DraftRow {
  readonly id: string;
  readonly caseId: string;
  readonly memberId: string;
  readonly kind: 'reply' | 'note';
  readonly text: string;
  readonly seenEventId: number;
  readonly now: Date;
}

export const putDraft = async (tx: Tx, draft: DraftRow): Promise<void> => {
  const written = { text: draft.text, seen_event_id: draft.seenEventId, updated_at: draft.now };
  await tx
    .insertInto('drafts')
    .values({ id: draft.id, case_id: draft.caseId, member_id: draft.memberId, kind: draft.kind, ...written })
    .onConflict((conflict) => conflict.columns(['case_id', 'member_id', 'kind']).doUpdateSet(written))
    .execute();
};

export const clearDraft = async (tx: Tx, caseId: string, memberId: string, kind: 'reply' | 'note'): Promise<void> => {
  await tx.deleteFrom('drafts').where('case_id', '=', caseId).where('member_id', '=', memberId).where('kind', '=', kind).execute();
};

interface NewPrepared {
  readonly id: string;
  readonly caseId: string;
  readonly reason: 'answer' | 'update' | 'check_back';
  readonly requestId: string | null;
  readonly text: string;
  readonly now: Date;
}

/** A newer draft of the same kind takes the place of an older one that nobody used. */
export const insertPrepared = async (tx: Tx, prepared: NewPrepared): Promise<void> => {
  await tx
    .updateTable('prepared_replies')
    .set({ discarded_at: prepared.now })
    .where('case_id', '=', prepared.caseId)
    .where('reason', '=', 'update')
    .where('used_at', 'is', null)
    .where('discarded_at', 'is', null)
    .execute();
  await tx
    .insertInto('prepared_replies')
    .values({ id: prepared.id, case_id: prepared.caseId, reason: prepared.reason, request_id: prepared.requestId, text: prepared.text, created_at: prepared.now })
    .execute();
};

export const usePrepared = async (tx: Tx, id: string, caseId: string, now: Date): Promise<void> => {
  await tx.updateTable('prepared_replies').set({ used_at: now }).where('id', '=', id).where('case_id', '=', caseId).execute();
};

export const discardPrepared = async (tx: Tx, id: string, now: Date): Promise<string | undefined> => {
  const row = await tx.updateTable('prepared_replies').set({ discarded_at: now }).where('id', '=', id).where('used_at', 'is', null).returning('case_id').executeTakeFirst();
  return row?.case_id;
};

/** Drafts from a department's answer that nobody has used; returns them. */
export const layAside = async (tx: Tx, requestId: string, now: Date): Promise<string[]> => {
  const rows = await tx
    .updateTable('prepared_replies')
    .set({ discarded_at: now })
    .where('request_id', '=', requestId)
    .where('reason', '=', 'answer')
    .where('used_at', 'is', null)
    .where('discarded_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
};

export const bringBack = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0) await tx.updateTable('prepared_replies').set({ discarded_at: null }).where('id', 'in', [...ids]).where('used_at', 'is', null).execute();
};
