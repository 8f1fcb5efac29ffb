import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { hour, minute } from '#base/clock.ts';
import type { Instant } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import {
  addWorkingTime, endOfWorkingDay, isOpen, nextClosing, nextOpening, openIntervalsOn, workingTimeBetween,
} from './rules.ts';
import type { Hours, Holiday, WorkCalendar } from './rules.ts';

const day: Hours[] = [{ from: '08:30', to: '13:00' }, { from: '14:00', to: '18:00' }];
const offices = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] };
const closedOn = (date: string, name: string): Holiday => ({ date, name: { it: name, en: name } });
const holidays = [
  closedOn('2026-01-01', 'Capodanno'), closedOn('2026-06-02', 'Festa della Repubblica'), closedOn('2026-06-24', 'San Giovanni'),
  closedOn('2026-12-08', 'Immacolata'), closedOn('2026-12-25', 'Natale'),
];

const warehouse: WorkCalendar = {
  timeZone: 'Europe/Rome', week: offices, holidays,
  exceptions: [{ from: '2026-08-10', to: '2026-08-21', hours: [], name: 'Chiusura estiva' }],
};
const customerService: WorkCalendar = {
  timeZone: 'Europe/Rome', week: { ...offices, 6: [{ from: '09:00', to: '13:00' }] }, holidays, exceptions: [],
};
const night = [{ from: '00:00', to: '06:00' }, { from: '22:00', to: '24:00' }];
const nightShift: WorkCalendar = {
  timeZone: 'Europe/Rome', week: { 1: night, 2: night, 3: night, 4: night, 5: night, 6: night, 7: night },
  holidays: [], exceptions: [],
};
const always = [{ from: '00:00', to: '24:00' }];
const aroundTheClock: WorkCalendar = {
  ...nightShift, week: { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always },
};
const never: WorkCalendar = { ...warehouse, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } };

const rome = (local: string): Instant => inZone(local, 'Europe/Rome');
const inZone = (local: string, zone: string): Instant =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
const shown = (instant: unknown, zone = 'Europe/Rome'): string => {
  if (!(instant instanceof Date)) return JSON.stringify(instant);
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);
};

describe('a deadline in working time', () => {
  it.each([
    ['Friday 17:30, over the week-end', warehouse, '2026-11-20T17:30', 4, '2026-11-23T12:00'],
    ['the same for the service, which works on Saturday', customerService, '2026-11-20T17:30', 4, '2026-11-21T12:30'],
    ['exactly to closing time is closing time', warehouse, '2026-11-23T14:00', 4, '2026-11-23T18:00'],
    ['exactly to the break is the break', warehouse, '2026-11-23T08:30', 4.5, '2026-11-23T13:00'],
    ['one minute past closing time is the next morning', warehouse, '2026-11-23T14:00', 4 + 1 / 60, '2026-11-24T08:31'],
    ['breaks do not count', warehouse, '2026-11-23T12:00', 2, '2026-11-23T15:00'],
    ['asked in the break', warehouse, '2026-11-23T13:20', 1, '2026-11-23T15:00'],
    ['asked on Sunday', warehouse, '2026-11-22T20:00', 1, '2026-11-23T09:30'],
    ['product answers within 16 hours', warehouse, '2026-11-19T10:00', 16, '2026-11-23T09:00'],
    ['a day and a half around a holiday', warehouse, '2026-12-07T17:00', 4, '2026-12-09T11:30'],
    ['the patron of Monza', warehouse, '2026-06-23T17:00', 2, '2026-06-25T09:30'],
    ['over the summer closure', warehouse, '2026-08-07T17:00', 4, '2026-08-24T11:30'],
    ['the service works through the summer', customerService, '2026-08-10T10:00', 1, '2026-08-10T11:00'],
    ['over the night on which clocks go forward', warehouse, '2026-03-27T17:00', 2, '2026-03-30T09:30'],
    ['over the night on which clocks go back', warehouse, '2026-10-23T17:00', 2, '2026-10-26T09:30'],
    ['into a year whose holidays nobody has entered yet', warehouse, '2026-12-31T17:30', 1, '2027-01-01T09:00'],
    ['nothing, open', warehouse, '2026-11-23T09:00', 0, '2026-11-23T09:00'],
    ['nothing, closed, is the moment itself', warehouse, '2026-11-22T09:00', 0, '2026-11-22T09:00'],
    ['two hours ahead of Monday 9:30', warehouse, '2026-11-23T09:30', -2, '2026-11-20T17:00'],
    ['backwards exactly to opening time', warehouse, '2026-11-23T13:00', -4.5, '2026-11-23T08:30'],
    ['a night shift over midnight', nightShift, '2026-11-23T23:00', 4, '2026-11-24T03:00'],
    ['a night shift of nine hours', nightShift, '2026-10-24T22:00', 9, '2026-10-25T06:00'],
    ['a night shift of seven hours', nightShift, '2026-03-28T22:00', 7, '2026-03-29T06:00'],
  ])('%s', (_name, calendar, start, hours, due) => {
    expect(shown(addWorkingTime(calendar, rome(start), hours * hour))).toBe(due);
  });

  it('counts 29 February where there is one', () => {
    const calendar = { ...warehouse, holidays: [] };
    expect(shown(addWorkingTime(calendar, rome('2028-02-28T17:00'), 2 * hour))).toBe('2028-02-29T09:30');
    expect(shown(addWorkingTime(calendar, rome('2025-02-28T17:00'), 2 * hour))).toBe('2025-03-03T09:30');
  });

  it('refuses a calendar that never opens, both ways', () => {
    expect(addWorkingTime(never, rome('2026-11-20T17:30'), 1)).toEqual({ refused: 'calendar.never_open' });
    expect(addWorkingTime(never, rome('2026-11-20T17:30'), -1)).toEqual({ refused: 'calendar.never_open' });
    expect(nextOpening(never, rome('2026-11-20T17:30'))).toEqual({ refused: 'calendar.never_open' });
    expect(nextClosing(never, rome('2026-11-20T17:30'))).toEqual({ refused: 'calendar.never_open' });
    expect(endOfWorkingDay(never, rome('2026-11-20T17:30'))).toEqual({ refused: 'calendar.never_open' });
  });

  it('finds one day of work after eleven months, but no deadline twenty years away', () => {
    const once = { ...never, exceptions: [{ from: '2027-10-20', to: '2027-10-20', hours: day, name: 'Inventario' }] };
    expect(shown(addWorkingTime(once, rome('2026-11-20T17:30'), hour))).toBe('2027-10-20T09:30');
    expect(isRefusal(addWorkingTime(once, rome('2026-11-20T17:30'), 9 * hour))).toBe(true);
    const seldom = { ...never, week: { ...never.week, 1: [{ from: '09:00', to: '09:01' }] } };
    expect(isRefusal(addWorkingTime(seldom, rome('2026-11-20T17:30'), 100 * hour))).toBe(true);
  });

  it('throws on a figure that is none', () => {
    expect(() => addWorkingTime(warehouse, rome('2026-11-20T17:30'), Number.NaN)).toThrow(RangeError);
  });
});

