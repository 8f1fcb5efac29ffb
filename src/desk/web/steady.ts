/** What a list shows, and how many new rows wait above what is seen. */
export interface Steady<Item> {
  items: readonly Item[];
  news: number;
}

/**
 * A list that does not move under somebody who reads in it. While an order is `held` (ids, as they were seen), rows keep it, with their
 * newest contents; those that are gone go, and those that came are counted. Otherwise it is simply the latest.
 */
export const steady = <Item>(latest: readonly Item[], held: readonly string[] | null, idOf: (item: Item) => string): Steady<Item> => {
  if (held === null || held.length === 0) return { items: latest, news: 0 };
  const known = new Set(held);
  const byId = new Map(latest.map((item) => [idOf(item), item]));
  const lastKnown = latest.findLastIndex((item) => known.has(idOf(item)));
  const kept = held.flatMap((id) => byId.get(id) ?? []);
  // What follows the last row that was seen is the next page: it is appended, and moves nothing.
  const further = latest.slice(lastKnown + 1);
  return { items: [...kept, ...further], news: latest.length - kept.length - further.length };
};
