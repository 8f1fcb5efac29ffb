import type { Said } from './group.ts';
import { kinOf } from './kin-italian.ts';
import { englishVectors } from './vectors.ts';
import { wordsOfAll, type Word } from './words-of.ts';

export interface Found {
  readonly id: string;
  /** How much the text is about what was asked; comparable within one search only. */
  readonly score: number;
}

/** Words whose vectors lie nearer than this mean something of the kind, */
const kindred = 0.45;
/** and count by their nearness, so much less than the word itself. */
const kindredWeight = 0.6;
/** How soon one more mention adds nothing, and how much long texts are held back: Okapi BM25, with its usual numbers. */
const bm25 = { saturation: 1.2, length: 0.3 } as const;
/** Words asked for that stand within so many words of each other belong together, */
const together = 6;
/** and are worth half again. */
const togetherWeight = 0.5;

const cosine = (one: Int8Array, other: Int8Array): number => {
  let [both, a, b] = [0, 0, 0];
  for (let place = 0; place < one.length; place += 1) {
    both += one[place]! * other[place]!;
    a += one[place]! ** 2;
    b += other[place]! ** 2;
  }
  return both / Math.sqrt(a * b || 1);
};

/** How much a word of a text stands for a word that was asked for, 0 to 1. */
const likenessOf = (asked: Word, word: Word): number => {
  if (asked.stem === word.stem) return 1;
  if (word.small || asked.italian !== word.italian) return 0;
  if (asked.italian) return kinOf(asked.stem) !== undefined && kinOf(asked.stem) === kinOf(word.stem) ? kindredWeight : 0;
  const [one, other] = [englishVectors().of(asked.word), englishVectors().of(word.word)];
  const near = one === undefined || other === undefined ? 0 : cosine(one, other);
  return near < kindred ? 0 : kindredWeight * near ** 1.5;
};

const remembered = (): ((asked: Word, word: Word) => number) => {
  const known = new Map<string, number>();
  return (asked, word) => {
    const key = `${asked.word} ${word.word}`;
    const likeness = known.get(key) ?? likenessOf(asked, word);
    known.set(key, likeness);
    return likeness;
  };
};

/** For each asked word the strongest stand-in within any stretch of the text; the best stretch counts. */
const bestStretch = (hits: readonly (readonly number[])[], rarities: readonly number[]): number => {
  let best = 0;
  for (let from = 0; from < (hits[0]?.length ?? 0); from += 1) {
    const worth = hits.reduce((sum, own, at) => sum + rarities[at]! * Math.max(...own.slice(from, from + together)), 0);
    best = Math.max(best, worth);
  }
  return best;
};

/**
 * Texts by how much they are about the query, the most first. Every text is answered; those with nothing in common score 0.
 * Okapi BM25 over stems (Robertson and Zaragoza 2009), where kindred English words stand in for each other, and words near each other count more.
 */
export const rank = (query: string, texts: readonly Said[]): Found[] => {
  const [all = [], ...docs] = wordsOfAll([query, ...texts.map(({ text }) => text)]);
  const asked = all.some(({ small }) => !small) ? all.filter(({ small }) => !small) : all;
  const usual = docs.reduce((sum, words) => sum + words.length, 0) / Math.max(1, docs.length) || 1;
  const rarities = asked.map(({ stem }) => {
    const holding = docs.filter((words) => words.some((word) => word.stem === stem)).length;
    return Math.log(1 + (docs.length - holding + 0.5) / (holding + 0.5));
  });
  const likeness = remembered();
  return texts
    .map(({ id }, at) => {
      const hits = asked.map((word) => docs[at]!.map((own) => likeness(word, own)));
      const long = 1 - bm25.length + (bm25.length * docs[at]!.length) / usual;
      const mentions = hits.map((own) => own.reduce((sum, hit) => sum + hit, 0));
      const score = mentions.reduce((sum, count, place) => sum + (rarities[place]! * count * (1 + bm25.saturation)) / (count + bm25.saturation * long), 0);
      return { id, score: score + (asked.length > 1 ? togetherWeight * bestStretch(hits, rarities) : 0) };
    })
    .sort((one, other) => other.score - one.score);
};
