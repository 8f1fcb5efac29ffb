import { describe, expect, it } from 'vitest';
import { sayExactly } from './say-exactly.ts';
import { sayDistance, saySpan, sayWhen } from './say-when.ts';

const it_ = { language: 'it', timeZone: 'Europe/Rome' } as const;
const en = { language: 'en', timeZone: 'Europe/Rome' } as const;
/** Thursday 26 November 2026, 10:00 in Italy. */
const now = new Date('2026-11-26T09:00:00Z');

describe('a date is said the way people say it', () => {
  it.each([
    ['2026-11-26T14:00:00Z', 'oggi 15:00', 'today 15:00'],
    ['2026-11-27T16:00:00Z', 'domani 17:00', 'tomorrow 17:00'],
    ['2026-11-25T17:00:00Z', 'ieri 18:00', 'yesterday 18:00'],
    ['2026-11-24T10:23:00Z', 'mar 11:23', 'Tue 11:23'],
    ['2026-11-28T19:00:00Z', 'sab 20:00', 'Sat 20:00'],
    ['2026-12-09T10:00:00Z', '9 dic', '9 Dec'],
    ['2025-01-03T10:00:00Z', '3 gen 2025', '3 Jan 2025'],
  ])('%s', (at, italian, english) => {
    expect(sayWhen(new Date(at), now, it_)).toBe(italian);
    expect(sayWhen(new Date(at), now, en)).toBe(english);
  });

  it('counts days by the reader’s calendar, not by 24 hours', () => {
    expect(sayWhen(new Date('2026-11-26T23:30:00Z'), now, it_)).toBe('domani 00:30');
    expect(sayWhen(new Date('2026-11-26T23:30:00Z'), now, { ...en, timeZone: 'Europe/London' })).toBe('today 23:30');
  });

  it('counts days across the end of summer time', () => {
    expect(sayWhen(new Date('2026-10-25T22:30:00Z'), new Date('2026-10-24T21:30:00Z'), it_)).toBe('domani 23:30');
  });

  it.each([
    [10_000, 'adesso', 'now'],
    [40 * 60_000, 'tra 40 min', 'in 40 min'],
    [-40 * 60_000, '40 min fa', '40 min ago'],
    [5 * 3_600_000, 'tra 5 h', 'in 5 h'],
    [-26 * 3_600_000, '26 h fa', '26 h ago'],
    [-6 * 86_400_000, '6 giorni fa', '6 days ago'],
  ])('a distance of %d ms', (away, italian, english) => {
    const at = new Date(now.getTime() + away);
    expect(sayDistance(at, now, it_)).toBe(italian);
    expect(sayDistance(at, now, en)).toBe(english);
  });

  it('says the exact instant with its zone', () => {
    expect(sayExactly(new Date('2026-11-26T14:00:00Z'), it_)).toMatch(/giovedì 26 novembre 2026.*15:00 CET/u);
    expect(saySpan(0, it_)).toBe('1 min');
  });
});
