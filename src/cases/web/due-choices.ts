import { day, hour, minute } from '#base/clock.ts';
import { openIntervalsOn, type OpenInterval, type WorkCalendar } from '#calendar/rules.ts';

const sunday = 0;
const saturday = 6;
const longestHoliday = 30;

const at = (date: Date, hours: number): Date => {
  const moment = new Date(date);
  moment.setHours(hours, 0, 0, 0);
  return moment;
};

const isWeekend = (date: Date): boolean => date.getDay() === sunday || date.getDay() === saturday;
const dateOf = (date: Date): string => toLocalInput(date).slice(0, 10);

/** When the service works on the day of `date`; the usual office day where no calendar is known. */
const hoursOn = (date: Date, calendar: WorkCalendar | undefined): readonly OpenInterval[] => {
  if (calendar !== undefined) return openIntervalsOn(calendar, dateOf(date));
  return isWeekend(date) ? [] : [{ from: at(date, 9), to: at(date, 18) }];
};

/** The next day, counted from `from`, on which the service works; Saturdays are left to those who choose them on purpose. */
const nextOfficeDay = (from: Date, calendar: WorkCalendar | undefined): Date => {
  const days = Array.from({ length: longestHoliday }, (_, ahead) => new Date(from.getTime() + (ahead + 1) * day));
  const weekdays = days.filter((one) => !isWeekend(one));
  return weekdays.find((one) => hoursOn(one, calendar).length > 0) ?? weekdays[0] ?? from;
};

/** That hour of the day, or the nearest at which the service is open. */
const openAt = (date: Date, hours: number, calendar: WorkCalendar | undefined): Date => {
  const wanted = at(date, hours);
  const intervals = hoursOn(date, calendar);
  const [first] = intervals;
  const last = intervals.at(-1);
  if (first && wanted < first.from) return first.from;
  return last && wanted > last.to ? last.to : wanted;
};

/**
 * The three dates that people give most: the end of today's work while there is still time for it, the next morning, the next
 * afternoon. `now` is read in the reader's own time zone; `calendar` is that of the department that answers. A date nearer than an
 * hour is no help, so it is left out.
 */
export const dueChoices = (now: Date, calendar?: WorkCalendar): Date[] => {
  const next = nextOfficeDay(now, calendar);
  const closing = hoursOn(now, calendar).at(-1)?.to;
  const tonight = closing !== undefined && closing.getTime() - now.getTime() >= hour ? [closing] : [];
  return [...tonight, openAt(next, 10, calendar), openAt(next, 16, calendar), openAt(nextOfficeDay(next, calendar), 10, calendar)].slice(0, 3);
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
