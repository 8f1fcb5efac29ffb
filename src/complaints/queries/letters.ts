import { z } from 'zod';
import type { Instant } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import { localDate } from '#base/shapes.ts';
import { entryShapes } from '../contract.ts';

/** What a letter says, as it was when it was written. */
const shapes = {
  acknowledgement: z.object({}),
  interim: z.object({ reason: z.string(), finalOn: localDate }),
  final: entryShapes.answered.pick({ outcome: true, assessment: true, grounds: true, correction: true, content: true }),
} as const;
export type LetterKind = keyof typeof shapes;
type Content = { [Kind in LetterKind]: { readonly kind: Kind; readonly data: z.infer<(typeof shapes)[Kind]> } }[LetterKind];
export type Letter = Content & { readonly id: string; readonly complaintId: string };

export const insertLetter = async (tx: Tx, complaintId: string, content: Content, { pendingId, now }: { readonly pendingId: string; readonly now: Instant }): Promise<void> => {
  await tx.insertInto('complaint_letters').values({ id: newId(now), complaint_id: complaintId, kind: content.kind, pending_reply_id: pendingId, data: JSON.stringify(content.data), prepared_at: now }).execute();
};

/** The letter of the case that leaves in this very transaction: its reply was settled just now. */
export const leavingNow = async (tx: Tx, caseId: string, now: Instant): Promise<Letter | undefined> => {
  const row = await tx
    .selectFrom('complaint_letters')
    .innerJoin('pending_replies', 'pending_replies.id', 'complaint_letters.pending_reply_id')
    .where('pending_replies.case_id', '=', caseId)
    .where('pending_replies.sent_at', '=', now)
    .where('complaint_letters.left_at', 'is', null)
    .where('complaint_letters.withdrawn_at', 'is', null)
    .select(['complaint_letters.id', 'complaint_id', 'kind', 'data'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const kind = row.kind as LetterKind;
  return { id: row.id, complaintId: row.complaint_id, kind, data: shapes[kind].parse(row.data) } as Letter;
};

export const letterLeft = async (tx: Tx, id: string, { messageId, now }: { readonly messageId: string; readonly now: Instant }): Promise<void> => {
  await tx.updateTable('complaint_letters').set({ left_at: now, message_id: messageId }).where('id', '=', id).execute();
};

/** Taken back or stopped: nobody has it. Returns the complaint that it was about. */
export const withdrawLetter = async (tx: Tx, pendingId: string, now: Instant): Promise<string | undefined> => {
  const row = await tx.updateTable('complaint_letters').set({ withdrawn_at: now }).where('pending_reply_id', '=', pendingId).where('left_at', 'is', null).where('withdrawn_at', 'is', null)
    .returning('complaint_id').executeTakeFirst();
  return row?.complaint_id;
};

/** A letter that can still be taken back. */
export const onItsWay = async (reader: Reader, complaintId: string) =>
  reader.selectFrom('complaint_letters').innerJoin('pending_replies', 'pending_replies.id', 'complaint_letters.pending_reply_id')
    .where('complaint_id', '=', complaintId).where('left_at', 'is', null).where('withdrawn_at', 'is', null)
    .select(['kind', 'pending_reply_id as pendingId', 'pending_replies.send_at as sendAt']).executeTakeFirst();

/** The messages by which interim replies promised a day. */
export const interimMessages = async (reader: Reader, complaintId: string): Promise<string[]> =>
  (await reader.selectFrom('complaint_letters').where('complaint_id', '=', complaintId).where('kind', '=', 'interim').where('message_id', 'is not', null).select('message_id').execute()).map((row) => row.message_id ?? '');
