import { describe, expect, it } from 'vitest';
import { hour } from '#base/clock.ts';
import { CalendarInput, CalendarView, calendarProblems } from './contract.ts';
import { addWorkingTime } from './rules.ts';
import type { WorkCalendar } from './rules.ts';
import { calendarTexts } from './texts.ts';

const day = [{ from: '08:30', to: '13:00' }, { from: '14:00', to: '18:00' }];
const warehouse = {
  name: 'Magazzino', timeZone: 'Europe/Rome',
  week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
  holidaysOf: { country: 'IT', patronDay: { month: 6, day: 24, name: 'San Giovanni' } },
  exceptions: [{ from: '2026-08-10', to: '2026-08-21', hours: [], name: 'Chiusura estiva' }],
};
const exception = { from: '2026-12-24', to: '2026-12-24', hours: day, name: 'Vigilia' };
const monday = (hours: object[]) => ({ ...warehouse, week: { ...warehouse.week, 1: hours } });
const problems = (input: unknown): string[] => {
  const parsed = CalendarInput.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};

describe('a calendar as typed', () => {
  it('takes one that is right, also with night shifts, touching hours and one day of exception', () => {
    expect(problems(warehouse)).toEqual([]);
    expect(problems(monday([{ from: '00:00', to: '06:00' }, { from: '22:00', to: '24:00' }]))).toEqual([]);
    expect(problems(monday([{ from: '08:00', to: '12:00' }, { from: '12:00', to: '18:00' }]))).toEqual([]);
    expect(problems({ ...warehouse, exceptions: [exception], holidaysOf: null })).toEqual([]);
  });

  it.each([
    ['a time that is none', monday([{ from: '25:00', to: '26:00' }]), 'week.1.0.from: calendar.not_a_time'],
    ['one digit', monday([{ from: '8:30', to: '13:00' }]), 'week.1.0.from: calendar.not_a_time'],
    ['beginning at 24:00', monday([{ from: '24:00', to: '24:00' }]), 'week.1.0.from: calendar.not_a_time'],
    ['an end before the beginning', monday([{ from: '22:00', to: '06:00' }]), 'week.1.0.to: calendar.ends_before_it_begins'],
    ['nothing in between', monday([{ from: '09:00', to: '09:00' }]), 'week.1.0.to: calendar.ends_before_it_begins'],
    ['overlap', monday([{ from: '08:00', to: '13:00' }, { from: '12:59', to: '18:00' }]), 'week.1.1.from: calendar.hours_overlap'],
    ['disorder', monday([{ from: '14:00', to: '18:00' }, { from: '08:00', to: '13:00' }]), 'week.1.1.from: calendar.hours_out_of_order'],
    ['never open', { ...warehouse, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }, 'week: calendar.never_opens'],
    ['an unknown zone', { ...warehouse, timeZone: 'Europe/Monza' }, 'timeZone: calendar.unknown_zone'],
    ['an offset for a zone', { ...warehouse, timeZone: '+01:00' }, 'timeZone: calendar.unknown_zone'],
    ['an exception backwards', { ...warehouse, exceptions: [{ ...exception, to: '2026-12-23' }] }, 'exceptions.0.to: calendar.last_day_before_first'],
    ['a patron on 31 June', { ...warehouse, holidaysOf: { country: 'IT', patronDay: { month: 6, day: 31, name: 'x' } } }, 'holidaysOf.patronDay.day: calendar.no_such_day'],
  ])('refuses %s', (_name, input, problem) => {
    expect(problems(input)).toContain(problem);
  });

  it('refuses a day that is not in the year, and a week without a Sunday', () => {
    expect(problems({ ...warehouse, exceptions: [{ ...exception, from: '2026-02-29' }] })).toHaveLength(1);
    const { 7: _sunday, ...sixDays } = warehouse.week;
    expect(problems({ ...warehouse, week: sixDays })).toHaveLength(1);
  });

  it('has words for every problem, in both languages', () => {
    for (const language of ['it', 'en'] as const) {
      expect(Object.keys(calendarTexts[language].problems).toSorted()).toEqual([...calendarProblems].toSorted());
    }
  });

  it('is read as what the rules reckon with', () => {
    const calendar: WorkCalendar = CalendarView.parse({
      ...warehouse, id: '019ab000-0000-7000-8000-000000000001',
      holidays: [{ date: '2026-12-08', name: { it: 'Immacolata Concezione', en: 'Immaculate Conception' } }],
    });
    expect(addWorkingTime(calendar, new Date('2026-12-07T16:30:00Z'), 4 * hour)).toEqual(new Date('2026-12-09T11:00:00Z'));
  });
});
