import type { Said } from './group.ts';
import { wordsOfAll } from './words-of.ts';

/** What two groups must share on average to be one: chosen on eighty sentences of ours in eight themes, so that half or a quarter of them group as well. */
const alike = 0.07;

type Weights = ReadonlyMap<string, number>;

/** The telling words of each text by their stems, the rarer the heavier; length 1. */
const weightsOf = (texts: readonly string[]): Weights[] => {
  const stems = wordsOfAll(texts).map((words) => new Set(words.flatMap(({ stem, small }) => (small ? [] : [stem]))));
  const holding = new Map<string, number>();
  for (const own of stems) for (const stem of own) holding.set(stem, (holding.get(stem) ?? 0) + 1);
  return stems.map((own) => {
    const weights = [...own].map((stem): [string, number] => [stem, Math.log(1 + texts.length / (holding.get(stem) ?? 1))]);
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([stem, weight]) => [stem, weight / length]));
  });
};

const likeness = (one: Weights, other: Weights): number => {
  let sum = 0;
  for (const [stem, weight] of one) sum += weight * (other.get(stem) ?? 0);
  return sum;
};

/**
 * Groups a few texts, up to some two hundred, where there is too little to learn from what stands beside what: by the words they share,
 * two groups becoming one while they are alike enough on average (average linkage; Sokal and Michener 1958). Returns the places of each
 * group in `texts`, in the order of their first; whoever is alone is a group of one.
 */
export const groupFew = (texts: readonly Said[]): number[][] => {
  const weights = weightsOf(texts.map(({ text }) => text));
  const groups = texts.map((_, place) => [place]);
  const between = (one: readonly number[], other: readonly number[]): number =>
    one.reduce((sum, a) => sum + other.reduce((part, b) => part + likeness(weights[a]!, weights[b]!), 0), 0) / (one.length * other.length);
  const ties = groups.map((one) => groups.map((other) => between(one, other)));
  for (;;) {
    const best = closest(ties);
    if (best === null) return groups.filter((group) => group.length > 0);
    const [into, from] = best;
    const [a, b] = [groups[into]!.length, groups[from]!.length];
    // The average over both is what each had on average, weighed by how many they were.
    for (let other = 0; other < groups.length; other += 1) ties[into]![other] = ties[other]![into] = (a * ties[into]![other]! + b * ties[from]![other]!) / (a + b);
    for (let other = 0; other < groups.length; other += 1) ties[from]![other] = ties[other]![from] = 0;
    groups[into] = [...groups[into]!, ...groups[from]!];
    groups[from] = [];
  }
};

/** The two that are most alike, where they are alike enough. */
const closest = (ties: readonly (readonly number[])[]): readonly [number, number] | null => {
  let best: readonly [number, number] | null = null;
  let most = alike;
  ties.forEach((row, one) => {
    for (let other = one + 1; other < row.length; other += 1) {
      if (row[other]! < most) continue;
      most = row[other]!;
      best = [one, other];
    }
  });
  return best;
};
