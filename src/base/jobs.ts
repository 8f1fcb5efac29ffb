import { Logger as WorkerLogger, run, runOnce, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Job } from './job-queue.ts';
import type { Services } from './services.ts';

const taskList = (jobs: readonly Job[], services: Services): TaskList =>
  Object.fromEntries(jobs.map((job) => [job.name, (payload: unknown) => job.run(services, job.payload.parse(payload))]));

// graphile-worker warns where the pool has no handlers of its own; ours stand in base/db/db.ts.
const options = (services: Services) => ({ pgPool: services.pool, noPreparedStatements: false, parsedCronItems: [], logger: workerLogger(services.log) });

const workerLogger = (log: Logger): WorkerLogger =>
  new WorkerLogger(() => (level, message) => log[level === 'warning' ? 'warn' : level === 'error' ? 'error' : 'debug'](message));

/** Creates the tables of the job queue. Part of migrating. */
export const migrateJobs = async (pool: Services['pool']): Promise<void> => runMigrations({ pgPool: pool });

/**
 * graphile-worker writes the end of a job without waiting for it; where the database went away in between, nobody would hear of that,
 * and an unheard failure ends the whole process. Written in batches, even of one, the failure ends the worker instead, which is
 * started again.
 */
const endsAreHeard = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/** Works on jobs until stopped, or until the database goes away. Woken by the database, not by asking again and again. */
export const startJobs = async (services: Services, jobs: readonly Job[], concurrency: number): Promise<Runner> =>
  run({ ...options(services), preset: endsAreHeard, taskList: taskList(jobs, services), concurrency, noHandleSignals: true, pollInterval: 2_000 });

/** Works on what is asked for now, and returns. For tests and for the command line. */
export const runJobs = async (services: Services, jobs: readonly Job[]): Promise<void> =>
  runOnce({ ...options(services), taskList: taskList(jobs, services), noHandleSignals: true });
