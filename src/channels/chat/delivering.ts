import { plus, type Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { Services } from '#base/services.ts';
import type { Language } from '#base/texts.ts';
import type { Actor, Work } from '#base/work.ts';
import { chatEvents } from './contract.ts';
import { codeFor, sayCode } from './proof.ts';
import * as queries from './queries.ts';
import { isMailDue, isPresent, policy, roadFor, type Road } from './rules.ts';
import { chatTexts } from './texts.ts';

/** The visitor of a case, as whoever answers needs to know them. */
export interface Visitor {
  readonly talkId: string;
  readonly language: Language;
  /** What they gave; nobody has proven it unless `isProven`. */
  readonly email: string | null;
  readonly isProven: boolean;
  readonly isPresent: boolean;
  /** By which road a reply goes to them. */
  roadFor(reply: { readonly needsMail: boolean; readonly hasAddress: boolean }): Road;
}

/** Who wrote on this case in a chat; null where nobody did, or so long ago that the conversation is no longer kept. */
export const visitorOf = async (reader: Reader, caseId: string, now: Instant): Promise<Visitor | null> => {
  const talk = await queries.talkOfCase(reader, caseId, now);
  if (talk === undefined) return null;
  const standing = { mixedAt: talk.mixed_at, provenAt: talk.proven_at };
  const isThere = isPresent(talk.seen_at, now);
  return {
    talkId: talk.id,
    language: talk.language as Language,
    email: talk.email,
    isProven: talk.proven_at !== null,
    isPresent: isThere,
    roadFor: (reply) => roadFor({ standing, isPresent: isThere, ...reply }),
  };
};

/** Puts a reply into the chat, in the transaction of its message. On the road `mail` nothing stands there. */
export const showReply = async (work: Work, visitor: Visitor, { messageId, road, isMailed }: { messageId: string; road: Road; isMailed: boolean }): Promise<void> => {
  if (road === 'mail') return;
  await queries.insertDelivery(work.tx, {
    messageId,
    talkId: visitor.talkId,
    now: work.now,
    mailDueAt: road === 'chat_then_mail' ? plus(work.now, policy.readWithin) : null,
    mailedAt: isMailed ? work.now : null,
  });
  await queries.changeTalk(work.tx, visitor.talkId, { expires_at: plus(work.now, policy.keptFor) });
};

/**
 * What a mail to a visitor says below its words: the code by which they see in the chat what was said by e-mail. Empty where the mail
 * goes to anybody but the address that they gave, and where they typed it already.
 */
export const codeWords = (work: Work, visitor: Visitor, recipients: readonly string[]): string => {
  const { email, isProven, talkId, language } = visitor;
  const onlyThem = email !== null && recipients.length === 1 && recipients[0]?.toLowerCase() === email;
  return onlyThem && !isProven ? `\n\n${chatTexts[language].code(sayCode(codeFor(work.services.secrets, talkId, email)))}` : '';
};

export interface Unread {
  readonly messageId: string;
  /** Whose words they are: the mail goes in their name. */
  readonly author: Actor;
}

const batch = 50;

/** Replies that stand unread in a chat and may have to go by mail. */
export const unreadInChats = async ({ db, clock }: Services): Promise<Unread[]> =>
  (await queries.unreadReplies(db, clock.now(), batch)).map((row) => ({ messageId: row.messageId, author: { kind: 'member', id: row.memberId, name: row.memberName } }));

/** Takes such a reply to be mailed now; false where it was read meanwhile, or another process has it. */
export const takeUnread = async (work: Work, caseId: string, messageId: string): Promise<boolean> => {
  const row = await queries.lockDelivery(work.tx, messageId);
  if (row === undefined || !isMailDue({ readAt: row.read_at, mailedAt: row.mailed_at, mailDueAt: row.mail_due_at }, row.seen_at, work.now)) return false;
  await queries.markMailed(work.tx, messageId, work.now);
  work.emit(chatEvents['chat.mailed_unread'](caseId, { messageId }));
  return true;
};
