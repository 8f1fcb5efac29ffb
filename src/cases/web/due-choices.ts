import { day, hour, minute } from '#base/clock.ts';

const sunday = 0;
const saturday = 6;

const at = (date: Date, hours: number): Date => {
  const moment = new Date(date);
  moment.setHours(hours, 0, 0, 0);
  return moment;
};

/** The next day, counted from `from`, on which an office answers; Saturdays are left to those who choose them on purpose. */
const nextOfficeDay = (from: Date): Date => {
  const next = new Date(from.getTime() + day);
  return next.getDay() === sunday || next.getDay() === saturday ? nextOfficeDay(next) : next;
};

/**
 * The three dates that people give most: this evening while there is still time for it, the next morning, the next afternoon.
 * `now` is read in the reader's own time zone. A date nearer than an hour is no help, so it is left out.
 */
export const dueChoices = (now: Date): Date[] => {
  const next = nextOfficeDay(now);
  const isOfficeDay = now.getDay() !== sunday && now.getDay() !== saturday;
  const tonight = at(now, 18);
  const offered = [...(isOfficeDay && tonight.getTime() - now.getTime() >= hour ? [tonight] : []), at(next, 10), at(next, 16), at(nextOfficeDay(next), 10)];
  return offered.slice(0, 3);
};

/** An instant as `<input type="datetime-local">` holds it: local time, to the minute. */
export const toLocalInput = (instant: Date): string => {
  const shifted = new Date(instant.getTime() - instant.getTimezoneOffset() * minute);
  return shifted.toISOString().slice(0, 16);
};

/** What `<input type="datetime-local">` holds as ISO 8601; null while it is incomplete. */
export const fromLocalInput = (value: string): string | null => {
  const instant = new Date(value);
  return value === '' || Number.isNaN(instant.getTime()) ? null : instant.toISOString();
};
