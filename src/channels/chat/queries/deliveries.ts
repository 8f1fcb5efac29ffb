import { plus, type Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import { policy } from '../rules.ts';

interface NewDelivery {
  readonly messageId: string;
  readonly talkId: string;
  readonly now: Instant;
  readonly mailDueAt: Instant | null;
  readonly mailedAt: Instant | null;
}

export const insertDelivery = async (tx: Tx, { messageId, talkId, now, mailDueAt, mailedAt }: NewDelivery): Promise<void> => {
  await tx.insertInto('chat_deliveries').values({ message_id: messageId, conversation_id: talkId, shown_at: now, mail_due_at: mailDueAt, mailed_at: mailedAt }).execute();
};

/** Marks what stands in the chat up to that message as read; returns how many were not before. */
export const markRead = async (tx: Tx, talkId: string, upTo: string, now: Instant): Promise<number> => {
  const { numUpdatedRows } = await tx
    .updateTable('chat_deliveries')
    .set({ read_at: now })
    .where('conversation_id', '=', talkId)
    .where('read_at', 'is', null)
    .where('message_id', '<=', upTo)
    .executeTakeFirst();
  return Number(numUpdatedRows);
};

export const deliveriesOnCase = (reader: Reader, caseId: string) =>
  reader
    .selectFrom('chat_deliveries')
    .innerJoin('messages', 'messages.id', 'chat_deliveries.message_id')
    .where('messages.case_id', '=', caseId)
    .orderBy('chat_deliveries.shown_at', 'desc')
    .limit(100)
    .selectAll('chat_deliveries')
    .execute();

/** Replies that stand unread and whose time to be mailed may have come, with who wrote them. */
export const unreadReplies = (reader: Reader, now: Instant, limit: number) =>
  reader
    .selectFrom('chat_deliveries')
    .innerJoin('chat_conversations', 'chat_conversations.id', 'chat_deliveries.conversation_id')
    .innerJoin('messages', 'messages.id', 'chat_deliveries.message_id')
    .innerJoin('members', 'members.id', 'messages.author_member_id')
    .where('read_at', 'is', null)
    .where('mailed_at', 'is', null)
    .where((eb) => eb.or([eb('mail_due_at', '<=', now), eb.and([eb('mail_due_at', 'is not', null), eb('seen_at', '<=', plus(now, -policy.presentFor))])]))
    .orderBy('chat_deliveries.message_id')
    .limit(limit)
    .select(['chat_deliveries.message_id as messageId', 'members.id as memberId', 'members.name as memberName'])
    .execute();

/** One of them, held until the transaction ends, with when its visitor was last there. */
export const lockDelivery = (tx: Tx, messageId: string) =>
  tx
    .selectFrom('chat_deliveries')
    .innerJoin('chat_conversations', 'chat_conversations.id', 'chat_deliveries.conversation_id')
    .where('message_id', '=', messageId)
    .select(['read_at', 'mailed_at', 'mail_due_at', 'seen_at'])
    .forUpdate('chat_deliveries')
    .executeTakeFirst();

export const markMailed = async (tx: Tx, messageId: string, now: Instant): Promise<void> => {
  await tx.updateTable('chat_deliveries').set({ mailed_at: now }).where('message_id', '=', messageId).execute();
};

/** A visitor who gave no address before: what waits for them in the chat can now be mailed as well. */
export const letMail = async (tx: Tx, talkId: string, at: Instant): Promise<void> => {
  await tx
    .updateTable('chat_deliveries')
    .set({ mail_due_at: at })
    .where('conversation_id', '=', talkId)
    .where('read_at', 'is', null)
    .where('mailed_at', 'is', null)
    .where('mail_due_at', 'is', null)
    .execute();
};
