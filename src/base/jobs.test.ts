import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { freshDatabase, type FreshDatabase } from '#test/postgres.ts';
import { readConfig } from './config.ts';
import { openLog } from './log.ts';
import { defineJob } from './job-queue.ts';
import { startJobs } from './jobs.ts';
import { withClient } from './postgres/joining.ts';
import { openServices } from '../app/services.ts';

let database: FreshDatabase;
let opened: Awaited<ReturnType<typeof openServices>>;
beforeEach(async () => {
  database = await freshDatabase();
  opened = await openServices({ config: readConfig({}), connection: database.connection, secret: Buffer.alloc(48, 7), log: openLog('silent') });
});
afterEach(async () => {
  await opened.close();
  await database.drop();
});

const asServer = (statement: string): Promise<unknown> => withClient(inject('postgres'), (client) => client.query(statement));
const goesAway = async (): Promise<void> => {
  await asServer(`alter database ${database.connection.database} allow_connections false`);
  await asServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.connection.database}'`);
};
const comesBack = (): Promise<unknown> => asServer(`alter database ${database.connection.database} allow_connections true`);

test.each(['ends well', 'fails'])('a worker whose database went away while a job %s ends, and takes nothing with it; the next one goes on', async (how) => {
  const { services } = opened;
  const done: string[] = [];
  const payload = z.object({ word: z.string() });
  const away = defineJob({ name: 'away', payload, attempts: 5, run: async () => {
    await goesAway();
    if (how === 'fails') throw new Error('It fails while the database is away.');
  } });
  const note = defineJob({ name: 'note', payload, attempts: 5, run: async (_, { word }) => void done.push(word) });
  const ask = (name: string) => sql`select graphile_worker.add_job(${name}, '{"word": "after"}'::json)`.execute(services.db);

  const first = await startJobs(services, [away], 2);
  await ask('away');
  // An end that nobody hears of would be an unhandled rejection here, and the end of the process where Presa runs.
  await Promise.race([first.promise.catch(() => undefined), pause(20_000).then(() => Promise.reject(new Error('The worker did not end.')))]);
  await comesBack();
  await ask('note');
  const second = await startJobs(services, [note], 2);
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(['after']);
  await second.stop();
});
