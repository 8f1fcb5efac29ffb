import { day, minute, type Instant } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import { addWorkingTime, openIntervalsOn, type WorkCalendar } from '#calendar/rules.ts';
import { dayNumberAt, firstShowing, localDateOf } from '#calendar/rules/zone.ts';
import { sayInstant } from '#calendar/words.ts';

/**
 * When the stories happen, told from now backwards in hours in which people really work: whoever loads the demo on a Sunday night
 * or on Easter Monday finds the same company as on a Thursday at ten.
 */
export interface Days {
  readonly now: Instant;
  /** At `time` ("11:23") on the working day that lies `back` working days before the day the stories end on; 1 or more. */
  day(back: number, time: string): Instant;
  /** So many working minutes ago; at most 85, which always lies after every `day`. */
  ago(minutes: number): Instant;
  /** When so many working minutes will have passed, on the next half hour. */
  ahead(minutes: number): Instant;
  /** "entro domani alle 18:00", as it was read at `at`. */
  by(due: Instant, at: Instant, language?: 'it' | 'en'): string;
  /** "giovedì". */
  weekday(instant: Instant): string;
  /** "domani alle 18:00", likewise. */
  on(due: Instant, at: Instant, language?: 'it' | 'en'): string;
}

const halfHour = 30 * minute;
// From half past eight until now, for whoever comes at ten.
const longestAgo = 85;

interface Calendars {
  readonly service: WorkCalendar;
  readonly office: WorkCalendar;
}

const shifted = (calendar: WorkCalendar, from: Instant, minutes: number): Instant => {
  const found = addWorkingTime(calendar, from, minutes * minute);
  if (isRefusal(found)) throw new Error('The invented company never opens.');
  return found;
};

const minutesOf = (time: string): number => {
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
};

export const daysBefore = (now: Instant, { service, office }: Calendars): Days => {
  const { timeZone } = service;
  const lastDay = dayNumberAt(timeZone, shifted(service, now, -longestAgo).getTime());
  const worksOn = (one: number): boolean => openIntervalsOn(office, localDateOf(one)).length > 0;
  const before = (back: number): number => {
    let one = lastDay;
    for (let left = back; left > 0; ) {
      one -= 1;
      if (worksOn(one)) left -= 1;
    }
    return one;
  };
  return {
    now,
    day: (back, time) => new Date(firstShowing(timeZone, before(back) * day + minutesOf(time) * minute)),
    ago: (minutes) => {
      if (minutes > longestAgo) throw new RangeError(`${minutes} minutes ago may be yesterday.`);
      return shifted(service, now, -minutes);
    },
    ahead: (minutes) => new Date(Math.ceil(shifted(service, now, minutes).getTime() / halfHour) * halfHour),
    by: (due, at, language = 'it') => sayInstant(due, { now: at, timeZone, language, by: true }),
    weekday: (instant) => new Intl.DateTimeFormat('it', { weekday: 'long', timeZone }).format(instant),
    on: (due, at, language = 'it') => sayInstant(due, { now: at, timeZone, language }),
  };
};
