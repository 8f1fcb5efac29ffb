import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { second } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { openDatabase } from '#base/db/db.ts';
import { migrate, migrationNames } from '#base/db/migrate.ts';
import { newId } from '#base/ids.ts';
import { migrateJobs } from '#base/jobs.ts';
import { openLog } from '#base/log.ts';
import { openEmbedded, type EmbeddedPostgres, type SocketConnection } from '#base/postgres/embedded.ts';
import { withClient } from '#base/postgres/joining.ts';
import { hashToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import { inWork, system } from '#base/work.ts';
import { openServices } from '../src/app/services.ts';
import { foundCasaLumina } from '../src/demo/company.ts';
import { fill } from './fill.ts';

export interface Filled {
  readonly connection: SocketConnection;
  readonly services: Services;
  readonly dataFolder: string;
  readonly secret: string;
  readonly cases: number;
  readonly messages: number;
  /** Seconds that filling took; null where an earlier run had filled it. */
  readonly fillSeconds: number | null;
  /** A signed-in session of agent `number`, 1 to 200, as the browser sends it. */
  cookie(number: number): string;
  close(): Promise<void>;
}

const secret = 'b'.repeat(48);
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined };
export const sessions = 200;
const tokenOf = (number: number): string => `bench-session-${number}`;

/** What is filled must be filled anew when a table changes, or the way of filling does. */
const version = async (): Promise<string> => {
  const hash = createHash('sha256');
  const here = (file: string): Promise<string> => readFile(fileURLToPath(new URL(file, import.meta.url)), 'utf8');
  for (const name of await migrationNames()) hash.update(await here(`../migrations/${name}`));
  for (const file of ['fill.ts', 'fill-words.ts']) hash.update(await here(file));
  return hash.digest('hex').slice(0, 12);
};

// While filling nothing has to survive: a fill that is interrupted is thrown away. What is measured afterwards is durable again.
const whileFilling = { fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '8GB', autovacuum: 'off', checkpoint_timeout: '1h' };

const isFilled = (connection: SocketConnection): Promise<boolean> =>
  withClient(connection, async (client) => (await client.query("select to_regclass('bench_filled') is not null as filled")).rows[0].filled === true);

const fillIt = async (dataFolder: string, cases: number, say: (text: string) => void): Promise<number> => {
  const began = performance.now();
  const database = await openEmbedded({ dataFolder, log: quiet, settings: whileFilling });
  try {
    const { pool, close } = openDatabase({ ...database.connection }, () => undefined);
    await migrate(pool);
    await migrateJobs(pool);
    await close();
    const opened = await openServices({ config: readConfig({ PRESA_DATA: dataFolder }), connection: database.connection, secret: Buffer.from(secret), log: openLog('silent') });
    const company = await inWork(opened.services, system, (work) => foundCasaLumina(work, {}));
    await opened.close();
    const size = { cases, departmentId: company.departments.servizio, askedDepartmentId: company.departments.magazzino, mailboxId: company.mailboxId };
    await withClient(database.connection, async (client) => {
      await fill(client, size, say);
      await client.query('checkpoint');
      await client.query('create table bench_filled as select now() as at');
    });
  } finally {
    await database.stop();
  }
  return Math.round((performance.now() - began) / 100) / 10;
};

const signIn = async (connection: SocketConnection): Promise<void> =>
  withClient(connection, async (client) => {
    await client.query('delete from sessions');
    const { rows } = await client.query<{ id: string }>("select s.id from sign_ins s join members m on m.id = s.member_id where m.name like 'Collega %' order by m.id");
    for (const [place, { id }] of rows.slice(0, sessions).entries()) {
      await client.query("insert into sessions (id, sign_in_id, token, expires_at, created_at, updated_at) values ($1, $2, $3, now() + interval '10 days', now(), now())", [newId(new Date()), id, hashToken(tokenOf(place + 1))]);
    }
  });

/**
 * A company of that many cases on a PostgreSQL of its own, durable as in earnest. `PRESA_BENCH_DATA` keeps it for the next run;
 * otherwise it is gone at the end.
 */
export const openFilled = async (cases: number, env: Readonly<Record<string, string | undefined>>, say: (text: string) => void): Promise<Filled> => {
  const kept = env['PRESA_BENCH_DATA'];
  if (kept !== undefined) await mkdir(kept, { recursive: true });
  const dataFolder = kept === undefined ? await mkdtemp(path.join(tmpdir(), 'presa-bench-')) : path.join(path.resolve(kept), `${cases}-${await version()}`);
  let fillSeconds: number | null = null;
  let database: EmbeddedPostgres = await openEmbedded({ dataFolder, log: quiet });
  try {
    if (!(await isFilled(database.connection))) {
      await database.stop();
      if (kept !== undefined) await rm(path.join(dataFolder), { recursive: true, force: true });
      fillSeconds = await fillIt(dataFolder, cases, say);
      database = await openEmbedded({ dataFolder, log: quiet });
    }
    await signIn(database.connection);
    const counted = await withClient(database.connection, (client) => client.query("select (select count(*) from cases)::int as cases, (select count(*) from messages)::int as messages"));
    const opened = await openServices({ config: readConfig({ PRESA_DATA: dataFolder }), connection: database.connection, secret: Buffer.from(secret), log: openLog('warn', process.stderr) });
    const close = async (): Promise<void> => {
      await opened.close();
      await database.stop();
      if (kept === undefined) await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: second });
    };
    return { connection: database.connection, services: opened.services, dataFolder, secret, ...counted.rows[0], fillSeconds, cookie: (number) => `presa_session=${tokenOf(number)}`, close };
  } catch (error) {
    await database.stop();
    throw error;
  }
};
