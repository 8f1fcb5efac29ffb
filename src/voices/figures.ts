import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { isRefusal } from '#base/refusal.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { serviceDepartment } from '#people/index.ts';
import type { LoopCounts, Occasion } from './contract.ts';
import { toldBetween } from './queries/letters.ts';
import { decideByOf } from './rules.ts';

/** Within so many working days after the decision a customer should have heard. */
const tellWithinDays = 5;

export interface LoopClosure extends LoopCounts {
  /** Told by the end of the fifth working day of the service after they could have been: after the decision, or after they joined it. */
  readonly within5WorkingDays: number;
}

const nothing: LoopClosure = { attached: 0, told: 0, byPhone: 0, notTold: 0, waiting: 0, within5WorkingDays: 0 };

/** How the loop was closed for what was decided, and for what shipped, from one instant to another (the latter not included). */
export const loopFigures = async (reader: Reader, from: Instant, to: Instant): Promise<Readonly<Record<Occasion, LoopClosure>>> => {
  const sum = { decided: { ...nothing }, shipped: { ...nothing } };
  const rows = await toldBetween(reader, from, to);
  if (rows.length === 0) return sum;
  const calendar = await calendarOfDepartment(reader, (await serviceDepartment(reader)).id, to);
  const ends = new Map<string, Instant>();
  const endFor = (draftedAt: string): Instant => {
    const known = ends.get(draftedAt);
    if (known !== undefined) return known;
    const end = decideByOf(calendar, new Date(draftedAt), tellWithinDays);
    if (isRefusal(end)) throw new Error('The calendar of the service never opens.');
    ends.set(draftedAt, end);
    return end;
  };
  for (const { occasion, spans, attached, told, byPhone, notTold, waiting } of rows) {
    const own = sum[occasion];
    sum[occasion] = {
      attached: own.attached + attached, told: own.told + told, byPhone: own.byPhone + byPhone, notTold: own.notTold + notTold, waiting: own.waiting + waiting,
      within5WorkingDays: own.within5WorkingDays + spans.filter(({ draftedAt, toldAt }) => new Date(toldAt) <= endFor(draftedAt)).length,
    };
  }
  return sum;
};
