import { setTimeout as pause } from 'node:timers/promises';
import { second } from '#base/clock.ts';
import type { Role } from '#base/config.ts';
import { startMailWork, startTransports } from '#channels/email/index.ts';
import { startJobs } from '#base/jobs.ts';
import type { Services } from '#base/services.ts';
import { intake } from './intake.ts';
import { jobs } from './jobs.ts';
import { startRecurring } from './recurring.ts';

/** Something that runs beside the pages for as long as the process does. */
export interface Companion {
  readonly name: string;
  readonly role: Role;
  start(services: Services): Promise<{ stop(): Promise<void> }>;
}

const jobsAtOnce = 4;
const longestPause = 30 * second;

/** Works on jobs. When the database goes away the worker ends; it is started again, with growing pauses, until told to stop. */
const startWorker = async (services: Services): Promise<{ stop(): Promise<void> }> => {
  const stopping = new AbortController();
  let current: Awaited<ReturnType<typeof startJobs>> | undefined;
  const keep = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const began = performance.now();
      try {
        current = await startJobs(services, jobs, jobsAtOnce);
        // Told to stop while it was still starting: nobody else could have stopped it.
        if (stopping.signal.aborted) return await current.stop();
        await current.promise;
        if (stopping.signal.aborted) return;
      } catch (error) {
        services.log.warn({ err: error }, 'The job worker ended; it is started again.');
      }
      failures = performance.now() - began > longestPause ? 1 : failures + 1;
      await pause(Math.min(second * 2 ** (failures - 1), longestPause), undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const kept = keep();
  return {
    stop: async () => {
      stopping.abort();
      await current?.stop().catch((error: Error) => services.log.debug({ err: error }, 'The job worker had ended already.'));
      await kept;
    },
  };
};

/** Everything that runs by itself, by the role that has it. */
export const companions: readonly Companion[] = [
  { name: 'worker', role: 'jobs', start: startWorker },
  { name: 'mail work', role: 'jobs', start: (services) => startMailWork(services, intake) },
  { name: 'mail transports', role: 'mail', start: startTransports },
  { name: 'sweeps', role: 'jobs', start: async (services) => startRecurring(services) },
];
