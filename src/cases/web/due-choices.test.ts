import { describe, expect, it } from 'vitest';
import { dueChoices, fromLocalInput, toLocalInput } from './due-choices.ts';

const local = (text: string): Date => new Date(text);
const said = (dates: readonly Date[]): string[] => dates.map((date) => toLocalInput(date));

describe('the dates that are offered', () => {
  it('this evening first, while there is an hour left', () => {
    expect(said(dueChoices(local('2026-11-18T11:40')))).toEqual(['2026-11-18T18:00', '2026-11-19T10:00', '2026-11-19T16:00']);
    expect(said(dueChoices(local('2026-11-18T17:30')))).toEqual(['2026-11-19T10:00', '2026-11-19T16:00', '2026-11-20T10:00']);
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
