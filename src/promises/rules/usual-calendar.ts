import { day } from '#base/clock.ts';
import type { WorkCalendar } from '#calendar/rules.ts';
import { localDateOf } from '#calendar/rules/zone.ts';

/** Month and day of the national holidays of Italy that never move. */
const fixed = ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26'];
const name = { it: 'festa nazionale', en: 'national holiday' };
const years = Array.from({ length: 41 }, (_, place) => 2015 + place);

/** Easter Sunday of the Gregorian calendar, as days since 1970. Source: the anonymous algorithm of Nature, 20 April 1876. */
const easterOf = (year: number): number => {
  const [cycle, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const moon = (19 * cycle + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const shift = Math.floor((cycle + 11 * moon + 22 * weekday) / 451);
  const from = moon + weekday - 7 * shift + 114;
  return Date.UTC(year, Math.floor(from / 31) - 1, (from % 31) + 1) / day;
};

const italian = years.flatMap((year) => [...fixed.map((date) => `${year}-${date}`), localDateOf(easterOf(year) + 1)]).map((date) => ({ date, name }));
const italy: ReadonlySet<string> = new Set(['Europe/Rome', 'Europe/San_Marino', 'Europe/Vatican']);
const open = [{ from: '09:00', to: '18:00' }];
const known = new Map<string, WorkCalendar>();

/** What is taken where nobody says when the service works: Monday to Friday from nine to six, in Italy without the national holidays. */
export const usualCalendar = (timeZone: string): WorkCalendar => {
  let calendar = known.get(timeZone);
  if (calendar === undefined) {
    calendar = { timeZone, week: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: [], 7: [] }, holidays: italy.has(timeZone) ? italian : [], exceptions: [] };
    known.set(timeZone, calendar);
  }
  return calendar;
};
