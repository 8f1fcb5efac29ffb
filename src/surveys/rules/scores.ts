import type { Scores, Share } from '../contract.ts';

/**
 * The scores, each with what it divides by. CSAT is the share of 4 and 5 among those who answered that question; NPS the share of 9 and
 * 10 less the share of 0 to 6, again of those who answered, never of those who saw and passed over; CES is the mean of 1 to 7, and the
 * share of 5 to 7. A response rate is of those whom the question reached. Fewer than five answers show no score: it would be chance, and
 * it would say who said what. Beside each stands how sure it makes us, at 95 in a hundred.
 */
export const fewestShown = 5;

const z = 1.959964;

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Where a share truly lies, 95 times of a hundred: Wilson, Journal of the American Statistical Association 22 (1927). `n` above 0. */
export const wilson = (count: number, n: number): Interval => {
  const share = count / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { from: Math.max(0, middle - reach), to: Math.min(1, middle + reach) };
};

/** `count` of `n` as a share with its interval; both null below `fewest`. */
export const shareOf = (count: number, n: number, fewest = fewestShown): Share =>
  n < Math.max(1, fewest) ? { share: null, n, interval: null } : { share: count / n, n, interval: wilson(count, n) };

/**
 * Where a net promoter score truly lies, from -100 to 100: the adjusted Wald interval of Rocks, "Interval estimation for the net
 * promoter score", The American Statistician 70 (2016), which adds three answers spread as 3/4, 3/2, 3/4. Good from small numbers on.
 */
export const npsInterval = (promoters: number, detractors: number, n: number): Interval => {
  const all = n + 3;
  const [high, low] = [(promoters + 0.75) / all, (detractors + 0.75) / all];
  const reach = z * Math.sqrt((high + low - (high - low) ** 2) / all);
  return { from: Math.max(-100, (high - low - reach) * 100), to: Math.min(100, (high - low + reach) * 100) };
};

/** How often each score was given, of one kind of question. */
export type Counts = ReadonlyMap<number, number>;

const sumWhere = (counts: Counts, holds: (score: number) => boolean): number => [...counts].reduce((sum, [score, count]) => (holds(score) ? sum + count : sum), 0);
const all = (): boolean => true;

export const csatOf = (counts: Counts): Scores['csat'] => shareOf(sumWhere(counts, (score) => score >= 4), sumWhere(counts, all));

export const npsOf = (counts: Counts): Scores['nps'] => {
  const n = sumWhere(counts, all);
  if (n < fewestShown) return { value: null, n, interval: null };
  const [promoters, detractors] = [sumWhere(counts, (score) => score >= 9), sumWhere(counts, (score) => score <= 6)];
  return { value: ((promoters - detractors) / n) * 100, n, interval: npsInterval(promoters, detractors, n) };
};

export const cesOf = (counts: Counts): Scores['ces'] => {
  const n = sumWhere(counts, all);
  const sum = [...counts].reduce((total, [score, count]) => total + score * count, 0);
  return { mean: n < fewestShown ? null : sum / n, n, easy: shareOf(sumWhere(counts, (score) => score >= 5), n) };
};

/** All three of a set of answers. */
export const scoresOf = (counts: { readonly csat: Counts; readonly nps: Counts; readonly ces: Counts }): Scores => ({
  csat: csatOf(counts.csat), nps: npsOf(counts.nps), ces: cesOf(counts.ces),
});

/** Answered of delivered. Whoever answered was reached, whatever the mail server said of it. */
export const responseOf = ({ sent, delivered, answered }: { readonly sent: number; readonly delivered: number; readonly answered: number }) => ({
  sent, delivered, answered, rate: shareOf(answered, Math.max(delivered, answered), 1),
});