describe('working time between two moments', () => {
  it.each([
    ['the silence of 26 hours', warehouse, '2026-11-19T09:30', '2026-11-20T11:30', 10.5],
    ['a week-end', warehouse, '2026-11-20T18:00', '2026-11-23T08:30', 0],
    ['a Saturday of the service', customerService, '2026-11-21T08:00', '2026-11-21T20:00', 4],
    ['the summer closure', warehouse, '2026-08-07T18:00', '2026-08-24T08:30', 0],
    ['backwards', warehouse, '2026-11-20T11:00', '2026-11-20T10:00', -1],
    ['a whole week', warehouse, '2026-11-16T00:00', '2026-11-23T00:00', 42.5],
  ])('%s', (_name, calendar, from, to, hours) => {
    expect(workingTimeBetween(calendar, rome(from), rome(to))).toBe(hours * hour);
  });

  it('is nothing, and not minus nothing, between a moment and itself', () => {
    expect(workingTimeBetween(warehouse, rome('2026-11-20T11:00'), rome('2026-11-20T11:00'))).toBe(0);
  });
});

describe('openings and closings', () => {
  it('opens at the opening, and is closed at the closing', () => {
    expect(isOpen(warehouse, rome('2026-11-20T08:30'))).toBe(true);
    expect(isOpen(warehouse, rome('2026-11-20T08:29'))).toBe(false);
    expect(isOpen(warehouse, rome('2026-11-20T13:00'))).toBe(false);
    expect(isOpen(warehouse, rome('2026-06-24T10:00'))).toBe(false);
  });

  it.each([
    ['open', warehouse, '2026-11-20T10:00', '2026-11-20T10:00', '2026-11-20T13:00', '2026-11-20T18:00'],
    ['in the break', warehouse, '2026-11-20T13:30', '2026-11-20T14:00', '2026-11-20T18:00', '2026-11-20T18:00'],
    ['at 18:00 sharp', warehouse, '2026-11-20T18:00', '2026-11-23T08:30', '2026-11-23T13:00', '2026-11-23T18:00'],
    ['on Saturday', customerService, '2026-11-21T08:00', '2026-11-21T09:00', '2026-11-21T13:00', '2026-11-21T13:00'],
    ['in summer', warehouse, '2026-08-12T10:00', '2026-08-24T08:30', '2026-08-24T13:00', '2026-08-24T18:00'],
    ['before a night shift', nightShift, '2026-11-23T20:00', '2026-11-23T22:00', '2026-11-24T06:00', '2026-11-24T06:00'],
    ['in it before midnight', nightShift, '2026-11-23T23:00', '2026-11-23T23:00', '2026-11-24T06:00', '2026-11-24T06:00'],
    ['in it after midnight', nightShift, '2026-11-24T03:00', '2026-11-24T03:00', '2026-11-24T06:00', '2026-11-24T06:00'],
    ['after it', nightShift, '2026-11-24T06:00', '2026-11-24T22:00', '2026-11-25T06:00', '2026-11-25T06:00'],
  ])('%s', (_name, calendar, at, opening, closing, end) => {
    expect(shown(nextOpening(calendar, rome(at)))).toBe(opening);
    expect(shown(nextClosing(calendar, rome(at)))).toBe(closing);
    expect(shown(endOfWorkingDay(calendar, rome(at)))).toBe(end);
  });

  it('ends the day at midnight around the clock, and knows no closing', () => {
    const at = rome('2026-11-20T15:00');
    expect(shown(endOfWorkingDay(aroundTheClock, at))).toBe('2026-11-21T00:00');
    expect(nextClosing(aroundTheClock, at)).toEqual({ refused: 'calendar.never_closes' });
    const untilSaturday = { ...aroundTheClock, week: { ...aroundTheClock.week, 6: [{ from: '00:00', to: '13:00' }], 7: [] } };
    expect(shown(endOfWorkingDay(untilSaturday, at))).toBe('2026-11-21T00:00');
    expect(shown(nextClosing(untilSaturday, at))).toBe('2026-11-21T13:00');
    expect(shown(endOfWorkingDay(untilSaturday, rome('2026-11-21T09:00')))).toBe('2026-11-21T13:00');
  });

  it('lets an exception win over a holiday, and the later of two exceptions', () => {
    const calendar: WorkCalendar = {
      ...warehouse,
      exceptions: [
        { from: '2026-12-01', to: '2026-12-31', hours: [{ from: '08:00', to: '20:00' }], name: 'Dicembre' },
        { from: '2026-12-24', to: '2026-12-24', hours: [{ from: '08:00', to: '12:00' }], name: 'Vigilia' },
      ],
    };
    const hoursOn = (date: string) =>
      openIntervalsOn(calendar, date).map(({ from, to }) => `${shown(from).slice(11)}–${shown(to).slice(11)}`);
    expect(hoursOn('2026-12-08')).toEqual(['08:00–20:00']);
    expect(hoursOn('2026-12-24')).toEqual(['08:00–12:00']);
    expect(hoursOn('2026-12-06')).toEqual(['08:00–20:00']);
    expect(hoursOn('2026-11-30')).toEqual(['08:30–13:00', '14:00–18:00']);
  });
});

