import { day, hour, minute, plus, second, type Instant } from '#base/clock.ts';
import { refuse, type Refusal } from '#base/refusal.ts';

/**
 * A conversation in a chat is a case like any other; what differs is how a reply reaches the visitor. While they are there it stands
 * in the chat at once. Read there, it is not mailed as well; not read within a few minutes, or the visitor gone before, it goes to the
 * address that they gave, and stands in the chat for when they come back. A visitor's name and address are what they say: nobody has
 * proven them. So once others have spoken on the case (somebody answered from that address, or two cases became one) the chat
 * shows nothing that follows, until the visitor types the code that only the reader of that mailbox has.
 */
export const policy = {
  /** A phone in a lift is still there; a page that was closed is not. */
  presentFor: 30 * second,
  /** From being shown in the chat to being mailed, unless it was read. */
  readWithin: 3 * minute,
  typingFor: 6 * second,
  /** From the last word of either side. */
  keptFor: 14 * day,
  /** Guesses at a code of six digits. */
  codeTries: 5,
  /** Conversations that one place on the net may begin: a company's colleagues share one. */
  startsPerSender: { times: 20, within: hour },
  /** In the name of one address. */
  startsPerAddress: { times: 5, within: hour },
  /** Through one entrance in all: beyond it something is wrong, and the service is not to drown in it. */
  startsPerEntrance: { times: 300, within: hour },
  /** Lines of one visitor: who types fast and sends every half sentence stays below it. */
  linesPerTalk: { times: 30, within: minute },
  linesPerHour: { times: 400, within: hour },
  pagesPerTalk: { times: 10, within: hour },
} as const;

/** Characters in one line; longer is a letter, and the form takes it. */
export const longestLine = 4_000;

export type ChatRefusal = Refusal<'chat.is_off' | 'chat.looks_automatic' | 'chat.wrong_code' | 'chat.no_tries_left' | 'chat.no_page_here'>;

export const isPresent = (seenAt: Instant, now: Instant): boolean => plus(seenAt, policy.presentFor) > now;

export const isTyping = (typingAt: Instant | null, now: Instant): boolean => typingAt !== null && plus(typingAt, policy.typingFor) > now;

interface Standing {
  readonly mixedAt: Instant | null;
  readonly provenAt: Instant | null;
}

/** May what is said on the case from now on be shown in the chat? */
export const mayShow = ({ mixedAt, provenAt }: Standing): boolean => mixedAt === null || provenAt !== null;

interface Going {
  readonly standing: Standing;
  readonly isPresent: boolean;
  readonly hasAddress: boolean;
  /** Files, and people in copy, are reached by e-mail alone. */
  readonly needsMail: boolean;
}

/** `chat`: there alone, nothing else reaches them; `chat_then_mail`: mailed unless read; `both`: mailed now, and there for later. */
export type Road = 'chat' | 'chat_then_mail' | 'both' | 'mail';

/** By which road a reply goes to somebody who wrote in the chat. */
export const roadFor = ({ standing, isPresent: isThere, hasAddress, needsMail }: Going): Road => {
  if (!mayShow(standing)) return 'mail';
  if (!hasAddress) return needsMail ? 'both' : 'chat';
  return isThere && !needsMail ? 'chat_then_mail' : 'both';
};

interface Shown {
  readonly readAt: Instant | null;
  readonly mailedAt: Instant | null;
  readonly mailDueAt: Instant | null;
}

/** Is it time to mail what stands unread in the chat? Before the time is over where the visitor has gone. */
export const isMailDue = ({ readAt, mailedAt, mailDueAt }: Shown, seenAt: Instant, now: Instant): boolean =>
  readAt === null && mailedAt === null && mailDueAt !== null && (mailDueAt <= now || !isPresent(seenAt, now));

/** How far a reply in the chat got: `waits` where nothing but the chat reaches the visitor, and they have not looked. */
export const deliveryState = ({ readAt, mailedAt, mailDueAt }: Shown): 'read' | 'mailed' | 'shown' | 'waits' => {
  if (readAt !== null) return 'read';
  if (mailedAt !== null) return 'mailed';
  return mailDueAt === null ? 'waits' : 'shown';
};

/** The digits in what was typed: "482 913" and "482913" are one code. */
export const digitsIn = (typed: string): string => typed.replaceAll(/\D+/gu, '');

/** Whether a code may still be tried, and whether it is right; null means right. */
export const whyNotProven = (typed: string, { code, tries }: { code: string; tries: number }): ChatRefusal | null => {
  if (tries >= policy.codeTries) return refuse('chat.no_tries_left');
  return digitsIn(typed) === code ? null : refuse('chat.wrong_code', { left: policy.codeTries - tries - 1 });
};

const plain = (name: string): string => name.normalize('NFD').replaceAll(/\p{M}+/gu, '').replaceAll(/\s+/gu, ' ').trim().toLowerCase();

/**
 * The page of a case calls its customer by name. Whoever typed a stranger's address must not learn that name, so the chat links to the
 * page only where it says no other name than the visitor gave, and nothing that others said meanwhile.
 */
export const mayFollow = (standing: Standing, names: { given: string | null; ofCustomer: string }): boolean =>
  mayShow(standing) && (standing.provenAt !== null || (names.given !== null && plain(names.given) === plain(names.ofCustomer)));
