import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from '#migrations/tables.ts';
import { NamingClient } from './naming-client.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
/** For reads that work inside a transaction as well as outside. */
export type Reader = Db | Tx;

const { builtins } = pg.types;
// Counts and event numbers stay far below 2^53; dates of a calendar must not turn into instants.
pg.types.setTypeParser(builtins.INT8, Number);
pg.types.setTypeParser(builtins.DATE, (text) => text);

export interface Database {
  readonly db: Db;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * Opens the pool that the whole process shares. Ten connections serve 200 open screens (they wait on live updates, which hold
 * none); more only adds memory on the database's side. Questions to one connection are sent without waiting for the answers before
 * (`at-once.ts`).
 */
export const openDatabase = (connection: pg.PoolConfig, onError: (error: Error) => void): Database => {
  const pool = new pg.Pool({ max: 10, connectionTimeoutMillis: 5_000, application_name: 'presa', Client: NamingClient, pipeline: true, ...connection });
  // A connection that dies while idle must not take the process with it; the pool opens another when asked.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async (): Promise<void> => {
    await db.destroy();
    // Kysely ends only a pool that it has used itself.
    if (!pool.ending) await pool.end();
  };
  return { db, pool, close };
};
