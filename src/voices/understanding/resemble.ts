import { fewTexts, likenessesOfFew } from './few.ts';
import type { Said } from './group.ts';
import { likenesses, neighboursIn } from './neighbours.ts';
import { textRows } from './text-rows.ts';
import { wordsOfAll } from './words-of.ts';

export interface Pair {
  readonly a: string;
  readonly b: string;
  /** 0 to 1; what is suggested at all lies near 1. */
  readonly score: number;
  /** The telling words that both have, so that a person sees why at a glance. */
  readonly words: readonly string[];
}

/** Only those that are among each other's nearest are suggested, */
const circle = 5;
/** and only as alike as this: of ten suggestions nine are to be right. Among few texts likeness is counted otherwise. */
const alike = { many: 0.88, few: 0.42 } as const;

const sharedWords = (one: string, other: string): string[] => {
  const [ours = [], others = []] = wordsOfAll([one, other]);
  const theirs = new Set(others.map(({ stem }) => stem));
  return [...new Set(ours.flatMap(({ word, stem, small }) => (!small && theirs.has(stem) ? [word] : [])))];
};

/** Pairs of texts, or of themes, that say the same and might be merged; the surest first. */
export const mergePairs = (texts: readonly Said[]): Pair[] => {
  const isFew = texts.length < fewTexts;
  const all = texts.map(({ text }) => text);
  const likeness = isFew ? likenessesOfFew(all) : likenesses(textRows(all));
  const enough = isFew ? alike.few : alike.many;
  const near = neighboursIn(likeness, texts.length, circle);
  return texts
    .flatMap(({ id, text }, one) =>
      near[one]!.filter((other) => other > one && near[other]!.includes(one) && likeness[one * texts.length + other]! >= enough).map((other) => ({
        a: id,
        b: texts[other]!.id,
        score: Math.min(1, likeness[one * texts.length + other]!),
        words: sharedWords(text, texts[other]!.text),
      })),
    )
    .sort((one, other) => other.score - one.score);
};
