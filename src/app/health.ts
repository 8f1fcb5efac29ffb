import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { isDatabaseAway } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import type { Services } from '#base/services.ts';
import { mailHealth } from '#channels/email/index.ts';
import { readHealth, type JobsHealth } from './contract.ts';

/** Jobs are woken within milliseconds: one that waits this long means that nobody works on them. */
const tooLongWaiting = 300;

const jobsHealth = async (services: Services): Promise<JobsHealth> => {
  const { rows } = await sql<{ waiting: number; givenUp: number; seconds: number | null }>`
    select count(*) filter (where attempts < max_attempts)::int as waiting, count(*) filter (where attempts >= max_attempts)::int as "givenUp",
           extract(epoch from ${services.clock.now()}::timestamptz - min(run_at) filter (where locked_at is null and attempts < max_attempts))::float8 as seconds
    from graphile_worker.jobs`.execute(services.db);
  const { waiting = 0, givenUp = 0, seconds = null } = rows[0] ?? {};
  return { waiting, givenUp, oldestSeconds: seconds === null ? null : Math.max(0, Math.round(seconds)) };
};

const isWell = ({ oldestSeconds }: JobsHealth): boolean => (oldestSeconds ?? 0) < tooLongWaiting;

const works = async (services: Services): Promise<boolean> => {
  try {
    return isWell(await jobsHealth(services));
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return false;
  }
};

/**
 * `GET /health` for whoever watches the installation: 200 while it can do its work, 503 while it cannot, and nothing else, because it
 * is open to everybody. How each part is says `GET /api/health`, to administrators and to programs with a key of theirs.
 */
export const serveHealth = (http: FastifyInstance, services: Services): void => {
  http.get('/health', { schema: { hide: true } }, async (_request, reply) => {
    const well = await works(services);
    return reply.code(well ? 200 : 503).header('cache-control', 'no-store').send({ status: well ? 'ok' : 'in_trouble' });
  });
};

export const serveHealthInDetail = (served: Served): void => {
  served.member(readHealth, async ({ services }) => {
    const [jobs, mail] = await Promise.all([jobsHealth(services), mailHealth(services.db)]);
    return { status: isWell(jobs) ? 'ok' as const : 'in_trouble' as const, at: services.clock.now().toISOString(), live: services.live.listening, jobs, mail };
  });
};
