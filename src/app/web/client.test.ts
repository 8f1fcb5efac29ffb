import { describe, expect, it } from 'vitest';
import { addressOf } from './call.ts';
import { invalidateFor, makeQueryClient } from './client.ts';
import { waitBefore } from './live.ts';
import { pageAt } from './public/pages.ts';
import { z } from './zod-on-the-server.ts';

describe('the address of a call', () => {
  it('fills the path, repeats lists, leaves out what is not there, writes dates exactly', () => {
    const query = { queue: ['a b', 'c'], before: new Date('2026-11-26T09:00:00Z'), text: undefined, owner: null };
    expect(addressOf('/cases/:id/notes', { params: { id: 'x/y' }, query })).toBe('/api/cases/x%2Fy/notes?queue=a+b&queue=c&before=2026-11-26T09%3A00%3A00.000Z');
  });

  it('is refused when a part of the path is missing', () => {
    expect(() => addressOf('/cases/:id', {})).toThrow('params.id');
  });
});

describe('news', () => {
  it('make old what watches the thing or its kind, and nothing else', async () => {
    const client = makeQueryClient(() => undefined);
    const watch = (key: string, watches: string[]) => client.fetchQuery({ queryKey: [key], queryFn: () => key, meta: { watches } });
    await Promise.all([watch('one', ['case:1']), watch('list', ['case']), watch('other', ['case:2']), watch('promises', ['promise'])]);
    await invalidateFor(client, [{ topic: 'case', id: '1', version: 7 }]);
    const old = client.getQueryCache().getAll().filter(({ state }) => state.isInvalidated).map(({ queryKey }) => queryKey[0]);
    expect(old).toEqual(['one', 'list']);
    client.clear();
  });

  it('are waited for longer after every failure, but never beyond 38 seconds', () => {
    expect([0, 1, 2].map((attempt) => waitBefore(attempt, 0))).toEqual([1_000, 2_000, 4_000]);
    expect(waitBefore(50, 1)).toBe(37_500);
  });
});

describe('the pages without an account', () => {
  const among = [{ at: '/c', load: async () => () => null }];

  it('are found by the beginning of the address', () => {
    expect(pageAt('/c/abc%20d/', among)?.link).toBe('abc d');
    expect(pageAt('/cases/abc', among)).toBeNull();
  });
});

describe('zod in the browser', () => {
  /** Contracts call it as if it were the real one; here only its behaviour matters, not its types. */
  interface Chain {
    (...given: unknown[]): Chain;
    object: Chain;
    extend: Chain;
    iso: Chain;
    datetime: Chain;
    nullable: Chain;
    string: Chain;
    enum: Chain;
    parse: Chain;
    options: unknown;
  }
  const stand = z as Chain;

  it('lets contracts be declared, and lists be read', () => {
    const schema = stand.object({ at: stand.iso.datetime({ offset: true }).nullable() }).extend({});
    expect(schema).toBeTypeOf('function');
    expect(stand.enum(['it', 'en']).options).toEqual(['it', 'en']);
  });

  it('says so when it is asked to judge', () => {
    expect(() => stand.string().parse('x')).toThrow('server');
  });
});
