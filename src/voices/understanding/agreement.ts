/** Logarithms of factorials, 0! to n!, so that chances of large tables do not run over. */
const logFactorials = (most: number): Float64Array => {
  const logs = new Float64Array(most + 1);
  for (let n = 2; n <= most; n += 1) logs[n] = logs[n - 1]! + Math.log(n);
  return logs;
};

const countsOf = (labels: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
};

const entropy = (counts: Iterable<number>, total: number): number => {
  let sum = 0;
  for (const count of counts) sum -= (count / total) * Math.log(count / total);
  return sum;
};

/** What two divisions of the same things would tell of each other if only their sizes were kept and all else were chance. */
const expectedInformation = (ones: readonly number[], others: readonly number[], total: number): number => {
  const log = logFactorials(total);
  let expected = 0;
  for (const a of ones) {
    for (const b of others) {
      const fixed = log[a]! + log[b]! + log[total - a]! + log[total - b]! - log[total]!;
      for (let both = Math.max(1, a + b - total); both <= Math.min(a, b); both += 1) {
        const chance = Math.exp(fixed - log[both]! - log[a - both]! - log[b - both]! - log[total - a - b + both]!);
        expected += (both / total) * Math.log((total * both) / (a * b)) * chance;
      }
    }
  }
  return expected;
};

/**
 * Adjusted mutual information of two divisions of the same things, label by label in the same order: 1 where they are the same, about 0
 * where they agree only by chance, whatever the number of groups. After Vinh, Epps and Bailey (Journal of Machine Learning Research 11,
 * 2010), with the arithmetic mean of the two entropies, as `adjusted_mutual_info_score` of scikit-learn has it.
 */
export const adjustedMutualInformation = (ones: readonly string[], others: readonly string[]): number => {
  const total = ones.length;
  const [a, b] = [countsOf(ones), countsOf(others)];
  // Both of one group, or both of groups of one: the same division, and nothing that chance could do otherwise.
  if (a.size === b.size && (a.size <= 1 || a.size === total)) return 1;
  let mutual = 0;
  for (const [pair, both] of countsOf(ones.map((label, place) => JSON.stringify([label, others[place]])))) {
    const [one, other] = JSON.parse(pair) as [string, string];
    mutual += (both / total) * Math.log((total * both) / (a.get(one)! * b.get(other)!));
  }
  const expected = expectedInformation([...a.values()], [...b.values()], total);
  const mean = (entropy(a.values(), total) + entropy(b.values(), total)) / 2;
  return (mutual - expected) / (mean - expected);
};

/** The mean of the precision at each right answer in a ranking, best first: 1 where all right ones come first; 0 where there are none. */
export const averagePrecision = (ranked: readonly boolean[]): number => {
  let [right, sum] = [0, 0];
  ranked.forEach((isRight, place) => {
    if (!isRight) return;
    right += 1;
    sum += right / (place + 1);
  });
  return right === 0 ? 0 : sum / right;
};
