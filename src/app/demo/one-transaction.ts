import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Services } from '#base/services.ts';
import type { Tables } from '#migrations/tables.ts';

/** A turn at a time: whoever asks waits until those before have given theirs back. */
const turnstile = (): (() => Promise<() => void>) => {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let giveBack = (): void => undefined;
    last = new Promise((resolve) => (giveBack = resolve));
    await before;
    return giveBack;
  };
};

const nothing = { command: 'SELECT', rowCount: 0, rows: [] };
const begins = /^(?:begin|start transaction)\b/iu;

/**
 * A pool whose every connection is the same one, inside a transaction that is open already: what begins, commits or rolls back in it
 * does so at a savepoint. Such transactions follow each other, they never run side by side. News are not told: what they would make
 * somebody look at cannot be seen yet, and afterwards everybody looks for the first time.
 */
const poolWithin = (client: pg.PoolClient): pg.Pool => {
  const takeTurn = turnstile();
  const takeWire = turnstile();
  let leave = (): void => undefined;
  let left = '';
  // Some answers are put together from several questions at once; a connection takes one after the other.
  const send = async (...asked: unknown[]): Promise<unknown> => {
    const done = await takeWire();
    return (client.query as (...given: unknown[]) => Promise<unknown>).apply(client, asked).finally(done);
  };
  const query = async (...asked: unknown[]): Promise<unknown> => {
    const [statement] = asked;
    const text = typeof statement === 'string' ? statement : '';
    if (begins.test(text)) {
      leave = await takeTurn();
      // The savepoint before is given up together with the opening of this one: half as many journeys to the database.
      const opening = `${left}savepoint one_of_many`;
      left = '';
      return send(opening);
    }
    if (text === 'commit') {
      left = 'release savepoint one_of_many; ';
      leave();
      return nothing;
    }
    if (text === 'rollback') return send('rollback to savepoint one_of_many; release savepoint one_of_many').finally(() => leave());
    return text.startsWith('select pg_notify') ? nothing : send(...asked);
  };
  const connection = { query, release: () => undefined, processID: (client as { processID?: number }).processID };
  return { query, connect: async () => ({ ...connection }), end: async () => undefined } as unknown as pg.Pool;
};

/**
 * Runs `act` with services whose whole database work is one transaction: nobody sees any of it before it is finished, and if it
 * fails, or the power does, none of it ever was. `act` must do one thing after the other.
 */
export const inOneTransaction = async <Result>(services: Services, act: (within: Services) => Promise<Result>): Promise<Result> => {
  const client = await services.pool.connect();
  const pool = poolWithin(client);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await client.query('begin');
    const result = await act({ ...services, db, pool });
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // Ending the connection ends its transaction, whatever state that is in.
    client.release(true);
    throw error;
  }
};
