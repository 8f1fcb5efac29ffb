import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import type { Tables } from '#migrations/tables.ts';
import type { Db } from './db.ts';

/** One connection, asked by statement or by Kysely. */
export interface OneConnection {
  readonly client: Asking;
  readonly db: Db;
}

/** What can be asked, whether it is the pool or one of its connections. */
export type Asking = Pick<pg.ClientBase, 'query'>;

const known = new WeakMap<object, Db>();

const dbOn = (client: pg.PoolClient): Db => {
  const before = known.get(client);
  if (before !== undefined) return before;
  // Lent and not given: Kysely would hand it back after each question.
  const lent = { query: client.query.bind(client), release: () => undefined } as unknown as PostgresPoolClient;
  const pool: PostgresPool = { connect: async () => lent, end: async () => undefined, options: {} };
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  known.set(client, db);
  return db;
};

/**
 * Reads many things on one connection, which sends each question without waiting for the answer to the one before and answers in the
 * order of asking. Ten questions on ten connections wake ten processes of the database: most of the time of a small read.
 */
export const atOnce = async <Result>(pool: pg.Pool, read: (on: OneConnection) => Promise<Result>): Promise<Result> => {
  const client = await pool.connect();
  try {
    return await read({ client, db: dbOn(client) });
  } finally {
    client.release();
  }
};
