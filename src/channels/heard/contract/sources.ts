import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { id, idParams, instant, line, page, paragraph } from '#base/shapes.ts';
import { postAddress } from '../rules.ts';

const admins = { access: ['admin'] } as const;
const leads = { access: ['lead', 'admin'] } as const;
const onSource = { ...admins, object: 'heard_source', params: idParams } as const;

/** A program elsewhere that tells us of posts. Its secret is shown once, when it is made or changed. */
const sourceView = z.object({
  id,
  name: z.string(),
  site: z.string(),
  channel: z.enum(['review', 'social']),
  /** Where it sends what it has to tell. */
  address: z.string(),
  madeAt: instant,
  offAt: instant.nullable(),
  lastHeardAt: instant.nullable(),
  /** The secret before this one holds until then. */
  oldSecretUntil: instant.nullable(),
  /** The last message that was turned away, where none was believed since. */
  refused: z.object({ at: instant, because: z.enum(['signature', 'timestamp', 'headers']) }).nullable(),
  /** How many of its messages wait for somebody to look. */
  quarantined: z.int(),
});
export type SourceView = z.infer<typeof sourceView>;

const withSecret = z.object({ source: sourceView, secret: z.string() });

export const listSources = get('/heard/sources', { summary: 'The programs that tell us of posts, those switched off too.', ...admins, out: z.object({ items: z.array(sourceView) }) });
export const makeSource = post('/heard/sources', {
  summary: 'Lets a program tell us of posts. The secret with which it signs stands in the answer, once.',
  ...admins,
  body: z.object({ name: line(80), site: line(60), channel: z.enum(['review', 'social']) }),
  out: withSecret,
});
export const rotateSource = put('/heard/sources/:id/secret', {
  summary: 'Gives a source a new secret, shown once. The old one holds for another day, so that nothing is lost meanwhile.', ...onSource, out: withSecret,
});
export const switchSourceOff = del('/heard/sources/:id', { summary: 'Switches a source off: nothing of it is taken any more. What came stays.', ...onSource, out: sourceView });
export const switchSourceOn = put('/heard/sources/:id/on', { summary: 'Switches a source on again.', ...onSource, out: sourceView });

/** What a program tells, as docs/heard.md describes it. Further fields are left alone. */
export const toldPost = z.object({
  type: z.enum(['post.published', 'post.changed', 'post.deleted']),
  timestamp: instant,
  data: z.object({
    id: line(200),
    url: z.string().max(2_000).refine((typed) => postAddress(typed) !== null),
    /** Of a deleted post the words may be missing. */
    text: paragraph(10_000).optional(),
    author: z.object({ handle: line(80).optional(), name: line(120).optional() }).default({}),
    stars: z.int().min(1).max(5).optional(),
    at: instant.optional(),
    language: z.string().max(35).optional(),
    /** The id of the post that it answers, at the same place. */
    inReplyTo: line(200).optional(),
  }),
});
export type ToldPost = z.infer<typeof toldPost>;

export const tellPost = post('/heard/sources/:id', {
  summary: 'A program tells of a post, signed by the Standard Webhooks scheme; the shape of the body is in docs/heard.md. It is stored as it came and answered at once; the same message again is the same message.',
  access: 'public',
  object: 'heard_source',
  params: idParams,
  takesBytes: true,
  bodyLimit: 256_000,
  out: z.object({ received: z.literal(true), wasKnown: z.boolean() }),
});

const deliveryView = z.object({
  id,
  source: z.object({ id, name: z.string() }),
  webhookId: z.string(),
  receivedAt: instant,
  size: z.int(),
  state: z.enum(['waiting', 'done', 'quarantined']),
  /** What became of it: opened, joined, suggested, known, changed, unchanged, deleted, unknown_post. */
  outcome: z.string().nullable(),
  /** Why it waits for somebody, as a code or a sentence of the program. */
  reason: z.string().nullable(),
  caseId: id.nullable(),
});
export type DeliveryView = z.infer<typeof deliveryView>;

const onDelivery = { ...leads, object: 'heard_delivery', params: idParams } as const;

export const deliveryRoutes = {
  list: get('/heard/deliveries', {
    summary: 'What programs told, by state, the newest first.',
    ...leads,
    query: z.object({ state: z.enum(['waiting', 'done', 'quarantined']).default('quarantined'), before: id.optional() }),
    out: page(deliveryView),
  }),
  again: put('/heard/deliveries/:id/again', { summary: 'Handles a message again, as if it had just come.', ...onDelivery, out: z.object({ id }) }),
  body: get('/heard/deliveries/:id/body', { summary: 'A message as it came, byte for byte, as a download.', ...onDelivery, out: z.any() }),
};
