import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { accessDelivery, accessEndpoint } from '../access.ts';
import { beginAnew, insertDeliveries } from '../queries/deliveries.ts';
import { listeningTo } from '../queries/endpoints.ts';

export const testKind = 'presa.test';

type Data = Readonly<Record<string, unknown>>;

const put = async (work: Work, endpointIds: readonly string[], { kind, data }: { kind: string; data: Data }): Promise<string[]> => {
  const body = JSON.stringify({ type: kind, timestamp: work.now.toISOString(), data });
  const deliveries = endpointIds.map((endpointId) => ({ id: newId(work.now), endpointId, kind, body, now: work.now }));
  await insertDeliveries(work.tx, deliveries);
  for (const id of endpointIds) work.tell('webhook', id);
  return deliveries.map(({ id }) => id);
};

/**
 * Lays an event ready for every program that hears of its kind, in the transaction of the event: where that rolls back, nobody hears of
 * it, and what has happened is never lost on the way out. `tell` is asked only where somebody listens.
 */
export const publish = async (work: Work, kind: string, tell: () => Promise<Data>): Promise<void> => {
  const listening = await listeningTo(work.tx, kind);
  if (listening.length > 0) await put(work, listening, { kind, data: await tell() });
};

/** To one endpoint, whatever kinds it hears. */
export const publishTest = async (work: Work, id: string): Promise<{ deliveryId: string } | Refusal> => {
  const endpoint = await accessEndpoint(work, id);
  if (endpoint.offAt !== null) return refuse('webhook.is_off');
  const [deliveryId = ''] = await put(work, [id], { kind: testKind, data: { webhookId: id } });
  return { deliveryId };
};

/** Once more, with the same id and the same bytes: a program that has it already knows it by its id. */
export const replay = async (work: Work, deliveryId: string): Promise<object | Refusal> => {
  const { delivery, endpoint } = await accessDelivery(work, deliveryId);
  if (endpoint.offAt !== null) return refuse('webhook.is_off');
  if (delivery.nextAttemptAt !== null && delivery.nextAttemptAt <= work.now) return refuse('webhook.is_waiting');
  await beginAnew(work.tx, deliveryId, work.now);
  work.tell('webhook', endpoint.id);
  return {};
};
