import { z } from 'zod';
import { get, post } from '#base/contract.ts';
import { instant, language, nothing } from '#base/shapes.ts';
import { channel } from '#channels/contract.ts';

// Apart from what is written: most customers only read, and fetch no more than this.

/**
 * Whose word we wait for. A department of ours by its name, a supplier only as one: with whom we work is no customer's business.
 * `us`: somebody has it and owes the next update; `nobody_yet`: it stands in the queue.
 */
const awaited = z.object({
  from: z.enum(['department', 'supplier', 'third_party', 'you', 'us', 'nobody_yet']),
  department: z.string().nullable(),
  dueAt: instant.nullable(),
  isLate: z.boolean(),
});
export type Awaited = z.infer<typeof awaited>;

/** One step, told to the reader. `department` is null for a supplier. Nothing of what was said inside, and nobody else's words. */
const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('you_wrote'), at: instant, channel, isChase: z.boolean(), files: z.int() }),
  z.object({ kind: z.literal('you_called'), at: instant, isChase: z.boolean() }),
  z.object({ kind: z.literal('taken'), at: instant, name: z.string(), isHandover: z.boolean() }),
  z.object({ kind: z.literal('asked'), at: instant, department: z.string().nullable(), seenAt: instant.nullable() }),
  z.object({ kind: z.literal('department_answered'), at: instant, department: z.string().nullable() }),
  z.object({ kind: z.literal('we_answered'), at: instant, name: z.string(), asksYou: z.boolean() }),
  z.object({ kind: z.literal('promised'), at: instant, what: z.string(), dueAt: instant, state: z.enum(['open', 'kept', 'broken', 'released']) }),
  z.object({ kind: z.literal('resolved'), at: instant, by: z.enum(['you', 'us']) }),
  z.object({ kind: z.literal('reopened'), at: instant }),
]);
export type Step = z.infer<typeof step>;

export const rating = z.object({ score: z.int().min(1).max(5), words: z.string().nullable(), at: instant, changeableUntil: instant });

export const customerPageView = z.object({
  companyName: z.string(),
  caseNumber: z.int(),
  subject: z.string(),
  language,
  timeZone: z.string(),
  /** The reader, as we call them. */
  customerName: z.string(),
  isSolved: z.boolean(),
  /** First and last name of whoever has the case. */
  ownerName: z.string().nullable(),
  nextUpdateDueAt: instant.nullable(),
  /** The first is what the page says in large words; all of them stand open at the end of the steps. */
  awaited: z.array(awaited),
  steps: z.array(step),
  canRate: z.boolean(),
  rating: rating.nullable(),
  /** The title of the survey that waits for the reader here; opened by a form that posts to `/customer-page/:token/survey`. */
  survey: z.object({ it: z.string(), en: z.string() }).nullable(),
});
export type CustomerPageView = z.infer<typeof customerPageView>;

export const byLink = { access: 'link', params: z.object({ token: z.string() }) } as const;
export const readPage = get('/customer-page/:token', { summary: 'Where a case is, for its customer, by the link that they were sent.', ...byLink, out: customerPageView });

export const pageOpened = post('/customer-page/:token/opened', {
  summary: 'The page is in front of a person. Said by the page itself: programs that scan mail open links, and run no script.',
  ...byLink,
  out: nothing,
});
