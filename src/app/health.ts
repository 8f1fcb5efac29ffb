import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { isDatabaseAway } from '#base/http/failures.ts';
import type { Services } from '#base/services.ts';

interface Health {
  readonly database: 'ok' | 'away';
  /** Seconds that the oldest job which could run has waited; null where none waits, or nobody can tell. */
  readonly oldestJobSeconds: number | null;
  readonly live: boolean;
}

/** Jobs are woken within milliseconds: one that waits this long means that nobody works on them. */
const tooLongWaiting = 300;

const lookAt = async (services: Services): Promise<Health> => {
  try {
    const { rows } = await sql<{ seconds: number | null }>`
      select extract(epoch from ${services.clock.now()}::timestamptz - min(run_at))::float8 as seconds
      from graphile_worker.jobs where locked_at is null and attempts < max_attempts`.execute(services.db);
    const seconds = rows[0]?.seconds ?? null;
    return { database: 'ok', oldestJobSeconds: seconds === null ? null : Math.max(0, Math.round(seconds)), live: services.live.listening };
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return { database: 'away', oldestJobSeconds: null, live: false };
  }
};

/** `GET /health` for whoever watches the installation: 200 while it can do its work, 503 while it cannot. Tells no numbers of the business. */
export const serveHealth = (http: FastifyInstance, services: Services): void => {
  http.get('/health', { schema: { hide: true } }, async (_request, reply) => {
    const health = await lookAt(services);
    const well = health.database === 'ok' && (health.oldestJobSeconds ?? 0) < tooLongWaiting;
    return reply.code(well ? 200 : 503).header('cache-control', 'no-store').send({ status: well ? 'ok' : 'in_trouble', ...health });
  });
};
