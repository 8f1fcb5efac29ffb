import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '#calendar/rules.ts';
import { dueChoices, fromLocalInput, toLocalInput } from './due-choices.ts';

const local = (text: string): Date => new Date(text);
const said = (dates: readonly Date[]): string[] => dates.map((date) => toLocalInput(date));

describe('the dates that are offered', () => {
  it('this evening first, while there is an hour left', () => {
    expect(said(dueChoices(local('2026-11-18T11:40')))).toEqual(['2026-11-18T18:00', '2026-11-19T10:00', '2026-11-19T16:00']);
    expect(said(dueChoices(local('2026-11-18T17:30')))).toEqual(['2026-11-19T10:00', '2026-11-19T16:00', '2026-11-20T10:00']);
  });

  it('the department closes when its calendar says so, and not on its holidays', () => {
    const hours = [{ from: '08:30', to: '13:00' }, { from: '14:00', to: '17:00' }];
    const shop: WorkCalendar = { timeZone: 'UTC', week: { 1: hours, 2: hours, 3: hours, 4: [{ from: '11:00', to: '15:30' }], 5: hours, 6: [{ from: '09:00', to: '13:00' }], 7: [] }, holidays: [{ date: '2026-11-19', name: { it: 'festa', en: 'holiday' } }], exceptions: [] };
    expect(said(dueChoices(local('2026-11-17T11:40'), shop))).toEqual(['2026-11-17T17:00', '2026-11-18T10:00', '2026-11-18T16:00']);
    expect(said(dueChoices(local('2026-11-18T16:30'), shop))).toEqual(['2026-11-20T10:00', '2026-11-20T16:00', '2026-11-23T10:00']);
    expect(said(dueChoices(local('2026-11-25T16:30'), shop))).toEqual(['2026-11-26T11:00', '2026-11-26T15:30', '2026-11-27T10:00']);
    expect(said(dueChoices(local('2026-11-21T10:00'), shop))[0]).toBe('2026-11-21T13:00');
  });

  it('nobody is promised a Sunday', () => {
    expect(said(dueChoices(local('2026-11-20T17:30')))).toEqual(['2026-11-23T10:00', '2026-11-23T16:00', '2026-11-24T10:00']);
    expect(said(dueChoices(local('2026-11-21T09:00')))).toEqual(['2026-11-23T10:00', '2026-11-23T16:00', '2026-11-24T10:00']);
  });
});

it('what the field holds and the instant are the same moment', () => {
  const instant = fromLocalInput('2026-11-19T16:00');
  expect(instant).not.toBeNull();
  expect(toLocalInput(new Date(instant ?? ''))).toBe('2026-11-19T16:00');
  expect(fromLocalInput('')).toBeNull();
  expect(fromLocalInput('domani')).toBeNull();
});
