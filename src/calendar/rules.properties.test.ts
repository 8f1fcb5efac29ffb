import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { hour, minute } from '#base/clock.ts';
import type { Instant } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import { addWorkingTime, endOfWorkingDay, isOpen, nextClosing, nextOpening, workingTimeBetween } from './rules.ts';
import type { Hours, LocalDate, WorkCalendar } from './rules.ts';

// The reference counts minutes with Temporal, knows nothing of spans, and is far too slow for anything but a test. Its only
// idea is that the clock on the wall never goes back: where it does, the later reading of before still stands.

interface Window {
  readonly zone: string;
  readonly start: number;
  readonly dates: readonly LocalDate[];
  /** For each minute of the window: its local date, and the minute of that day. */
  readonly reading: readonly { readonly date: LocalDate; readonly minuteOfDay: number }[];
  /** A counterexample names its window instead of printing 12,960 minutes. */
  readonly [fc.toStringMethod]: () => string;
}

const days = 9;

const minuteText = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** What the wall shows, as if in UTC, at each minute from `first` on: asked of Temporal by the hour, and by the minute where clocks change. */
const wallMinutes = (zone: string, first: number, count: number): number[] => {
  const wallAt = (index: number) =>
    Temporal.Instant.fromEpochMilliseconds(first + index * minute).toZonedDateTimeISO(zone)
      .toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds;
  const walls: number[] = [];
  for (let index = 0; index < count; index += 60) {
    const from = wallAt(index);
    const steady = wallAt(index + 60) - from === hour;
    for (let ahead = 0; ahead < 60; ahead += 1) {
      walls.push(steady ? from + ahead * minute : wallAt(index + ahead));
    }
  }
  return walls;
};

const windowAt = (zone: string, firstDay: string): Window => {
  const start = Temporal.Instant.from(`${firstDay}T00:00Z`).epochMilliseconds;
  let latest = Number.NEGATIVE_INFINITY;
  // A day of run-up, so that a change of the clocks just before the window is known.
  const reading = wallMinutes(zone, start - 1440 * minute, (days + 1) * 1440).map((wall) => {
    latest = Math.max(latest, wall);
    const shown = new Date(latest).toISOString();
    return { date: shown.slice(0, 10), minuteOfDay: minuteText(shown.slice(11, 16)) };
  }).slice(1440);
  const dates = [...new Set(reading.map(({ date }) => date))];
  return { zone, start, dates, reading, [fc.toStringMethod]: () => `${zone} from ${firstDay}` };
};

const windows: readonly Window[] = [
  windowAt('Europe/Rome', '2026-03-25'), windowAt('Europe/Rome', '2026-10-21'),
  windowAt('America/Sao_Paulo', '2018-10-31'), windowAt('America/Sao_Paulo', '2018-02-14'),
  windowAt('Asia/Beirut', '2026-03-25'), windowAt('Asia/Beirut', '2026-10-21'),
  windowAt('Pacific/Apia', '2011-12-26'), windowAt('Australia/Lord_Howe', '2026-04-01'),
  windowAt('America/St_Johns', '2010-11-03'), windowAt('America/St_Johns', '2010-03-10'),
  windowAt('Asia/Kathmandu', '2028-02-25'), windowAt('Africa/Casablanca', '2026-02-12'), windowAt('UTC', '2026-11-21'),
];

