import { day, minute, type Instant } from '#base/clock.ts';
import { isOpen, type CaseState } from './state.ts';

/**
 * What it means that a customer reaches us. The waiting counts from the first message that we have not answered: writing again
 * never starts it anew, it only raises the urgency. Asking again while we owe an answer is a chase, on whatever channel, unless
 * it follows the first message at once, as people do who forgot the photo. A bare thank-you leaves a resolved case resolved.
 */
export interface Contact {
  readonly at: Instant;
  readonly channel: string;
  readonly text: string;
  readonly hasFiles: boolean;
}

/**
 * Within this time a further message on the same channel completes the one before it, as people do who forgot the photo. In a chat one
 * sends every half sentence: the lines of one sitting are one turn, however many they are. But there five minutes without a word from
 * either side are long, and "is anybody there?" after them is a chase, as it would be at a counter.
 */
const afterthought = 15 * minute;
const sitting = 5 * minute;
/** A message to a case resolved longer ago than this is most likely about something new. */
export const reopensWithin = 30 * day;

export interface ContactMeans {
  readonly isChase: boolean;
  readonly isThanks: boolean;
  readonly reopens: boolean;
  /** The first message that we have not answered, after this contact. */
  readonly waitingSince: Instant | null;
}

export const contactMeans = (state: CaseState, contact: Contact, lastChannel: string | null): ContactMeans => {
  const isThanks = isBareThanks(contact.text) && !contact.hasFiles;
  const open = isOpen(state.status);
  if (!open) {
    return { isChase: false, isThanks, reopens: !isThanks, waitingSince: isThanks ? null : contact.at };
  }
  const waited = state.waitingSince !== null;
  const isAfterthought = lastChannel === contact.channel && goesOn(state, contact);
  return {
    isChase: waited && !isAfterthought && !isThanks,
    isThanks,
    reopens: false,
    waitingSince: state.waitingSince ?? (isThanks ? null : contact.at),
  };
};

/** Does it complete what was said just before? In a chat our own words keep the sitting going as well. */
const goesOn = ({ lastInboundAt, lastOutboundAt }: CaseState, { at, channel }: Contact): boolean => {
  const within = (last: Instant | null, span: number): boolean => last !== null && at.getTime() - last.getTime() < span;
  return channel === 'chat' ? within(lastInboundAt, sitting) || within(lastOutboundAt, sitting) : within(lastInboundAt, afterthought);
};

/** True where the customer answers a case that is over for so long that a new one, linked to it, serves them better. */
export const isTooOldToReopen = (resolvedAt: Instant | null, at: Instant): boolean =>
  resolvedAt !== null && at.getTime() - resolvedAt.getTime() > reopensWithin;

const thanks =
  /^(?:(?:ok|va bene|perfetto|ottimo|benissimo|ricevuto|tutto chiaro|great|perfect|all good|got it|received)[\s,.!]*)*(?:(?:molte |tante |mille )?grazie(?: mille| tante| infinite| di tutto| dell['’]aiuto| per l['’]aiuto| della risposta)?|la ringrazio(?: molto)?|vi ringrazio(?: molto)?|ti ringrazio|(?:many )?thanks(?: a lot| so much| again)?|thank you(?: very much| so much| for your help)?|cheers)(?:[\s,.!]+(?:buona giornata|buona serata|buon lavoro|cordiali saluti|saluti|a presto|(?:have a )?(?:nice|good) day|(?:best|kind) regards|e buona giornata))*[\s,.!]*$/iu;
const greeting = /^(?:buongiorno|buonasera|salve|ciao|gentil[ei]|caro|cara|hello|hi|dear|good morning)[^,.!\n]{0,40}[,.!\n]\s*/iu;
const longestThanks = 160;

/** "Grazie mille, buona giornata": nothing else in it. A single word more, and it is a message that wants reading. */
export const isBareThanks = (text: string): boolean => {
  const words = text.trim();
  if (words === '' || words.length > longestThanks || words.includes('?')) return false;
  const [opening = '', ...rest] = words.replace(greeting, '').trim().split(/\n+/u);
  // A name below the thanks is a signature: at most three words, no verb can hide in them with a full stop.
  const signature = rest.join(' ').trim();
  return thanks.test(opening.trim()) && (signature === '' || thanks.test(signature) || /^\p{L}+(?: \p{L}+){0,2}$/u.test(signature));
};
