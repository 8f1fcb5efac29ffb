import type { Language } from '#base/texts.ts';
import { sentencesOf } from '#promises/rules/sentences.ts';
import { insightKind, type InsightKind } from './contract.ts';
import { classify } from './understanding/classify.ts';

/** What the words are likely to be; null where nothing says. */
export const likelyKind = (words: string): InsightKind | null => {
  for (const { kind } of classify(words).kinds) {
    const known = insightKind.safeParse(kind);
    if (known.success) return known.data;
  }
  return null;
};

export interface WorthHearing {
  readonly from: number;
  readonly to: number;
  readonly kind: InsightKind;
  readonly score: number;
}

/** Shorter is a greeting, a number or a name. */
const shortestSentence = 20;
/** How sure it must be: of what is suggested most should be taken, or nobody looks at suggestions any more. */
const sureEnough = 0.7;
/** Of one message no more than these, the surest: a colleague reads it, too. */
const mostOfMessage = 3;

/** The sentences of a message that others should hear, in their order; at most three. Offsets in UTF-16 units of `text`. */
export const worthHearing = (text: string, language: Language): WorthHearing[] =>
  sentencesOf(text)
    .flatMap(({ start, end }): WorthHearing[] => {
      const words = text.slice(start, end);
      const [best] = words.length < shortestSentence ? [] : classify(words, language).kinds;
      const kind = insightKind.safeParse(best?.kind);
      // Thanks at the end of a mail are praise to a machine; a colleague marks real praise by hand.
      return best === undefined || !kind.success || kind.data === 'praise' || best.score < sureEnough ? [] : [{ from: start, to: end, kind: kind.data, score: best.score }];
    })
    .toSorted((one, other) => other.score - one.score)
    .slice(0, mostOfMessage)
    .toSorted((one, other) => one.from - other.from);
