import { hour, minute } from '#base/clock.ts';
import type { Instant } from '#base/clock.ts';
import type { Hours, LocalDate, LocalTime, Weekday, WorkCalendar } from './work-calendar.ts';
import { dayNumberAt, dayNumberOf, dayReader, localDateOf } from './zone.ts';

/** Open from `from` (included) to `to` (excluded), in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What has been worked out about a calendar. */
interface Known {
  readonly holidays: ReadonlySet<LocalDate>;
  readonly spans: Map<number, readonly Span[]>;
}

// A case asks for many deadlines on few days of few calendars; a remembered day costs a look-up where a new one costs two
// questions to `Intl`. The map is emptied when it holds some eleven years, so that no odd question fills the memory.
const rememberedDays = 4_000;
const known = new WeakMap<WorkCalendar, Known>();

const knownAbout = (calendar: WorkCalendar): Known => {
  let found = known.get(calendar);
  if (found === undefined) {
    found = { holidays: new Set(calendar.holidays.map((holiday) => holiday.date)), spans: new Map() };
    known.set(calendar, found);
  }
  return found;
};

const weekdayOf = (dayNumber: number): Weekday => ((((dayNumber + 3) % 7) + 7) % 7 + 1) as Weekday;

const hoursOn = (calendar: WorkCalendar, dayNumber: number): readonly Hours[] => {
  const date = localDateOf(dayNumber);
  const exception = calendar.exceptions.findLast((one) => one.from <= date && date <= one.to);
  if (exception !== undefined) return exception.hours;
  if (knownAbout(calendar).holidays.has(date)) return [];
  return calendar.week[weekdayOf(dayNumber)];
};

const timeOf = (time: LocalTime): number => Number(time.slice(0, 2)) * hour + Number(time.slice(3, 5)) * minute;

/** In order, without what is empty; what touches or overlaps is one. */
const joined = (spans: readonly Span[]): Span[] => {
  const result: Span[] = [];
  for (const span of spans.filter((one) => one.from < one.to).toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && span.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else result.push(span);
  }
  return result;
};

const workOutSpans = (calendar: WorkCalendar, dayNumber: number): readonly Span[] => {
  const hours = hoursOn(calendar, dayNumber);
  if (hours.length === 0) return [];
  const read = dayReader(calendar.timeZone, dayNumber);
  return joined(hours.map(({ from, to }) => ({ from: read(timeOf(from)), to: read(timeOf(to)) })));
};

/** The open spans of one local day, in order; a day that its zone skipped has none. */
export const spansOn = (calendar: WorkCalendar, dayNumber: number): readonly Span[] => {
  const { spans } = knownAbout(calendar);
  let found = spans.get(dayNumber);
  if (found === undefined) {
    found = workOutSpans(calendar, dayNumber);
    if (spans.size >= rememberedDays) spans.clear();
    spans.set(dayNumber, found);
  }
  return found;
};

/** How long a search goes on over closed days before it says that this calendar does not open. */
const closedDaysAllowed = 366;

/** Every span that ends after `instant`, day by day, until 366 days in a row have none. The first may have begun before. */
export function* spansAfter(calendar: WorkCalendar, instant: number): Generator<Span, void> {
  let closedDays = 0;
  for (let day = dayNumberAt(calendar.timeZone, instant); closedDays <= closedDaysAllowed; day += 1) {
    closedDays += 1;
    for (const span of spansOn(calendar, day)) {
      if (span.to <= instant) continue;
      closedDays = 0;
      yield span;
    }
  }
}

/** The same towards the past: every span that begins before `instant`, the latest first. */
export function* spansBefore(calendar: WorkCalendar, instant: number): Generator<Span, void> {
  let closedDays = 0;
  for (let day = dayNumberAt(calendar.timeZone, instant); closedDays <= closedDaysAllowed; day -= 1) {
    closedDays += 1;
    for (const span of spansOn(calendar, day).toReversed()) {
      if (span.from >= instant) continue;
      closedDays = 0;
      yield span;
    }
  }
}

/** From opening to closing as two instants; the closing is no longer open. */
export interface OpenInterval {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * When `calendar` is open on `date`, in order. Lengths are real time: a night shift over the change of the clocks has an hour
 * more or less than its hours on paper. Hours up to 24:00 end with the day, although the next day may go on at once.
 */
export const openIntervalsOn = (calendar: WorkCalendar, date: LocalDate): OpenInterval[] =>
  spansOn(calendar, dayNumberOf(date)).map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));

/** Whether somebody is at work at `at`. The opening belongs to the open time, the closing does not. */
export const isOpen = (calendar: WorkCalendar, at: Instant): boolean => {
  const instant = at.getTime();
  return spansOn(calendar, dayNumberAt(calendar.timeZone, instant)).some(
    (span) => span.from <= instant && instant < span.to,
  );
};
