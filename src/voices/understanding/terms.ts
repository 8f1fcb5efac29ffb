import type { Word } from './words-of.ts';

/** A pair of neighbours counts half of a word: it repeats what its words say. */
const pairWeight = 0.5;

/** The stems of a text and its pairs of neighbouring stems, small words left out, with how much each weighs by how often it stands there. */
export const termsOf = (words: readonly Word[]): Map<string, number> => {
  const counts = new Map<string, number>();
  const telling = words.filter(({ small }) => !small).map(({ stem }) => stem);
  const add = (term: string, weight: number): void => void counts.set(term, (counts.get(term) ?? 0) + weight);
  telling.forEach((stem, at) => {
    add(stem, 1);
    if (at > 0) add(`${telling[at - 1]} ${stem}`, pairWeight);
  });
  return new Map([...counts].map(([term, count]) => [term, count < 1 ? count : 1 + Math.log(count)]));
};

/** In how many of the texts each term stands. */
export const inHowMany = (texts: readonly ReadonlyMap<string, number>[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const terms of texts) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
};

/** How much a term tells that stands in so many of all texts: 0 where nearly all have it. */
export const rarity = (holding: number, texts: number): number => Math.log((1 + texts) / holding);
