import { sql } from 'kysely';
import type { Reader, Tx } from '#base/db/db.ts';
import type { OffBecause, WebhookInput, WebhookView } from '../contract.ts';

const columns = ['id', 'url', 'description', 'kinds', 'secret', 'former_secret as formerSecret', 'former_secret_until as formerSecretUntil', 'off_at as offAt', 'off_because as offBecause', 'failing_since as failingSince', 'removed_at as removedAt', 'created_at as createdAt'] as const;

const select = (reader: Reader) => reader.selectFrom('webhook_endpoints').select(columns);
export type Endpoint = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

export const endpointById = (reader: Reader, id: string): Promise<Endpoint | undefined> => select(reader).where('id', '=', id).executeTakeFirst();
export const lockEndpoint = (tx: Tx, id: string): Promise<Endpoint | undefined> => select(tx).where('id', '=', id).forUpdate().executeTakeFirst();

/** Those that hear of a kind now. Asked with every event of that kind, mostly of an empty table. */
export const listeningTo = async (reader: Reader, kind: string): Promise<string[]> => {
  const rows = await reader.selectFrom('webhook_endpoints').select('id').where('off_at', 'is', null).where('removed_at', 'is', null).where(sql<boolean>`${kind} = any(kinds)`).orderBy('created_at').execute();
  return rows.map(({ id }) => id);
};

interface NewEndpoint extends WebhookInput {
  readonly id: string;
  /** Sealed. */
  readonly secret: string;
  readonly by: string;
  readonly now: Date;
}

export const insertEndpoint = async (tx: Tx, { id, url, description, kinds, secret, by, now }: NewEndpoint): Promise<void> => {
  await tx.insertInto('webhook_endpoints').values({ id, url, description, kinds: [...kinds], secret, created_by: by, created_at: now }).execute();
};

export type EndpointChange = Partial<{
  url: string; description: string; kinds: string[]; secret: string; former_secret: string; former_secret_until: Date;
  off_at: Date | null; off_because: OffBecause | null; failing_since: Date | null; removed_at: Date | null;
}>;

export const updateEndpoint = async (tx: Tx, id: string, change: EndpointChange): Promise<void> => {
  await tx.updateTable('webhook_endpoints').set(change).where('id', '=', id).execute();
};

/** All that were not taken off the list, in the order in which they were added. */
export const endpointViews = async (reader: Reader, now: Date): Promise<WebhookView[]> => {
  const rows = await select(reader)
    .where('removed_at', 'is', null)
    .select((eb) => {
      const deliveries = eb.selectFrom('webhook_deliveries').whereRef('endpoint_id', '=', 'webhook_endpoints.id');
      return [
        deliveries.where('next_attempt_at', 'is not', null).select((e) => e.fn.countAll<number>().as('n')).as('waiting'),
        deliveries.where('given_up_at', 'is not', null).select((e) => e.fn.countAll<number>().as('n')).as('givenUp'),
        deliveries.select((e) => e.fn.max('delivered_at').as('at')).as('lastDeliveredAt'),
      ];
    })
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id, url: row.url, description: row.description, kinds: row.kinds, createdAt: row.createdAt.toISOString(),
    formerSecretUntil: row.formerSecretUntil !== null && row.formerSecretUntil > now ? row.formerSecretUntil.toISOString() : null,
    offAt: row.offAt?.toISOString() ?? null, offBecause: row.offBecause as OffBecause | null, failingSince: row.failingSince?.toISOString() ?? null,
    waiting: row.waiting ?? 0, givenUp: row.givenUp ?? 0, lastDeliveredAt: row.lastDeliveredAt?.toISOString() ?? null,
  }));
};
