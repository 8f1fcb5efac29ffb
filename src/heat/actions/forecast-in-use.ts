import { minute, plus, type Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { Services } from '#base/services.ts';
import type { Model } from '../forecast/model.ts';
import { shippedModel } from '../forecast/shipped.ts';
import { lastNight, type Shows } from '../queries/nights.ts';

export interface ForecastInUse {
  readonly model: Model;
  /** Null until it was judged by our own cases: it may then help to order a list, and no number of it is seen. */
  readonly shows: Shows | null;
}

// A model changes once a night and is asked a hundred times a minute.
const known = new WeakMap<Services, { readonly inUse: ForecastInUse; readonly until: Instant }>();
const keptFor = 10 * minute;

/** The model that forecasts now, ours or the shipped one, and which of its risks may be seen. */
export const forecastInUse = async (services: Services, reader: Reader, now: Instant): Promise<ForecastInUse> => {
  const kept = known.get(services);
  if (kept !== undefined && kept.until > now) return kept.inUse;
  const night = await lastNight(reader);
  const inUse = { model: night?.model ?? shippedModel(), shows: night?.shows ?? null };
  known.set(services, { inUse, until: plus(now, keptFor) });
  return inUse;
};
