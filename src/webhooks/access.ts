import { NotFound } from '#base/http/failures.ts';
import type { Reader } from '#base/db/db.ts';
import type { Work } from '#base/work.ts';
import { deliveryById, lockDelivery, type Delivery } from './queries/deliveries.ts';
import { endpointById, lockEndpoint, type Endpoint } from './queries/endpoints.ts';

/** The gate to an endpoint; the route has checked that it is an administrator. One that was taken off the list can only be brought back. */
export const accessEndpoint = async (work: Work, id: string, { removed = false } = {}): Promise<Endpoint> => {
  const found = await lockEndpoint(work.tx, id);
  if (found === undefined || (found.removedAt !== null && !removed)) throw new NotFound();
  return found;
};

export const accessEndpointToRead = async (reader: Reader, id: string): Promise<Endpoint> => {
  const found = await endpointById(reader, id);
  if (found === undefined || found.removedAt !== null) throw new NotFound();
  return found;
};

export const accessDeliveryToRead = async (reader: Reader, id: string): Promise<{ delivery: Delivery; endpoint: Endpoint }> => {
  const delivery = await deliveryById(reader, id);
  if (delivery === undefined) throw new NotFound();
  return { delivery, endpoint: await accessEndpointToRead(reader, delivery.endpointId) };
};

/** A delivery with its endpoint, both held: the endpoint first, as when an attempt ends. */
export const accessDelivery = async (work: Work, id: string): Promise<{ delivery: Delivery; endpoint: Endpoint }> => {
  const { endpointId } = (await accessDeliveryToRead(work.tx, id)).delivery;
  const endpoint = await accessEndpoint(work, endpointId);
  const delivery = await lockDelivery(work.tx, id);
  if (delivery === undefined) throw new NotFound();
  return { delivery, endpoint };
};

/** What every event of an endpoint says. Its address may hold a key of theirs: only the machine is named. */
export const named = ({ id, url }: Pick<Endpoint, 'id' | 'url'>) => ({ webhookId: id, host: new URL(url).host });
