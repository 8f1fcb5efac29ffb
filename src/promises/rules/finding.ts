import type { Instant } from '#base/clock.ts';
import { datesInClauses, hangingIn, type ReadDates } from './dates.ts';
import { sentencesOf, type Stretch } from './sentences.ts';
import { undatedIn } from './undated.ts';
import { findVague } from './vague.ts';
import { listenTo } from './whose-word.ts';

/**
 * Every promise in what an agent writes: those with a date and those without one. What counts, and when it falls due, stands in
 * `../finding/README.md`.
 */
export interface PromiseFound {
  /** The smallest clause of the commitment, where it stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Null where it has no date. */
  readonly due: Instant | null;
  readonly vague: boolean;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly due: Instant | null;
}

/** The promises in `text`, in order. */
export const findPromises = (text: string, options: ReadDates): PromiseFound[] => {
  const dated: Place[] = datesInClauses(text, options).map(({ clause, dueAt }) => ({ ...clause, due: dueAt }));
  const sentences = sentencesOf(text);
  const vague = findVague(text, options).map((one) => withItsVerb(sentences, one));
  const hanging = sentences.flatMap((sentence) => (sentence.text.endsWith('?') ? [] : hangingIn(sentence.text).map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start, due: null }))));
  const found = [...dated, ...[...vague, ...hanging].filter((one, place, all) => all.findIndex((other) => overlaps(one, other)) === place)];
  const all = found.length > 0 ? found : sentences.flatMap((sentence) => undatedIn(sentence.text).map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start, due: null })));
  return all
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, end, due }) => ({ start, end, words: text.slice(start, end), due, vague: due === null }));
};

const overlaps = (one: Place, other: Place): boolean => one.start < other.end && other.start < one.end;

/** "Riceverà il codice | nei prossimi giorni": an adverb is told with the verb that it belongs to. */
const withItsVerb = (sentences: readonly Stretch[], one: { start: number; end: number; shape: 'verb' | 'adverb' }): Place => {
  const place = { start: one.start, end: one.end, due: null };
  const sentence = sentences.find(({ start, end }) => start <= one.start && one.end <= end);
  if (sentence === undefined || one.shape === 'verb') return place;
  const verb = listenTo(sentence.text).verbOf(one.start - sentence.start, one.end - sentence.start);
  if (verb === null) return place;
  return { start: Math.min(place.start, verb.start + sentence.start), end: Math.max(place.end, verb.end + sentence.start), due: null };
};
