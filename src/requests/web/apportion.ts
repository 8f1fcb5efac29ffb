/**
 * Whole numbers in the proportion of `spans` that add up to `whole` exactly, each within one of its own share: what rounding down
 * leaves over goes to those that lost most (largest remainders). Of spans that are all nothing, nothing is given.
 */
export const apportion = (spans: readonly number[], whole: number): number[] => {
  const sum = spans.reduce((all, one) => all + one, 0);
  if (sum === 0) return spans.map(() => 0);
  const exact = spans.map((span) => (span / sum) * whole);
  const floors = exact.map(Math.floor);
  const left = whole - floors.reduce((all, one) => all + one, 0);
  const lostMost = exact.map((share, place) => ({ place, lost: share - (floors[place] ?? 0) })).toSorted((one, other) => other.lost - one.lost || one.place - other.place);
  const given = new Set(lostMost.slice(0, left).map(({ place }) => place));
  return floors.map((one, place) => one + (given.has(place) ? 1 : 0));
};
