import { readFileSync } from 'node:fs';
import { englishVectors } from './vectors.ts';

/**
 * What was learned about which words of a request say what it is about. A word weighs by its vector and its rarity (so that names, places
 * and courtesies weigh little, also those that were never seen), and the sum of the weighed vectors is turned so that what tells one
 * request from another counts more than what all have in common. docs/voices.md says who taught it.
 */
export interface Likeness {
  /** Per dimension of a vector: what it adds to the weight of a word. */
  readonly bearing: Float64Array;
  readonly always: number;
  readonly rarity: number;
  /** Row by row: how the sum is turned. */
  readonly turn: Float64Array;
}

/** A word as the learning sees it: its vector of length 1, and how rare it is, about -1 to 2. */
export interface KnownWord {
  readonly vector: Float64Array;
  readonly rare: number;
}

/** More words than so many are not kept in mind: a public form could otherwise fill the memory with made-up ones. */
const keptInMind = 50_000;
const known = new Map<string, KnownWord | undefined>();

/** The vector of an English word, brought to length 1; undefined where no vector is known. */
export const knownWord = (word: string): KnownWord | undefined => {
  if (known.has(word)) return known.get(word);
  const vector = englishVectors().of(word);
  const length = vector === undefined ? 0 : Math.hypot(...vector);
  const entry = vector === undefined || length === 0 ? undefined : { vector: Float64Array.from(vector, (value) => value / length), rare: Math.log(englishVectors().rankOf(word)) / 6 - 1 };
  if (known.size >= keptInMind) known.clear();
  known.set(word, entry);
  return entry;
};

/** What the weight of a word is before it is made positive: see `positive`. */
export const leaningOf = ({ bearing, always, rarity }: Likeness, { vector, rare }: KnownWord): number =>
  vector.reduce((sum, value, place) => sum + value * bearing[place]!, always + rarity * rare);

/** Smooth, and never below 0: log(1 + e^x). */
export const positive = (leaning: number): number => (leaning > 20 ? leaning : Math.log1p(Math.exp(leaning)));

/** Rows of the turn times a column. */
export const turned = (turn: Float64Array, sum: Float64Array): Float64Array =>
  Float64Array.from(sum, (_, row) => {
    let product = 0;
    for (let place = 0; place < sum.length; place += 1) product += turn[row * sum.length + place]! * sum[place]!;
    return product;
  });

/** Words with how often each stands there; the second mention adds less than the first. */
export const countedWords = (words: readonly string[]): { readonly word: KnownWord; readonly count: number }[] => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].flatMap(([word, times]) => {
    const known = knownWord(word);
    return known === undefined ? [] : [{ word: known, count: 1 + Math.log(times) }];
  });
};

interface Written {
  readonly always: number;
  readonly rarity: number;
  readonly step: number;
  /** Bearing and turn, one after the other, as 16-bit whole numbers of `step`, base64. */
  readonly numbers: string;
}

/** As text for a file; to four digits. */
export const writeLikeness = ({ bearing, always, rarity, turn }: Likeness): string => {
  const all = [...bearing, ...turn];
  const step = Math.max(...all.map(Math.abs)) / 32_767;
  const numbers = Buffer.from(Int16Array.from(all, (value) => Math.round(value / step)).buffer).toString('base64');
  return `${JSON.stringify({ always, rarity, step, numbers } satisfies Written)}\n`;
};

/** What `writeLikeness` wrote. */
export const readLikeness = (text: string): Likeness => {
  const { always, rarity, step, numbers } = JSON.parse(text) as Written;
  const bytes = Buffer.from(numbers, 'base64');
  const all = Float64Array.from({ length: bytes.length / 2 }, (_, place) => bytes.readInt16LE(2 * place) * step);
  const width = englishVectors().width;
  return { always, rarity, bearing: all.subarray(0, width), turn: all.subarray(width) };
};

let read: Likeness | undefined;

/** What comes with Presa, made by train/make-likeness.ts. */
export const shippedLikeness = (): Likeness => {
  read ??= readLikeness(readFileSync(new URL('likeness-en.json', import.meta.url), 'utf8'));
  return read;
};

const weights = new WeakMap<KnownWord, number>();
const weightOf = (word: KnownWord): number => {
  const weight = weights.get(word) ?? positive(leaningOf(shippedLikeness(), word));
  weights.set(word, weight);
  return weight;
};

/** Where a text of these English words lies: of length 1; undefined where none of them is known. */
export const pointOf = (words: readonly string[]): Float64Array | undefined => {
  const counted = countedWords(words);
  if (counted.length === 0) return undefined;
  const sum = new Float64Array(shippedLikeness().bearing.length);
  for (const { word, count } of counted) {
    const weight = weightOf(word) * count;
    for (let place = 0; place < sum.length; place += 1) sum[place]! += weight * word.vector[place]!;
  }
  const point = turned(shippedLikeness().turn, sum);
  const length = Math.hypot(...point) || 1;
  return point.map((value) => value / length);
};
