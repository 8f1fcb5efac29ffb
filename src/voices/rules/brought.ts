import { day, plus, type Instant } from '#base/clock.ts';

/** Fewer weeks than these say more about the weather than about what shipped. */
export const fewestWeeks = 8;
/** Half a year on each side: longer windows compare two different companies. */
const mostWeeks = 26;
const week = 7 * day;

export interface Windows {
  readonly weeks: number;
  readonly from: Instant;
  readonly shippedAt: Instant;
  readonly until: Instant;
}

const wholeWeeks = (from: Instant, until: Instant): number => Math.max(0, Math.floor((until.getTime() - from.getTime()) / week));

/**
 * As many whole weeks before as after. Listening must have begun before them: weeks in which nobody captured anything would pass for
 * weeks in which nobody complained. Too few on one side: from when they will be enough, or null where they never will.
 */
export const windowsOf = ({ shippedAt, listeningSince, now }: { readonly shippedAt: Instant; readonly listeningSince: Instant; readonly now: Instant }): Windows | { readonly readableAt: Instant | null } => {
  const [before, after] = [wholeWeeks(listeningSince, shippedAt), wholeWeeks(shippedAt, now)];
  if (before < fewestWeeks) return { readableAt: null };
  if (after < fewestWeeks) return { readableAt: plus(shippedAt, fewestWeeks * week) };
  const weeks = Math.min(before, after, mostWeeks);
  return { weeks, from: plus(shippedAt, -weeks * week), shippedAt, until: plus(shippedAt, weeks * week) };
};

/** How many fall into each week of a window, the first week first. */
export const perWeek = (instants: readonly Instant[], { from, weeks }: { readonly from: Instant; readonly weeks: number }): number[] => {
  const counts = Array.from({ length: weeks }, () => 0);
  for (const at of instants) {
    const place = Math.floor((at.getTime() - from.getTime()) / week);
    if (place >= 0 && place < weeks) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
};

const logFactorials: number[] = [0];
const logFactorial = (n: number): number => {
  for (let next = logFactorials.length; next <= n; next += 1) logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  return logFactorials[n] ?? 0;
};

/** P(X ≥ k) for X binomial with n trials of probability p, summed in logarithms so that hundreds of voices do not overflow. */
const atLeast = (k: number, n: number, p: number): number => {
  let sum = 0;
  for (let x = k; x <= n; x += 1) sum += Math.exp(logFactorial(n) - logFactorial(x) - logFactorial(n - x) + x * Math.log(p) + (n - x) * Math.log1p(-p));
  return Math.min(1, sum);
};

/** The p in (0, 1) at which a rising function reaches `goal`; sixty halvings are exact to the last digit shown. */
const where = (rising: (p: number) => number, goal: number): number => {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < goal) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

export interface RateRatio {
  /** After for each before; null where nothing was said before. */
  readonly value: number | null;
  readonly low: number;
  /** Null where it is unbounded. */
  readonly high: number | null;
}

/**
 * The ratio of two Poisson rates over times of the same length, with its exact conditional interval; null where nothing was said at
 * all. Given a + b voices, those after are binomial with p = r / (1 + r); the Clopper–Pearson bounds of p (1934) at (1 − level) / 2 on each
 * side become bounds of the ratio by r = p / (1 − p). Source: J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples
 * from Poisson series", Biometrika 31 (1940) 313–323; the same interval as R's `poisson.test` for two counts.
 */
export const rateRatio = ({ before, after, level = 0.95 }: { readonly before: number; readonly after: number; readonly level?: number }): RateRatio | null => {
  const all = before + after;
  if (all === 0) return null;
  const tail = (1 - level) / 2;
  const odds = (p: number): number => p / (1 - p);
  return {
    value: before === 0 ? null : after / before,
    low: after === 0 ? 0 : odds(where((p) => atLeast(after, all, p), tail)),
    high: before === 0 ? null : odds(where((p) => atLeast(after + 1, all, p), 1 - tail)),
  };
};
