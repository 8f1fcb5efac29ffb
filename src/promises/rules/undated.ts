import { listenTo } from './whose-word.ts';

/**
 * Commitments that name no time at all: "we will refund you", "provvederemo alla sostituzione". They are told where a reply promises
 * nothing better; the reply composer does not underline them, because what is done at once is written in the same words.
 */
const italian = '(?:provveder|rimborser|sostituir|spedir|invier|mander|consegner|verificher|controller|sollecit|risolver|sistemer|riparer|accrediter|procedere|proceder|approfondir|indagher|riceverà|riceverai|riceverete|avrà)(?:er)?(?:ò|emo|à|ai|ete|anno)?';
const english = "(?:i|we|he|she|they|(?:my|our|the) (?:colleagues?|\\p{L}+ team|warehouse|technician))(?:['’]ll| will| shall|['’]re going to|['’]m going to| are going to| am going to)(?: also| now| then| certainly| definitely| personally)? (?:refund|replace|ship|send|fix|repair|resolve|sort|look into|look at|check|investigate|escalate|credit|issue|process|arrange|organi[sz]e|dispatch|deliver|reimburse|take care of|chase|have (?:it|this|that|them))|you(?:['’]ll| will) (?:receive|get|have|be (?:refunded|contacted|credited|reimbursed))";
const undated = new RegExp(`(?<![\\p{L}\\p{N}'’])(?:${italian}|${english})(?!\\p{L})`, 'giu');
/** Done while it is said. */
const atOnce = /\b(?:now|adesso|right away|immediately|one moment|un attimo|ora stesso|here|qui|in allegato|attached)\b/iu;

const asks = /\b(?:please|pls|kindly|send|share|write|report|dm|drop|reply|contact|provide|could you|can you|mandi|mandaci|invi[aio]|scriva|ci (?:mandi|invii|scriva|faccia)|può|potete)\b/iu;

/** Where a sentence commits us without a word about when. */
export const undatedIn = (sentence: string): { start: number; end: number }[] => {
  if (sentence.endsWith('?') || atOnce.test(sentence)) return [];
  const [found] = sentence.matchAll(undated);
  if (found === undefined) return [];
  const end = found.index + found[0].length;
  // "Send us your number and we'll look into it": the next step is the customer's.
  if (asks.test(sentence.slice(0, found.index))) return [];
  return listenTo(sentence).whose(end, end) === 'ours' ? [{ start: found.index, end }] : [];
};
