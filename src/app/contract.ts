import { z } from 'zod';
import { get, put } from '#base/contract.ts';
import { id, idParams, instant, nothing } from '#base/shapes.ts';
import { mailHealth } from '#channels/email/contract.ts';

/** Who works on cases, and may therefore hear which of them changed. */
const serviceRoles = ['agent', 'lead', 'admin'] as const;

/** What one line of the stream says: something changed, look again by its own route. `resync`: look at everything again. */
export const liveNews = z.object({ topic: z.string(), id: z.string(), version: z.number() });
export type LiveNews = z.infer<typeof liveNews>;

const present = z.object({ memberId: id, name: z.string(), typing: z.boolean(), at: instant });
export type Present = z.infer<typeof present>;

/** `oldestSeconds`: how long the oldest job has waited that could run; null where none does. `givenUp`: failed too often, a person has to look. */
const jobsHealth = z.object({ waiting: z.int(), givenUp: z.int(), oldestSeconds: z.int().nullable() });
export type JobsHealth = z.infer<typeof jobsHealth>;

export const readHealth = get('/health', {
  summary: 'How the installation is: the jobs, each mailbox, what waits and what stands in quarantine. /health, without /api, says up or down to everybody.',
  access: ['admin'],
  out: z.object({ status: z.enum(['ok', 'in_trouble']), at: instant, live: z.boolean(), jobs: jobsHealth, mail: mailHealth }),
});

export const liveRoutes = {
  stream: get('/live', {
    summary: 'What changes, as it changes (server-sent events): topic, id and version, never content. `resync` means: look at everything again.',
    access: 'signed_in',
    out: z.string(),
  }),
  present: get('/cases/:id/presence', {
    summary: 'Who else has this case open, and who is writing.',
    access: serviceRoles,
    object: 'case',
    params: idParams,
    out: z.object({ items: z.array(present) }),
  }),
  bePresent: put('/cases/:id/presence', {
    summary: 'I have this case open, perhaps writing. Counts for 15 seconds; say it again while it is true.',
    access: serviceRoles,
    object: 'case',
    params: idParams,
    body: z.object({ typing: z.boolean() }),
    out: nothing,
  }),
};
