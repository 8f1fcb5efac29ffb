import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { id, idParams, instant, line, nothing } from '#base/shapes.ts';

const admins = ['admin'] as const;
const done = z.object({ id });

export const webhookInput = z.object({
  /** Where it is sent: HTTPS, reachable from the world outside. */
  url: z.url({ protocol: /^https?$/u }).max(1_000),
  description: line(120),
  /** The kinds of events that it hears; see `GET /webhook-kinds`. */
  kinds: z.array(z.string().max(80)).min(1).max(100).transform((kinds) => [...new Set(kinds)]),
});
export type WebhookInput = z.output<typeof webhookInput>;

export const offBecause = z.enum(['by_hand', 'failing', 'gone']);
export type OffBecause = z.infer<typeof offBecause>;

export const webhookView = z.object({
  id,
  url: z.string(),
  description: z.string(),
  kinds: z.array(z.string()),
  createdAt: instant,
  /** Until when the secret before this one signs as well; null where there is none. */
  formerSecretUntil: instant.nullable(),
  offAt: instant.nullable(),
  offBecause: offBecause.nullable(),
  /** Since when nothing arrives. */
  failingSince: instant.nullable(),
  waiting: z.int(),
  givenUp: z.int(),
  lastDeliveredAt: instant.nullable(),
});
export type WebhookView = z.infer<typeof webhookView>;

export const deliveryState = z.enum(['waiting', 'delivered', 'given_up']);
export type DeliveryState = z.infer<typeof deliveryState>;

export const deliveryRow = z.object({
  id,
  kind: z.string(),
  createdAt: instant,
  state: deliveryState,
  attempts: z.int(),
  nextAttemptAt: instant.nullable(),
  /** Of the last attempt. `trouble` says why no answer came. */
  status: z.int().nullable(),
  trouble: z.string().nullable(),
});
export type DeliveryRow = z.infer<typeof deliveryRow>;

export const deliveryView = deliveryRow.extend({
  webhookId: id,
  url: z.string(),
  /** What is sent, byte for byte. */
  body: z.string(),
  log: z.array(z.object({ at: instant, status: z.int().nullable(), trouble: z.string().nullable(), milliseconds: z.int(), answer: z.string() })),
});
export type DeliveryView = z.infer<typeof deliveryView>;

/** A kind of event that may be sent to others, with the shape of its `data` as JSON Schema. */
export const webhookKind = z.object({ kind: z.string(), about: z.string(), shape: z.record(z.string(), z.unknown()) });

const onWebhook = { access: admins, object: 'webhook', params: idParams } as const;
const onDelivery = { access: admins, object: 'webhook_delivery', params: idParams } as const;
const withSecret = z.object({ id, /** Shown in this answer and nowhere else afterwards. */ secret: z.string() });

export const listKinds = get('/webhook-kinds', { summary: 'What can be sent to other programs, and what stands in it.', access: admins, out: z.object({ items: z.array(webhookKind) }) });
export const listWebhooks = get('/webhooks', { summary: 'Programs that hear what happens here, and whether it arrives.', access: admins, out: z.object({ items: z.array(webhookView) }) });
export const addWebhook = post('/webhooks', { summary: 'A new address that hears of events. The answer holds its secret, once.', access: admins, body: webhookInput, out: withSecret });
export const changeWebhook = put('/webhooks/:id', { summary: 'Changes address, description and kinds. The secret stays.', ...onWebhook, body: webhookInput, out: done });
export const renewSecret = post('/webhooks/:id/secret', {
  summary: 'A new secret. The one before it signs beside it for a day, so that nothing is lost while it is changed.',
  ...onWebhook,
  out: withSecret.extend({ formerUntil: instant }),
});
export const switchOff = put('/webhooks/:id/off', { summary: 'Sends nothing there any more; what happens meanwhile is not collected.', ...onWebhook, out: done });
export const switchOn = del('/webhooks/:id/off', { summary: 'Sends there again, beginning with what still waits.', ...onWebhook, out: done });
export const removeWebhook = del('/webhooks/:id', { summary: 'Takes it off the list.', ...onWebhook, out: done });
export const bringBackWebhook = post('/webhooks/:id/return', { summary: 'Puts it back on the list, as it was.', ...onWebhook, out: done });
export const sendTest = post('/webhooks/:id/test', { summary: 'Sends a `presa.test` event, at once and signed like any other.', ...onWebhook, out: z.object({ deliveryId: id }) });
export const listDeliveries = get('/webhooks/:id/deliveries', {
  summary: 'What was sent there in the last thirty days, the latest first, fifty at a time.',
  ...onWebhook,
  query: z.object({ which: z.enum(['all', 'not_delivered']).default('all'), before: id.optional() }),
  out: z.object({ items: z.array(deliveryRow), next: id.nullable() }),
});
export const readDelivery = get('/webhook-deliveries/:id', { summary: 'One delivery: what was sent, every attempt and what was answered.', ...onDelivery, out: deliveryView });
export const sendAgain = post('/webhook-deliveries/:id/replay', { summary: 'Sends it once more, with the same id and the same bytes.', ...onDelivery, out: nothing });

const about = z.object({ webhookId: id, host: z.string() });
export const webhookEvents = defineEvents({
  'webhook.added': about.extend({ kinds: z.array(z.string()) }),
  'webhook.changed': about.extend({ kinds: z.array(z.string()) }),
  'webhook.secret_renewed': about,
  'webhook.switched_off': about.extend({ because: offBecause }),
  'webhook.switched_on': about,
  'webhook.removed': about,
  'webhook.brought_back': about,
  'webhook.delivery_given_up': about.extend({ deliveryId: id, kind: z.string() }),
});
