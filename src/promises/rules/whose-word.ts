import { endingsIn } from './italian-endings.ts';
import { remembered } from './remembered.ts';
import { lowered } from './sentences.ts';
import { signs, type Word } from './sign-words.ts';

/**
 * Whose word is it? "Le scrivo entro giovedì" is ours; "le ho scritto giovedì" is past; "mi mandi la foto entro giovedì" is asked of
 * the customer; "se entro giovedì non arriva" is a condition; "non riesco entro giovedì" is the opposite of a promise; "giovedì siamo
 * chiusi" speaks of opening hours; "dovrebbe arrivare giovedì" only hopes; "mi dicono che parte giovedì" is somebody else's word; "di
 * solito arriva in due giorni" holds for everybody. The verb nearest before the date decides, else the nearest after it, within the
 * same sentence; a condition, a denial and their like hold for the verb that follows them.
 */
export interface Seen {
  readonly word: Word;
  readonly start: number;
  readonly end: number;
}

const signsIn = (sentence: string): Seen[] => [
  ...signs.flatMap(({ word, pattern }) => [...lowered(sentence).matchAll(pattern)].map((found) => ({ word, start: found.index, end: found.index + found[0].length }))),
  ...endingsIn(sentence),
];

const clauseBreak = /[,;–—]|(?<!\p{L})(?:ma|però|but|e(?!-)|and|so|quindi|perciò|however)(?!\p{L})/iu;
const thoughtBreak = /[;–—]|(?<!\p{L})(?:ma|però|but|comunque|in ogni caso|anyway|either way|in any case|regardless)(?!\p{L})/iu;
// A mere courtesy: the date holds whatever the answer is. The customer's yes is taken for granted.
const polite = /^(?:se|if)\s+(?:(?:lo )?(?:preferi|desider|vuo|crede)\p{L}*|(?:le|ti|vi) (?:va|fa|è|serve)\p{L}*|serve|necessario|occorre|non prima|per lei|va bene|you (?:like|prefer|wish|want)|that(?:['’]s| is| works| suits)|it helps|need(?:ed| be)|necessary|not (?:sooner|earlier|before)|possible)/iu;
const asksToKnow = /(?:conferm|dic|dir|sapere|verific|controll|ved|cap|chied|comunic|accert|know|check|see|find out|confirm|tell|ask|look|clarify|understand|verify)\p{L}*(?: \p{L}+){0,2}\s*$/iu;

/** A condition that only asks ("le confermo se c'è") or is only polite ("se preferisce") takes nothing back. */
const isReal = (sentence: string, seen: Seen): boolean => !polite.test(sentence.slice(seen.start)) && !asksToKnow.test(sentence.slice(0, seen.start));

const governs = (sentence: string, seen: Seen, verb: Seen): boolean => {
  if (seen.start > verb.start) return false;
  const between = sentence.slice(seen.end, verb.start);
  if (seen.word === 'condition') return !thoughtBreak.test(between) && isReal(sentence, seen);
  return (seen.word === 'denied' || seen.word === 'hedged' || seen.word === 'theirs' || seen.word === 'general') && !clauseBreak.test(between);
};

const longestAfterthought = 40;

/** "La chiamo domani se arriva", "it ships on Monday, hopefully". */
const takesBack = (sentence: string, seen: Seen, end: number): boolean => {
  if (seen.start < end) return false;
  const between = sentence.slice(end, seen.start);
  if (seen.word === 'hedged') return /^[\s,(–-]*$/u.test(between);
  return seen.word === 'condition' && between.length < longestAfterthought && !/[;:]|(?<!\p{L})(?:e(?!-)|and|ma|but)(?!\p{L})/iu.test(between) && isReal(sentence, seen);
};

const before = (one: Seen, other: Seen): number => one.end - other.end;

/** Answers for the stretches of one sentence; the sentence itself is read once. */
export interface Listener {
  /** Whose word the stretch belongs to; null where no verb says. */
  whose(start: number, end: number): Word | null;
  /** Where the verb stands that makes it ours; null where none does. */
  verbOf(start: number, end: number): Seen | null;
  /** Whether a comma or another break stands between `start` and the nearest sign before it. */
  standsApart(start: number): boolean;
}

export const listenTo = remembered((sentence: string): Listener => {
  const all = signsIn(sentence);
  // The longest sign that covers a place speaks for it: "will not" hides "will"; of two as long, the one that is named first.
  const visible = all.filter((sign, place) => {
    const length = sign.end - sign.start;
    return !all.some((other, rank) => rank !== place && other.start <= sign.start && other.end >= sign.end && (other.end - other.start > length || rank < place));
  });
  const nearestOf = (start: number, end: number): Seen | undefined => {
    const seen = visible.filter((sign) => sign.end <= start || sign.start >= end);
    const earlier = seen.filter((sign) => sign.end <= start).toSorted(before).at(-1);
    // "Entro domani, le scrivo": a date may stand alone before its clause.
    const from = earlier === undefined && sentence.charAt(end) === ',' ? end + 1 : end;
    const [later] = seen.filter((sign) => sign.start >= end && !/[,;]/u.test(sentence.slice(from, sign.start))).toSorted((one, other) => one.start - other.start);
    // "Domani non riesco, ma giovedì la chiamo": after a break the date belongs to the verb that follows it.
    if (earlier !== undefined && later !== undefined && later.word !== 'condition' && /[,;–—]|(?<!\p{L})(?:ma|però|but)(?!\p{L})/iu.test(sentence.slice(earlier.end, start))) return later;
    return earlier ?? later;
  };
  const whose = (start: number, end: number): Word | null => {
    const nearest = nearestOf(start, end);
    if (nearest === undefined) return null;
    if (nearest.word !== 'ours') return nearest.word === 'condition' && !isReal(sentence, nearest) ? null : nearest.word;
    const governing = visible.filter((sign) => sign.end <= Math.max(start, nearest.start)).toSorted(before).find((sign) => governs(sentence, sign, nearest));
    return governing?.word ?? visible.find((sign) => takesBack(sentence, sign, end))?.word ?? 'ours';
  };
  return {
    whose,
    verbOf: (start, end) => {
      const nearest = nearestOf(start, end);
      return nearest?.word === 'ours' ? nearest : null;
    },
    standsApart: (start) => {
      const last = all.filter((sign) => sign.end <= start).toSorted(before).at(-1);
      return last === undefined || /[,;–—]|\b(?:ma|but)\b/u.test(sentence.slice(last.end, start));
    },
  };
});
