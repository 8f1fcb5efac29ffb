import type { Token } from './tokens.ts';
import { englishVectors } from './vectors.ts';

/** How many numbers say what the words of a text mean together. */
export const meaningWidth = 60;

/** Words that are written all the time say little: their share grows with their place among all words. */
const share = (rank: number): number => Math.min(1, Math.log2(rank) / 12);

/** Words come again and again; what was worked out for one is kept, up to a number that bounds the memory. */
const mostKept = 20_000;
const kept = new Map<string, Float32Array | null>();

const shareOf = (word: string): Float32Array | null => {
  const known = kept.get(word);
  if (known !== undefined) return known;
  const vectors = englishVectors();
  const vector = vectors.of(word);
  const own = share(vectors.rankOf(word)) / Math.sqrt(Math.max(1, vector?.reduce((sum, value) => sum + value * value, 0) ?? 1));
  const found = vector === undefined ? null : Float32Array.from(vector, (value) => value * own);
  if (kept.size < mostKept) kept.set(word, found);
  return found;
};

/** The mean of the points of the words, each by how much it tells; of length 1 at most. English only. */
export const meaningOf = (tokens: readonly Token[]): Float64Array => {
  const sum = new Float64Array(meaningWidth);
  for (const { word } of tokens) {
    const own = shareOf(word);
    if (own !== null) for (let place = 0; place < meaningWidth; place += 1) sum[place]! += own[place]!;
  }
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  return length === 0 ? sum : sum.map((value) => value / length);
};
