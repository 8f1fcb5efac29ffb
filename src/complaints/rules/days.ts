import { day, hour, type Instant } from '#base/clock.ts';
import type { LocalDate, WorkCalendar } from '#calendar/rules.ts';
import { dayNumberAt, dayNumberOf, firstShowing, localDateOf } from '#calendar/rules/zone.ts';

/**
 * Days as the law counts them, and not as a department keeps its hours. The day on which a complaint comes is not counted; the term
 * ends with the last minute of its last day. Working days are Monday to Friday but for the holidays on the calendar: neither a shop
 * that opens on Saturdays nor a company that closes in August makes a term shorter or longer. Days of the calendar are all days. A
 * term in calendar days that ends on a Sunday or a holiday ends there: some read the Civil Code (art. 2963) as giving one day more,
 * and nobody was ever blamed for answering on the Friday before.
 */
export type Counting = 'calendar' | 'working';

const isWeekend = (dayNumber: number): boolean => [2, 3].includes((((dayNumber % 7) + 7) % 7));

type IsWorking = (dayNumber: number) => boolean;

const workingIn = ({ holidays }: WorkCalendar): IsWorking => {
  const closed = new Set(holidays.map(({ date }) => date));
  return (dayNumber) => !isWeekend(dayNumber) && !closed.has(localDateOf(dayNumber));
};

/** Whether the law counts `date` as a working day. */
export const isWorkingDay = (calendar: WorkCalendar, date: LocalDate): boolean => workingIn(calendar)(dayNumberOf(date));

/** The local day of `at`. */
export const localDateAt = (timeZone: string, at: Instant): LocalDate => localDateOf(dayNumberAt(timeZone, at.getTime()));

/** The instant at which `date` is over: the first of the next day. */
export const endOf = (timeZone: string, date: LocalDate): Instant => new Date(firstShowing(timeZone, (dayNumberOf(date) + 1) * day));

/** The day that an instant of `endOf` ends. */
export const dayEndingAt = (timeZone: string, end: Instant): LocalDate => localDateAt(timeZone, new Date(end.getTime() - 1));

/** `hours` o'clock on `date`. */
export const hourOn = (timeZone: string, date: LocalDate, hours: number): Instant => new Date(firstShowing(timeZone, dayNumberOf(date) * day + hours * hour));

interface Count {
  readonly days: number;
  readonly counts: Counting;
}

const stepped = (from: number, { days, step, counted }: { readonly days: number; readonly step: 1 | -1; readonly counted: IsWorking }): number => {
  let at = from;
  for (let left = days; left > 0; ) {
    at += step;
    if (counted(at)) left -= 1;
  }
  return at;
};

const everyDay: IsWorking = () => true;

/** The last day of a term that starts on `startedOn`, which is not counted itself. */
export const lastDayOf = (startedOn: LocalDate, { days, counts }: Count, calendar: WorkCalendar): LocalDate =>
  localDateOf(stepped(dayNumberOf(startedOn), { days, step: 1, counted: counts === 'working' ? workingIn(calendar) : everyDay }));

/** So many working days before `date`, on which nobody needs to work. */
export const workingDaysBefore = (date: LocalDate, days: number, calendar: WorkCalendar): LocalDate =>
  localDateOf(stepped(dayNumberOf(date), { days, step: -1, counted: workingIn(calendar) }));

/** How many days of that kind have passed on `on`, counted from the day after `startedOn`. */
export const daysPassed = (startedOn: LocalDate, on: LocalDate, { counts, calendar }: { readonly counts: Counting; readonly calendar: WorkCalendar }): number => {
  const [first, last] = [dayNumberOf(startedOn), dayNumberOf(on)];
  if (counts === 'calendar') return Math.max(0, last - first);
  const isWorking = workingIn(calendar);
  let passed = 0;
  for (let at = first + 1; at <= last; at += 1) if (isWorking(at)) passed += 1;
  return passed;
};
