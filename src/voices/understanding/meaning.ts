import type { Token } from './tokens.ts';
import { englishVectors } from './vectors.ts';

/** How many numbers say what the words of a text mean together. */
export const meaningWidth = 60;

/** Words that are written all the time say little: their share grows with their place among all words. */
const share = (rank: number): number => Math.min(1, Math.log2(rank) / 12);

/** The mean of the points of the words, each by how much it tells; of length 1 at most. English only. */
export const meaningOf = (tokens: readonly Token[]): Float64Array => {
  const vectors = englishVectors();
  const sum = new Float64Array(meaningWidth);
  for (const { word } of tokens) {
    const vector = vectors.of(word);
    if (vector === undefined) continue;
    const own = share(vectors.rankOf(word));
    let length = 0;
    for (let place = 0; place < meaningWidth; place += 1) length += vector[place]! ** 2;
    const scale = own / Math.sqrt(Math.max(1, length));
    for (let place = 0; place < meaningWidth; place += 1) sum[place]! += vector[place]! * scale;
  }
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  return length === 0 ? sum : sum.map((value) => value / length);
};
