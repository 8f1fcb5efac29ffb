import { describe, expect, it } from 'vitest';
import { steady } from './steady.ts';

const idOf = ({ id }: { id: string }) => id;
const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const shown = (latest: string[], seen: string[], held: boolean) => {
  const { items, news } = steady(rows(...latest), seen, held, idOf);
  return { items: items.map(idOf).join(''), news };
};

describe('a list that is read in', () => {
  it('keeps its order while it is held, and counts what came above', () => {
    expect(shown(['n', 'c', 'a', 'b'], ['a', 'b', 'c'], true)).toEqual({ items: 'abc', news: 1 });
    expect(shown(['n', 'c', 'a', 'b'], ['a', 'b', 'c'], false)).toEqual({ items: 'ncab', news: 0 });
  });

  it('lets go what is gone, and appends the next page', () => {
    expect(shown(['a', 'c', 'd', 'e'], ['a', 'b', 'c'], true)).toEqual({ items: 'acde', news: 0 });
  });

  it('has its newest contents, whatever the order', () => {
    const { items } = steady([{ id: 'b', now: 2 }, { id: 'a', now: 2 }], ['a', 'b'], true, idOf);
    expect(items).toEqual([{ id: 'a', now: 2 }, { id: 'b', now: 2 }]);
  });

  it('shows all where nothing was seen yet', () => {
    expect(shown(['a'], [], true)).toEqual({ items: 'a', news: 0 });
  });
});
