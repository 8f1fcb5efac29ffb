import { fewTexts, likenessesOfFew } from './few.ts';
import type { Said } from './group.ts';
import { likenesses, neighboursIn } from './neighbours.ts';
import { textRows } from './text-rows.ts';
import { wordsOfAll, type Word } from './words-of.ts';

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

/** Fewer words in common may be chance, however near two texts lie to each other by what others say. */
const fewestShared = 2;

/** The telling words that two texts have in common, as the first wrote them; undefined where they are too few to go by. */
const sharedWords = (one: readonly Word[], other: readonly Word[]): string[] | undefined => {
  const [ours, theirs] = [one, other].map((words) => new Map(words.flatMap(({ word, stem, small }) => (small ? [] : [[stem, word] as const]))));
  const shared = [...ours!].flatMap(([stem, word]) => (theirs!.has(stem) ? [word] : []));
  return shared.length > 0 && shared.length >= Math.min(fewestShared, ours!.size, theirs!.size) ? shared : undefined;
};

/** Pairs of texts, or of themes, that say the same and might be merged; the surest first. */
export const mergePairs = (texts: readonly Said[]): Pair[] => {
  const isFew = texts.length < fewTexts;
  const all = texts.map(({ text }) => text);
  const likeness = isFew ? likenessesOfFew(all) : likenesses(textRows(all));
  const enough = isFew ? alike.few : alike.many;
  const near = neighboursIn(likeness, texts.length, circle);
  const words = wordsOfAll(all);
  const pairs: Pair[] = [];
  texts.forEach(({ id }, one) => {
    for (const other of near[one]!) {
      const score = likeness[one * texts.length + other]!;
      if (other < one || score < enough || !near[other]!.includes(one)) continue;
      const shared = sharedWords(words[one]!, words[other]!);
      if (shared !== undefined) pairs.push({ a: id, b: texts[other]!.id, score: Math.min(1, score), words: shared });
    }
  });
  return pairs.sort((one, other) => other.score - one.score);
};
