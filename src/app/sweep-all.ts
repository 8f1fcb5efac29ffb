import { sql } from 'kysely';
import type { Job } from '#base/job-queue.ts';
import { runJobs } from '#base/jobs.ts';
import type { Services } from '#base/services.ts';
import { jobs as allJobs } from './jobs.ts';
import { recurring, withSomethingToDo, type Recurring } from './recurring.ts';

const mostRounds = 50;

interface What {
  readonly tasks?: readonly Recurring[];
  readonly jobs?: readonly Job[];
}

/**
 * Does by hand what the program does by itself: runs every sweep and every job that is due now, again and again until a round
 * changes nothing. Throws where there is no end to it: two tasks then undo each other.
 */
export const sweepAll = async (services: Services, { tasks = recurring, jobs = allJobs }: What = {}): Promise<void> => {
  let before = '';
  for (let round = 0; round < mostRounds; round += 1) {
    await workOff(services, jobs);
    for (const task of await withSomethingToDo(services, tasks)) await task.run(services);
    await workOff(services, jobs);
    const after = await lastEvent(services);
    if (after === before) return;
    before = after;
  }
  throw new Error(`Sweeping ${mostRounds} times did not come to rest; the last event is ${before}.`);
};

/** Runs the jobs that wait, if there are any: starting a worker costs more than asking. */
export const workOff = async (services: Services, jobs: readonly Job[] = allJobs): Promise<void> => {
  const { rows } = await sql<{ waiting: boolean }>`select exists (
    select from graphile_worker.jobs where locked_at is null and attempts < max_attempts) as waiting`.execute(services.db);
  if (rows[0]?.waiting === true) await runJobs(services, jobs);
};

const lastEvent = async (services: Services): Promise<string> => {
  const row = await services.db.selectFrom('events').select((build) => build.fn.max('id').as('last')).executeTakeFirst();
  return String(row?.last ?? 'none');
};
