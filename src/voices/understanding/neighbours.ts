import type { Rows } from './linear.ts';

/** How alike every two rows of length 1 are, row by row: their cosines. */
export const likenesses = ({ count, width, data }: Rows): Float32Array => {
  const short = Float32Array.from(data);
  const all = new Float32Array(count * count);
  for (let one = 0; one < count; one += 1) {
    for (let other = one; other < count; other += 1) {
      let sum = 0;
      const [a, b] = [one * width, other * width];
      for (let place = 0; place < width; place += 1) sum += short[a + place]! * short[b + place]!;
      all[one * count + other] = sum;
      all[other * count + one] = sum;
    }
  }
  return all;
};

/** The places of the `wanted` others that are most like a row, the nearest first. */
const nearestTo = (own: Float32Array, self: number, wanted: number): number[] => {
  const best: number[] = [];
  for (let other = 0; other < own.length; other += 1) {
    if (other === self || (best.length === wanted && own[other]! <= own[best[wanted - 1]!]!)) continue;
    let at = best.length;
    while (at > 0 && own[best[at - 1]!]! < own[other]!) at -= 1;
    best.splice(at, 0, other);
    if (best.length > wanted) best.pop();
  }
  return best;
};

/** For each of `count` things its nearest others, from the likenesses of all. */
export const neighboursIn = (likeness: Float32Array, count: number, wanted: number): number[][] =>
  Array.from({ length: count }, (_, one) => nearestTo(likeness.subarray(one * count, (one + 1) * count), one, Math.min(wanted, count - 1)));
