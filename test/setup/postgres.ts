import type { TestProject } from 'vitest/node';
import { openDatabase } from '#base/db/db.ts';
import { migrate } from '#base/db/migrate.ts';
import { migrateJobs } from '#base/jobs.ts';
import type { SocketConnection } from '#base/postgres/joining.ts';
import { withClient } from '#base/postgres/joining.ts';
import { startTestCluster } from './test-cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: SocketConnection;
  }
}

/** The migrated database that every test's own is copied from. Nobody connects to it: PostgreSQL copies no database in use. */
export const templateName = 'presa_template';

const makeTemplate = async (connection: SocketConnection): Promise<void> => {
  await withClient(connection, (client) => client.query(`create database ${templateName}`));
  // A connection that is lost while idle matters to nobody here: whoever needs one next says so.
  const { pool, close } = openDatabase({ ...connection, database: templateName, max: 2 }, () => undefined);
  try {
    await migrate(pool);
    await migrateJobs(pool);
  } finally {
    await close();
  }
};

/** Vitest's global set-up: one cluster for the whole run, and its template. `PRESA_TEST_POSTGRES=debian` takes Debian's. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const cluster = await startTestCluster(process.env['PRESA_TEST_POSTGRES'] === 'debian' ? 'debian' : 'embedded');
  try {
    await makeTemplate(cluster.connection);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide('postgres', cluster.connection);
  return cluster.stop;
};
