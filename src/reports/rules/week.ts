import { day, type Instant } from '#base/clock.ts';
import { dayNumberAt, dayNumberOf, dayReader, localDateOf, wallAt } from '#calendar/rules/zone.ts';

/** A week as the calendar names it (ISO 8601): Monday to Sunday, the one that holds the year's first Thursday is the first. */
export interface Week {
  /** `2026-W47` */
  readonly name: string;
  readonly from: Instant;
  /** Not included. */
  readonly to: Instant;
  /** The Monday, as `2026-11-16`. */
  readonly monday: string;
}

/** Days since 1 January 1970, a Thursday: Mondays are those that leave 4. */
const mondayOf = (dayNumber: number): number => dayNumber - ((((dayNumber + 3) % 7) + 7) % 7);

const midnight = (timeZone: string, dayNumber: number): Instant => new Date(dayReader(timeZone, dayNumber)(0));

const nameOf = (monday: number): string => {
  const year = Number(localDateOf(monday + 3).slice(0, 4));
  const first = mondayOf(dayNumberOf(`${year}-01-04`));
  return `${year}-W${String((monday - first) / 7 + 1).padStart(2, '0')}`;
};

const weekFrom = (timeZone: string, monday: number): Week => ({ name: nameOf(monday), from: midnight(timeZone, monday), to: midnight(timeZone, monday + 7), monday: localDateOf(monday) });

/** The week in which an instant lies, in a company's time zone. */
export const weekAt = (timeZone: string, at: Instant): Week => weekFrom(timeZone, mondayOf(dayNumberAt(timeZone, at.getTime())));

export const weekBefore = (timeZone: string, { from }: Week): Week => weekAt(timeZone, new Date(from.getTime() - day));

/** The week of that name; null where the calendar has none. */
export const weekNamed = (timeZone: string, name: string): Week | null => {
  const [, year, number] = /^(\d{4})-W(\d{2})$/u.exec(name) ?? [];
  if (year === undefined || number === undefined) return null;
  const week = weekFrom(timeZone, mondayOf(dayNumberOf(`${year}-01-04`)) + (Number(number) - 1) * 7);
  return week.name === name ? week : null;
};

/** The hour at which the week's digest leaves, on the Monday after it: before the first meeting, and after the night's work. */
const leavesAt = 7;

/** The week whose digest is due: the last that is over, from Monday at seven on. Before that, the one before it. */
export const weekDue = (timeZone: string, now: Instant): Week => {
  const last = weekBefore(timeZone, weekAt(timeZone, now));
  const hour = Math.floor((wallAt(timeZone, now.getTime()) % day) / 3_600_000);
  const isMonday = dayNumberAt(timeZone, now.getTime()) === dayNumberAt(timeZone, last.to.getTime());
  return isMonday && hour < leavesAt ? weekBefore(timeZone, last) : last;
};
