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
/** and only as alike as this: of ten suggestions nine are to be right. */
const alike = 0.88;

const sharedWords = (one: string, other: string): string[] => {
  const [ours = [], others = []] = wordsOfAll([one, other]);
  const theirs = new Set(others.map(({ stem }) => stem));
  return [...new Set(ours.flatMap(({ word, stem, small }) => (!small && theirs.has(stem) ? [word] : [])))];
};

/** Pairs of texts, or of themes, that say the same and might be merged; the surest first. */
export const mergePairs = (texts: readonly Said[]): Pair[] => {
  const likeness = likenesses(textRows(texts.map(({ text }) => text)));
  const near = neighboursIn(likeness, texts.length, circle);
  return texts
    .flatMap(({ id, text }, one) =>
      near[one]!.filter((other) => other > one && near[other]!.includes(one) && likeness[one * texts.length + other]! >= alike).map((other) => ({
        a: id,
        b: texts[other]!.id,
        score: Math.min(1, likeness[one * texts.length + other]!),
        words: sharedWords(text, texts[other]!.text),
      })),
    )
    .sort((one, other) => other.score - one.score);
};