const timeText = (total: number): string => `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;

// Many edges near the hours at which clocks change, round hours elsewhere, and any minute now and then.
const edge = fc.oneof(
  fc.integer({ min: 0, max: 24 }).map((hours) => hours * 60),
  fc.integer({ min: 0, max: 200 }),
  fc.integer({ min: 1370, max: 1440 }),
  fc.integer({ min: 0, max: 1440 }),
);
const hoursOfADay: fc.Arbitrary<Hours[]> = fc.uniqueArray(edge, { maxLength: 6 }).map((edges) => {
  const sorted = edges.toSorted((a, b) => a - b);
  const hours: Hours[] = [];
  for (let index = 0; index + 1 < sorted.length; index += 2) {
    hours.push({ from: timeText(sorted[index] ?? 0), to: timeText(sorted[index + 1] ?? 0) });
  }
  return hours;
});
const someHours = fc.oneof(
  { weight: 6, arbitrary: hoursOfADay },
  { weight: 2, arbitrary: fc.constant([{ from: '00:00', to: '06:00' }, { from: '22:00', to: '24:00' }]) },
  { weight: 2, arbitrary: fc.constant([{ from: '00:00', to: '24:00' }]) },
);

const calendarIn = (window: Window): fc.Arbitrary<WorkCalendar> => {
  const date = fc.constantFrom(...window.dates);
  return fc.record({
    timeZone: fc.constant(window.zone),
    week: fc.record({ 1: someHours, 2: someHours, 3: someHours, 4: someHours, 5: someHours, 6: someHours, 7: someHours }),
    holidays: fc.array(date.map((one) => ({ date: one, name: { it: 'festa', en: 'holiday' } })), { maxLength: 2 }),
    exceptions: fc.array(
      fc.tuple(date, date, someHours).map(([one, other, hours]) =>
        (one < other ? { from: one, to: other, hours, name: 'x' } : { from: other, to: one, hours, name: 'x' })),
      { maxLength: 2 },
    ),
  });
};

const world = fc.constantFrom(...windows).chain((window) => fc.record({ window: fc.constant(window), calendar: calendarIn(window) }));

const referenceHours = (calendar: WorkCalendar, date: LocalDate): readonly Hours[] => {
  for (const exception of calendar.exceptions.toReversed()) {
    if (exception.from <= date && date <= exception.to) return exception.hours;
  }
  if (calendar.holidays.some((holiday) => holiday.date === date)) return [];
  return calendar.week[Temporal.PlainDate.from(date).dayOfWeek as 1];
};

const openMinutes = (window: Window, calendar: WorkCalendar): readonly boolean[] => {
  const hours = new Map(window.dates.map((date) =>
    [date, referenceHours(calendar, date).map(({ from, to }) => [minuteText(from), minuteText(to)] as const)]));
  return window.reading.map(({ date, minuteOfDay }) =>
    (hours.get(date) ?? []).some(([from, to]) => from <= minuteOfDay && minuteOfDay < to));
};

const at = (window: Window, index: number): Instant => new Date(window.start + index * minute);
const aMinute = fc.integer({ min: 0, max: days * 1440 - 1 });

describe('against a count minute by minute', () => {
  it('agrees on every minute, every length, every deadline', () => {
    fc.assert(fc.property(world, aMinute, aMinute, fc.nat(), ({ window, calendar }, one, other, anyLength) => {
      const open = openMinutes(window, calendar);
      const [from, to] = one < other ? [one, other] : [other, one];
      const wrong = [...open.keys()].filter((index) => index % 61 === 0 && isOpen(calendar, at(window, index)) !== open[index]);
      expect(wrong).toEqual([]);

      const counted = open.slice(from, to).filter(Boolean).length;
      expect(workingTimeBetween(calendar, at(window, from), at(window, to))).toBe(counted * minute);

      const indices = [...open.keys()].filter((index) => open[index]);
      const ahead = indices.filter((index) => index >= from);
      if (ahead.length > 0) {
        const length = 1 + (anyLength % ahead.length);
        expect(addWorkingTime(calendar, at(window, from), length * minute)).toEqual(at(window, (ahead[length - 1] ?? 0) + 1));
        expect(nextOpening(calendar, at(window, from))).toEqual(at(window, ahead[0] ?? 0));
      }
      const behind = indices.filter((index) => index < to).toReversed();
      if (behind.length > 0) {
        const length = 1 + (anyLength % behind.length);
        expect(addWorkingTime(calendar, at(window, to), -length * minute)).toEqual(at(window, behind[length - 1] ?? 0));
      }
      const closing = open.findIndex((isOpenThen, index) => index > (ahead[0] ?? open.length) && !isOpenThen);
      if (closing > 0) expect(nextClosing(calendar, at(window, from))).toEqual(at(window, closing));
    }), { numRuns: 300 });
    // Seconds on a quiet machine; a busy one must not make it fail.
  }, 60_000);

  it('ends a working day at a closing after the moment, at most a day and a night away from an open one', () => {
    fc.assert(fc.property(world, aMinute, ({ window, calendar }, index) => {
      const now = at(window, index);
      const end = endOfWorkingDay(calendar, now);
      if (isRefusal(end)) return;
      expect(end.getTime()).toBeGreaterThan(now.getTime());
      expect(isOpen(calendar, new Date(end.getTime() - 1))).toBe(true);
      if (isOpen(calendar, now)) expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(50 * hour);
    }), { numRuns: 200 });
  });
});

describe('arithmetic', () => {
  const length = fc.integer({ min: 0, max: 60 * hour });
  const moment = fc.integer({ min: 0, max: days * 1440 * minute });
  const added = (calendar: WorkCalendar, start: Instant, working: number): Instant => {
    const due = addWorkingTime(calendar, start, working);
    fc.pre(!isRefusal(due));
    return due as Instant;
  };
  const property = (check: (calendar: WorkCalendar, start: Instant, a: number, b: number) => void) =>
    fc.assert(fc.property(world, moment, length, length, ({ window, calendar }, offset, a, b) => {
      check(calendar, new Date(window.start + offset), a, b);
    }), { numRuns: 300 });

  it('adds twice as it adds the sum, forwards and backwards', () => {
    property((calendar, start, a, b) => {
      expect(added(calendar, added(calendar, start, a), b)).toEqual(added(calendar, start, a + b));
      expect(added(calendar, added(calendar, start, -a), -b)).toEqual(added(calendar, start, -a - b));
    });
  });

  it('counts what it added', () => {
    property((calendar, start, a) => {
      expect(workingTimeBetween(calendar, start, added(calendar, start, a))).toBe(a);
      expect(workingTimeBetween(calendar, added(calendar, start, -a), start)).toBe(a);
    });
  });

  it('is never earlier for more time, nor for a later start', () => {
    property((calendar, start, a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      expect(added(calendar, start, less).getTime()).toBeLessThanOrEqual(added(calendar, start, more).getTime());
      const later = new Date(start.getTime() + b);
      expect(added(calendar, start, a + 1).getTime()).toBeLessThanOrEqual(added(calendar, later, a + 1).getTime());
    });
  });

  it('is due within open time, or at its closing', () => {
    property((calendar, start, a) => {
      const due = added(calendar, start, a + 1);
      expect(isOpen(calendar, new Date(due.getTime() - 1))).toBe(true);
    });
  });

  it('splits the time between two moments at any moment between them', () => {
    property((calendar, start, a, b) => {
      const [middle, end] = [new Date(start.getTime() + a), new Date(start.getTime() + a + b)];
      expect(workingTimeBetween(calendar, start, middle) + workingTimeBetween(calendar, middle, end))
        .toBe(workingTimeBetween(calendar, start, end));
      expect(workingTimeBetween(calendar, end, start)).toBe(0 - workingTimeBetween(calendar, start, end));
    });
  });
});
