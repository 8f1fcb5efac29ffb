import { day, plus, type Instant } from '#base/clock.ts';
import { openIntervalsOn, type LocalDate, type WorkCalendar } from '#calendar/rules.ts';
import type { Language } from '#base/texts.ts';

/** A fortnight of August is one closing on the wall and ten days here; more than these nobody reads. */
const mostNamed = 10;

const dateIn = (timeZone: string, at: Instant): LocalDate => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);

/** Today where `timeZone` is, `YYYY-MM-DD`. */
export const localDateAt = dateIn;

/**
 * The days from `from` to `to`, both included, on which the department would work and does not, with the reason: why "four working
 * hours" from Thursday evening end on Monday.
 */
export const closingsBetween = (calendar: WorkCalendar, { from, to }: { from: Instant; to: Instant }, language: Language): { date: LocalDate; name: string }[] => {
  const found: { date: LocalDate; name: string }[] = [];
  const last = dateIn(calendar.timeZone, to);
  // Half days, so that no change of the clocks can jump over a date.
  for (let at = from, date = ''; found.length < mostNamed; at = plus(at, day / 2)) {
    const next = dateIn(calendar.timeZone, at);
    if (next > last) break;
    if (next === date) continue;
    date = next;
    const name = whyClosed(calendar, date, language);
    if (name !== null) found.push({ date, name });
  }
  return found;
};

const whyClosed = (calendar: WorkCalendar, date: LocalDate, language: Language): string | null => {
  if (openIntervalsOn(calendar, date).length > 0 || openIntervalsOn(usual(calendar), date).length === 0) return null;
  const exception = calendar.exceptions.findLast((one) => one.from <= date && date <= one.to);
  return exception?.name ?? calendar.holidays.find((holiday) => holiday.date === date)?.name[language] ?? null;
};

// What is worked out about a calendar is remembered under the object: the same one each time, or nothing is remembered.
const usuals = new WeakMap<WorkCalendar, WorkCalendar>();

/** The week as it is when nothing comes in between. */
const usual = (calendar: WorkCalendar): WorkCalendar => {
  const known = usuals.get(calendar);
  if (known !== undefined) return known;
  const plain = { ...calendar, holidays: [], exceptions: [] };
  usuals.set(calendar, plain);
  return plain;
};
