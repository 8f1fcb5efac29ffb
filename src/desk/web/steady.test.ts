import { describe, expect, it } from 'vitest';
import { steady } from './steady.ts';

const idOf = ({ id }: { id: string }) => id;
const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const shown = (latest: string[], held: string[] | null) => {
  const { items, news } = steady(rows(...latest), held, idOf);
  return { items: items.map(idOf).join(''), news };
};

describe('a list that is read in', () => {
  it('keeps its order while it is held, and counts what came above', () => {
    expect(shown(['n', 'c', 'a', 'b'], ['a', 'b', 'c'])).toEqual({ items: 'abc', news: 1 });
    expect(shown(['n', 'c', 'a', 'b'], null)).toEqual({ items: 'ncab', news: 0 });
  });

  it('lets go what is gone, and appends the next page', () => {
    expect(shown(['a', 'c', 'd', 'e'], ['a', 'b', 'c'])).toEqual({ items: 'acde', news: 0 });
  });

  it('has its newest contents, whatever the order', () => {
    const { items } = steady([{ id: 'b', now: 2 }, { id: 'a', now: 2 }], ['a', 'b'], idOf);
    expect(items).toEqual([{ id: 'a', now: 2 }, { id: 'b', now: 2 }]);
  });

  it('shows all where nothing was seen yet', () => {
    expect(shown(['a'], [])).toEqual({ items: 'a', news: 0 });
  });
});
