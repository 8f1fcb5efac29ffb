import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { ComplaintFigures, Statistics } from './contract.ts';
import { bySector, byTopic, countedIn, saidIn, type Period } from './queries/statistics.ts';

/** What was received, answered and paid from `from` to before `to`, and what was open, and past its term, at `to`. Annulled complaints count nowhere. */
export const complaintFigures = async (reader: Reader, from: Instant, to: Instant): Promise<ComplaintFigures> => {
  const period = { from, until: to };
  const { received, open, overdue, answered, withinTerm, upheld } = await countedIn(reader, period);
  const { paidCents } = await saidIn(reader, period);
  return { received, open, overdue, answered, withinTerm, upheld, paidCents };
};

/** The same and more, as authorities ask for it. */
export const statisticsOf = async (reader: Reader, period: Period): Promise<Statistics> => {
  const { upheld, partly, rejected, settled, ...counted } = await countedIn(reader, period);
  const [said, sectors, topics] = [await saidIn(reader, period), await bySector(reader, period), await byTopic(reader, period)];
  return { ...counted, ...said, upheld, outcomes: { upheld, partly, rejected, settled }, sectors, topics };
};
