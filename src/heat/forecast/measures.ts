/** A forecast and what became of it. */
export interface Outcome {
  readonly risk: number;
  readonly happened: boolean;
}

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);

/** The chance that of one that happened and one that did not, the first was given the higher risk; ties count half. NaN without both. */
export const aucOf = (outcomes: readonly Outcome[]): number => {
  const sorted = outcomes.toSorted((one, other) => one.risk - other.risk);
  let [rankSum, positives, place] = [0, 0, 0];
  while (place < sorted.length) {
    let end = place;
    while (end < sorted.length && sorted[end]!.risk === sorted[place]!.risk) end += 1;
    const tied = sorted.slice(place, end).filter(({ happened }) => happened).length;
    rankSum += (tied * (place + 1 + end)) / 2;
    positives += tied;
    place = end;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
};

/** Mean precision at each that happened, the highest risk first. */
export const averagePrecisionOf = (outcomes: readonly Outcome[]): number => {
  let found = 0;
  const precisions: number[] = [];
  for (const [place, { happened }] of outcomes.toSorted((one, other) => other.risk - one.risk).entries()) {
    if (!happened) continue;
    found += 1;
    precisions.push(found / (place + 1));
  }
  return mean(precisions);
};

export const rateOf = (outcomes: readonly Outcome[]): number => mean(outcomes.map(({ happened }) => Number(happened)));

const topTenth = (outcomes: readonly Outcome[]): Outcome[] => outcomes.toSorted((one, other) => other.risk - one.risk).slice(0, Math.max(1, Math.floor(outcomes.length / 10)));

/** How many times more often it happened in the tenth with the highest risk than in all. */
export const liftTop10Of = (outcomes: readonly Outcome[]): number => rateOf(topTenth(outcomes)) / rateOf(outcomes);

/** Mean squared distance of the risk from what happened. */
export const brierOf = (outcomes: readonly Outcome[]): number => mean(outcomes.map(({ risk, happened }) => (risk - Number(happened)) ** 2));

/** In the tenth with the highest risk: how far the mean risk is from how often it happened, in percentage points. */
export const calibrationErrorOf = (outcomes: readonly Outcome[]): number => {
  const top = topTenth(outcomes);
  return Math.abs(mean(top.map(({ risk }) => risk)) - rateOf(top)) * 100;
};

/** An outcome with the case and the day (any number that is another on another day) on which it was looked at. */
export interface Looked extends Outcome {
  readonly wait: string;
  readonly day: number;
}

/**
 * Of everything that happened, how much was among the cases that somebody sees who looks at so many a day, the highest risk first. A
 * wait counts once a day, as it was looked at last.
 */
export const recallOf = (looked: readonly Looked[], aDay: number): number => {
  const latest = new Map<string, Looked>();
  for (const one of looked) latest.set(`${one.day} ${one.wait}`, one);
  const days = Map.groupBy(latest.values(), ({ day }) => day);
  const seen = [...days.values()].flatMap((waits) => waits.toSorted((one, other) => other.risk - one.risk).slice(0, aDay));
  const count = (outcomes: Iterable<Outcome>): number => [...outcomes].filter(({ happened }) => happened).length;
  return count(seen) / count(latest.values());
};
