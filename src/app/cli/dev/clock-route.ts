import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { minute, type MovableClock } from '#base/clock.ts';
import type { Services } from '#base/services.ts';
import { sweepAll } from '../../sweep-all.ts';

const body = z.object({ minutes: z.number().positive().max(60 * 24 * 366) });

/** `POST /dev/clock {"minutes": 90}`: time goes on by that much, and what falls due happens before the answer. Only in `presa dev`. */
export const serveClock = (http: FastifyInstance, services: Services, clock: MovableClock): void => {
  http.post('/dev/clock', { schema: { hide: true, body } }, async (request) => {
    const { minutes } = request.body as z.infer<typeof body>;
    const now = clock.push(minutes * minute);
    await sweepAll(services);
    return { now: now.toISOString() };
  });
};
