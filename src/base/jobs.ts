import { Logger as WorkerLogger, run, runOnce, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Tx } from './db/db.ts';
import type { Services } from './services.ts';

/** Work that happens after the transaction that asks for it, at least once; whoever writes one makes twice harmless. */
export interface Job<Payload = unknown> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** How often it is tried, with exponentially growing pauses, before an operator has to look. */
  readonly attempts: number;
  run(services: Services, payload: Payload): Promise<void>;
}

export const defineJob = <Payload>(job: Job<Payload>): Job<Payload> => job;

/** Asks for `job` in the transaction: if that rolls back, nothing was asked. The same `key` twice is one job, the later one. */
export const enqueue = async <Payload>(tx: Tx, job: Job<Payload>, payload: Payload, key?: string): Promise<void> => {
  await sql`select graphile_worker.add_job(${job.name}, ${JSON.stringify(payload)}::json,
    job_key => ${key ?? null}, max_attempts => ${job.attempts})`.execute(tx);
};

const taskList = (jobs: readonly Job[], services: Services): TaskList =>
  Object.fromEntries(jobs.map((job) => [job.name, (payload: unknown) => job.run(services, job.payload.parse(payload))]));

// graphile-worker warns where the pool has no handlers of its own; ours stand in base/db/db.ts.
const options = (services: Services) => ({ pgPool: services.pool, noPreparedStatements: false, parsedCronItems: [], logger: workerLogger(services.log) });

const workerLogger = (log: Logger): WorkerLogger =>
  new WorkerLogger(() => (level, message) => log[level === 'warning' ? 'warn' : level === 'error' ? 'error' : 'debug'](message));

/** Creates the tables of the job queue. Part of migrating. */
export const migrateJobs = async (pool: Services['pool']): Promise<void> => runMigrations({ pgPool: pool });

/** Works on jobs until stopped. Woken by the database, not by asking again and again. */
export const startJobs = async (services: Services, jobs: readonly Job[], concurrency: number): Promise<Runner> =>
  run({ ...options(services), taskList: taskList(jobs, services), concurrency, noHandleSignals: true, pollInterval: 2_000 });

/** Works on what is asked for now, and returns. For tests and for the command line. */
export const runJobs = async (services: Services, jobs: readonly Job[]): Promise<void> =>
  runOnce({ ...options(services), taskList: taskList(jobs, services), noHandleSignals: true });
