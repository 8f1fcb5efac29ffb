import { cleanLine } from './clean-text.ts';

/** Prefixes of replies and forwards in the languages that customers' programs speak; Outlook in Italian writes "R:", "RIF:" and "I:". */
const prefix = /^\s*(?:\[(?:external|esterno)\]\s*)?(?:re|r|rif|aw|sv|antw|rép|ref|odp|fw|fwd|i|inol|inoltro|wg|tr|vs)(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?:\s*/i;
/** Nobody reads past this; longer subjects are folded by every program in its own way and then threads break. */
const longestSubject = 250;
const mostPrefixes = 20;

/** The subject without "Re:", "R:", "I:", however many: what two mails of one thread have in common. */
export const bareSubject = (subject: string): string => {
  let bare = cleanLine(subject, longestSubject * 2);
  for (let count = 0; count < mostPrefixes && prefix.test(bare); count += 1) bare = bare.replace(prefix, '');
  return bare.slice(0, longestSubject).toWellFormed().trim();
};

/** The subject of an answer: the same words as ever, since programs group by them, with one "Re:". */
export const replySubject = (subject: string): string => `Re: ${bareSubject(subject)}`.trim();

const firstKept = 3;
const lastKept = 17;

/**
 * References of an answer: the chain of the mail answered and that mail itself. Endless chains are cut in the middle: the first tell
 * the thread, the last the place in it, and a header beyond some kilobytes is refused on the way. Ids without brackets, in and out.
 */
export const replyReferences = (answered: { readonly messageId: string | null; readonly references: readonly string[] }): string[] => {
  const chain = answered.references.filter((id) => id !== answered.messageId);
  const all = [...new Set(answered.messageId === null ? chain : [...chain, answered.messageId])];
  return all.length <= firstKept + lastKept ? all : [...all.slice(0, firstKept), ...all.slice(-lastKept)];
};
