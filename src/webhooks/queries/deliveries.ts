import { sql } from 'kysely';
import { minute, plus } from '#base/clock.ts';
import type { Db, Reader, Tx } from '#base/db/db.ts';

interface NewDelivery {
  readonly id: string;
  readonly endpointId: string;
  readonly kind: string;
  readonly body: string;
  readonly now: Date;
}

export const insertDeliveries = async (tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> => {
  await tx.insertInto('webhook_deliveries')
    .values(deliveries.map(({ id, endpointId, kind, body, now }) => ({ id, endpoint_id: endpointId, kind, body, created_at: now, next_attempt_at: now }))).execute();
};

/** What waits for endpoints that are on. */
export const waiting = (reader: Reader) =>
  reader.selectFrom('webhook_deliveries').innerJoin('webhook_endpoints', 'webhook_endpoints.id', 'webhook_deliveries.endpoint_id')
    .where('next_attempt_at', 'is not', null).where('off_at', 'is', null).where('removed_at', 'is', null);

export interface Claimed {
  readonly id: string;
  readonly endpointId: string;
  readonly kind: string;
  readonly body: string;
  /** This one included. */
  readonly attempts: number;
}

/** Longer than the longest attempt: whoever is killed in between is taken for failed after this, and it is sent again with the same id. */
const lease = 2 * minute;
/** Of one endpoint, so that one that is slow does not keep the others waiting. */
const eachAtOnce = 5;
const atOnce = 20;

/** Takes what is due, the longest waiting first. Two processes never take the same: the second finds it taken. */
export const claimDue = async (db: Db, now: Date): Promise<Claimed[]> => {
  const { rows } = await sql<Claimed>`
    update webhook_deliveries set attempts = attempts + 1, next_attempt_at = ${plus(now, lease)}
    where next_attempt_at <= ${now} and id in (
      select id from (
        select d.id, d.next_attempt_at, row_number() over (partition by d.endpoint_id order by d.next_attempt_at, d.id) as place
        from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
        where d.next_attempt_at <= ${now} and e.off_at is null and e.removed_at is null) due
      where place <= ${eachAtOnce} order by next_attempt_at, id limit ${atOnce})
    returning id, endpoint_id as "endpointId", kind, body, attempts`.execute(db);
  return rows;
};

const columns = ['id', 'endpoint_id as endpointId', 'kind', 'body', 'created_at as createdAt', 'attempts', 'next_attempt_at as nextAttemptAt', 'delivered_at as deliveredAt', 'given_up_at as givenUpAt'] as const;
const select = (reader: Reader) => reader.selectFrom('webhook_deliveries').select(columns);
export type Delivery = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

export const deliveryById = (reader: Reader, id: string): Promise<Delivery | undefined> => select(reader).where('id', '=', id).executeTakeFirst();
export const lockDelivery = (tx: Tx, id: string): Promise<Delivery | undefined> => select(tx).where('id', '=', id).forUpdate().executeTakeFirst();

export type Settled = { readonly nextAttemptAt: Date } | { readonly deliveredAt: Date } | { readonly givenUpAt: Date };

export const settle = async (tx: Tx, id: string, settled: Settled): Promise<void> => {
  await tx.updateTable('webhook_deliveries').where('id', '=', id).set({
    next_attempt_at: 'nextAttemptAt' in settled ? settled.nextAttemptAt : null,
    delivered_at: 'deliveredAt' in settled ? settled.deliveredAt : null,
    given_up_at: 'givenUpAt' in settled ? settled.givenUpAt : null,
  }).execute();
};

/** Once more from the beginning; what was tried before stays in its log. */
export const beginAnew = async (tx: Tx, id: string, now: Date): Promise<void> => {
  await tx.updateTable('webhook_deliveries').where('id', '=', id).set({ attempts: 0, next_attempt_at: now, delivered_at: null, given_up_at: null }).execute();
};

/** Goes out with the next sweep, whatever it waited for: somebody switched its endpoint on, or chose another address. */
export const wake = async (tx: Tx, endpointId: string, now: Date): Promise<void> => {
  await tx.updateTable('webhook_deliveries').where('endpoint_id', '=', endpointId).where('next_attempt_at', '>', now).set({ next_attempt_at: now }).execute();
};

export interface Attempt {
  readonly at: Date;
  readonly status: number | null;
  readonly trouble: string | null;
  readonly milliseconds: number;
  readonly answer: string;
}

export const insertAttempt = async (tx: Tx, deliveryId: string, { id, ...attempt }: Attempt & { readonly id: string }): Promise<void> => {
  await tx.insertInto('webhook_attempts').values({ id, delivery_id: deliveryId, ...attempt }).execute();
};

export const attemptsOf = (reader: Reader, deliveryId: string): Promise<Attempt[]> =>
  reader.selectFrom('webhook_attempts').where('delivery_id', '=', deliveryId).orderBy('at').orderBy('id').select(['at', 'status', 'trouble', 'milliseconds', 'answer']).execute();

interface Page {
  readonly onlyNotDelivered: boolean;
  readonly before: string | undefined;
  readonly limit: number;
}

/** Of one endpoint, the latest first, each with how its last attempt ended. */
export const deliveryPage = (reader: Reader, endpointId: string, { onlyNotDelivered, before, limit }: Page) => {
  let query = reader.selectFrom('webhook_deliveries')
    .leftJoinLateral((join) => join.selectFrom('webhook_attempts').whereRef('delivery_id', '=', 'webhook_deliveries.id').orderBy('at', 'desc').orderBy('webhook_attempts.id', 'desc').limit(1).select(['status', 'trouble']).as('last'), (join) => join.onTrue())
    .where('endpoint_id', '=', endpointId)
    .select(['webhook_deliveries.id', 'kind', 'created_at as createdAt', 'attempts', 'next_attempt_at as nextAttemptAt', 'delivered_at as deliveredAt', 'last.status', 'last.trouble']);
  if (onlyNotDelivered) query = query.where('delivered_at', 'is', null);
  if (before !== undefined) {
    query = query.where((eb) => eb(eb.refTuple('created_at', 'webhook_deliveries.id'), '<', reader.selectFrom('webhook_deliveries as last_shown').where('last_shown.id', '=', before).select(['last_shown.created_at', 'last_shown.id']).$asTuple('created_at', 'id')));
  }
  return query.orderBy('created_at', 'desc').orderBy('webhook_deliveries.id', 'desc').limit(limit).execute();
};

export const forgetBefore = async (db: Db, instant: Date): Promise<void> => {
  await db.deleteFrom('webhook_deliveries').where('created_at', '<', instant).execute();
};
