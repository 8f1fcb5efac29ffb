import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { exitCodes, StartRefused } from '#base/start-refused.ts';

const folder = new URL('../../../migrations/', import.meta.url);
const oldestServer = 150_000;
// Any number serves, as long as nobody else on this database locks the same one.
const lockNumber = 7_321_975;

/** The names of all migrations in this version of the program, oldest first. */
export const migrationNames = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => /^\d{4}_.+\.sql$/u.test(name)).sort();

/**
 * Brings the schema up to this program's: applies what is missing, in order, each in a transaction of its own, under a lock so
 * that two processes that start together do it once. Returns the names it applied. Refuses a server older than 15 and a schema
 * made by a newer program.
 */
export const migrate = async (pool: pg.Pool): Promise<string[]> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await refuseOldServer(client);
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    await client.query('create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())');
    const known = await migrationNames();
    const applied = (await client.query<{ name: string }>('select name from migrations order by name')).rows.map((row) => row.name);
    refuseNewerSchema(applied, known);
    const missing = known.filter((name) => !applied.includes(name));
    for (const name of missing) await apply(client, name);
    return missing;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockNumber]).catch((error: Error) => (broken = error));
    client.release(broken);
  }
};

const apply = async (client: pg.PoolClient, name: string): Promise<void> => {
  const sql = await readFile(new URL(name, folder), 'utf8');
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into migrations (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed; nothing of it was applied.`, { cause: error });
  }
};

const refuseOldServer = async (client: pg.PoolClient): Promise<void> => {
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
  const version = Number(rows[0]?.version);
  if (version >= oldestServer) return;
  throw new StartRefused(
    {
      it: `Questo PostgreSQL è troppo vecchio (${version}): serve la versione 15 o una più recente.`,
      en: `This PostgreSQL is too old (${version}): version 15 or later is needed.`,
    },
    exitCodes.configuration,
  );
};

const refuseNewerSchema = (applied: string[], known: string[]): void => {
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new StartRefused(
    {
      it: `Il database è di una versione più recente di Presa (contiene ${unknown.join(', ')}). Avvii quella versione, oppure usi un altro database.`,
      en: `The database belongs to a newer version of Presa (it holds ${unknown.join(', ')}). Start that version, or use another database.`,
    },
    exitCodes.configuration,
  );
};
