import { plus } from '#base/clock.ts';
import { BadInput } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { isAllowed } from '#base/http/outbound-addresses.ts';
import type { Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { accessEndpoint, named } from '../access.ts';
import { webhookEvents, type OffBecause, type WebhookInput } from '../contract.ts';
import { wake } from '../queries/deliveries.ts';
import { insertEndpoint, updateEndpoint, type Endpoint } from '../queries/endpoints.ts';
import { mayBeAddress, policy } from '../rules.ts';
import { newWebhookSecret } from '../signing.ts';

type Done = { id: string } | Refusal;

/** The operator has opened this very machine: for development and tests. */
const loopbackIsOpen = ({ services: { config } }: Work): boolean => isAllowed('127.0.0.1', config.outboundAllowed);

const check = (work: Work, { url, kinds }: WebhookInput, known: readonly string[]): Refusal | null => {
  const unknown = kinds.filter((kind) => !known.includes(kind));
  if (unknown.length > 0) throw new BadInput('kinds', { it: `Questi eventi non si possono inviare: ${unknown.join(', ')}.`, en: `These events cannot be sent: ${unknown.join(', ')}.` });
  return mayBeAddress(url, loopbackIsOpen(work));
};

const memberOf = ({ actor }: Work): string => {
  if (actor.kind !== 'member' || actor.id === null) throw new Error('Only a member looks after webhooks.');
  return actor.id;
};

export const addEndpoint = async (work: Work, input: WebhookInput, known: readonly string[]): Promise<{ id: string; secret: string } | Refusal> => {
  const refusal = check(work, input, known);
  if (refusal !== null) return refusal;
  const [id, secret] = [newId(work.now), newWebhookSecret()];
  await insertEndpoint(work.tx, { ...input, id, secret: work.services.secrets.seal(secret), by: memberOf(work), now: work.now });
  work.emit(webhookEvents['webhook.added'](null, { ...named({ id, url: input.url }), kinds: input.kinds }));
  work.tell('webhook', id);
  return { id, secret };
};

export const changeEndpoint = async (work: Work, id: string, { input, known }: { input: WebhookInput; known: readonly string[] }): Promise<Done> => {
  const found = await accessEndpoint(work, id);
  const refusal = check(work, input, known);
  if (refusal !== null) return refusal;
  const moved = found.url !== input.url;
  await updateEndpoint(work.tx, id, { ...input, ...(moved && { failing_since: null }) });
  if (moved) await wake(work.tx, id, work.now);
  work.emit(webhookEvents['webhook.changed'](null, { ...named({ id, url: input.url }), kinds: input.kinds }));
  work.tell('webhook', id);
  return { id };
};

/** A new secret; the one before it signs beside it for a day. Renewed twice within that day, only the last two sign. */
export const renewEndpointSecret = async (work: Work, id: string): Promise<{ id: string; secret: string; formerUntil: string }> => {
  const found = await accessEndpoint(work, id);
  const secret = newWebhookSecret();
  const until = plus(work.now, policy.formerSecretLives);
  await updateEndpoint(work.tx, id, { secret: work.services.secrets.seal(secret), former_secret: found.secret, former_secret_until: until });
  work.emit(webhookEvents['webhook.secret_renewed'](null, named(found)));
  work.tell('webhook', id);
  return { id, secret, formerUntil: until.toISOString() };
};

/** Whoever holds the endpoint switches it off: by hand, or because nothing arrives there. */
export const turnOff = async (work: Work, found: Endpoint, because: OffBecause): Promise<void> => {
  if (found.offAt !== null) return;
  await updateEndpoint(work.tx, found.id, { off_at: work.now, off_because: because });
  work.emit(webhookEvents['webhook.switched_off'](null, { ...named(found), because }));
  work.tell('webhook', found.id);
};

export const switchEndpointOff = async (work: Work, id: string): Promise<Done> => {
  await turnOff(work, await accessEndpoint(work, id), 'by_hand');
  return { id };
};

/** What still waits goes out at once; how long it failed before counts no more. */
export const switchEndpointOn = async (work: Work, id: string): Promise<Done> => {
  const found = await accessEndpoint(work, id);
  if (found.offAt === null) return { id };
  await updateEndpoint(work.tx, id, { off_at: null, off_because: null, failing_since: null });
  await wake(work.tx, id, work.now);
  work.emit(webhookEvents['webhook.switched_on'](null, named(found)));
  work.tell('webhook', id);
  return { id };
};

export const removeEndpoint = async (work: Work, id: string): Promise<Done> => {
  const found = await accessEndpoint(work, id);
  await updateEndpoint(work.tx, id, { removed_at: work.now });
  work.emit(webhookEvents['webhook.removed'](null, named(found)));
  work.tell('webhook', id);
  return { id };
};

export const bringEndpointBack = async (work: Work, id: string): Promise<Done> => {
  const found = await accessEndpoint(work, id, { removed: true });
  if (found.removedAt === null) return { id };
  await updateEndpoint(work.tx, id, { removed_at: null });
  work.emit(webhookEvents['webhook.brought_back'](null, named(found)));
  work.tell('webhook', id);
  return { id };
};
