import type { Reader } from '#base/db/db.ts';
import type { Language } from '#base/texts.ts';
import type { DeliveryRow, DeliveryState, DeliveryView } from './contract.ts';
import { attemptsOf, deliveryPage, type Delivery } from './queries/deliveries.ts';
import type { Endpoint } from './queries/endpoints.ts';
import { deliveryTexts, type Trouble } from './texts.ts';

const perPage = 50;

interface Times {
  readonly nextAttemptAt: Date | null;
  readonly deliveredAt: Date | null;
}

const stateOf = ({ nextAttemptAt, deliveredAt }: Times): DeliveryState => (deliveredAt !== null ? 'delivered' : nextAttemptAt !== null ? 'waiting' : 'given_up');

const inWords = (trouble: string | null, language: Language): string | null => (trouble === null ? null : (deliveryTexts[language].troubles[trouble as Trouble] ?? trouble));

interface Asked {
  readonly which: 'all' | 'not_delivered';
  readonly before?: string | undefined;
  readonly language: Language;
}

export const pageOf = async (reader: Reader, endpointId: string, { which, before, language }: Asked): Promise<{ items: DeliveryRow[]; next: string | null }> => {
  const rows = await deliveryPage(reader, endpointId, { onlyNotDelivered: which === 'not_delivered', before, limit: perPage + 1 });
  const items = rows.slice(0, perPage).map((row): DeliveryRow => ({
    id: row.id, kind: row.kind, createdAt: row.createdAt.toISOString(), state: stateOf(row), attempts: row.attempts,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null, status: row.status, trouble: inWords(row.trouble, language),
  }));
  return { items, next: rows.length > perPage ? (items.at(-1)?.id ?? null) : null };
};

export const viewOf = async (reader: Reader, { delivery, endpoint }: { delivery: Delivery; endpoint: Endpoint }, language: Language): Promise<DeliveryView> => {
  const log = (await attemptsOf(reader, delivery.id)).map((one) => ({ ...one, at: one.at.toISOString(), trouble: inWords(one.trouble, language) }));
  const last = log.at(-1);
  const { id, kind, body, createdAt, attempts, nextAttemptAt } = delivery;
  return {
    id, kind, body, attempts, webhookId: endpoint.id, url: endpoint.url, createdAt: createdAt.toISOString(), state: stateOf(delivery),
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null, status: last?.status ?? null, trouble: last?.trouble ?? null, log,
  };
};