describe('on the nights when clocks change', () => {
  const allWeek = (hours: Hours[], timeZone: string): WorkCalendar =>
    ({ timeZone, week: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours }, holidays: [], exceptions: [] });
  const spans = (hours: Hours[], zone: string, date: string) =>
    openIntervalsOn(allWeek(hours, zone), date).map(({ from, to }) => [from.toISOString().slice(0, 16), to.toISOString().slice(0, 16)]);

  it('opens at the jump where the opening was jumped over', () => {
    expect(spans([{ from: '02:30', to: '06:00' }], 'Europe/Rome', '2026-03-29')).toEqual([['2026-03-29T01:00', '2026-03-29T04:00']]);
    expect(spans([{ from: '02:00', to: '03:00' }], 'Europe/Rome', '2026-03-29')).toEqual([]);
  });

  it('works the repeated hour through, and closes the first time the clock says so', () => {
    expect(spans([{ from: '02:00', to: '03:00' }], 'Europe/Rome', '2026-10-25')).toEqual([['2026-10-25T00:00', '2026-10-25T02:00']]);
    expect(spans([{ from: '01:00', to: '02:30' }], 'Europe/Rome', '2026-10-25')).toEqual([['2026-10-24T23:00', '2026-10-25T00:30']]);
  });

  it('begins a day without a midnight at its first hour, and ends one with two at the second', () => {
    expect(spans(always, 'America/Sao_Paulo', '2018-11-04')).toEqual([['2018-11-04T03:00', '2018-11-05T02:00']]);
    expect(spans(always, 'America/Sao_Paulo', '2018-02-17')).toEqual([['2018-02-17T02:00', '2018-02-18T03:00']]);
    expect(spans(always, 'Asia/Beirut', '2026-03-29')).toEqual([['2026-03-28T22:00', '2026-03-29T21:00']]);
  });

  it('has no hours on the Friday that Samoa never had', () => {
    expect(spans(always, 'Pacific/Apia', '2011-12-30')).toEqual([]);
    expect(spans(always, 'Pacific/Apia', '2011-12-29')).toEqual([['2011-12-29T10:00', '2011-12-30T10:00']]);
    expect(spans(always, 'Pacific/Apia', '2011-12-31')).toEqual([['2011-12-30T10:00', '2011-12-31T10:00']]);
    const calendar = allWeek([{ from: '09:00', to: '17:00' }], 'Pacific/Apia');
    const due = addWorkingTime(calendar, inZone('2011-12-29T16:00', 'Pacific/Apia'), 2 * hour);
    expect(shown(due, 'Pacific/Apia')).toBe('2011-12-31T10:00');
  });

  it('moves Lord Howe by its half hour', () => {
    expect(workingTimeBetween(allWeek(always, 'Australia/Lord_Howe'),
      inZone('2026-04-05T00:00', 'Australia/Lord_Howe'), inZone('2026-04-06T00:00', 'Australia/Lord_Howe'))).toBe(24 * hour + 30 * minute);
  });
});
