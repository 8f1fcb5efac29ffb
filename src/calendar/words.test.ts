import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { day, hour, minute } from '#base/clock.ts';
import type { Language } from '#base/texts.ts';
import { sayDistance, sayDuration, sayInstant } from './words.ts';

const rome = (local: string): Date =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Rome').epochMilliseconds);

/** Saturday 21 November 2026, 10:00 in Rome. */
const now = rome('2026-11-21T10:00');
const at = (local: string, options: object = {}, language: Language = 'it'): string =>
  sayInstant(rome(local), { now, timeZone: 'Europe/Rome', language, ...options });

describe('an instant in words', () => {
  it.each([
    ['2026-11-21T15:00', 'oggi alle 15:00', 'entro oggi alle 15:00', 'oggi 15:00', 'today at 15:00', 'by 15:00 today', 'today 15:00'],
    ['2026-11-22T09:30', 'domani alle 9:30', 'entro domani alle 9:30', 'domani 09:30', 'tomorrow at 09:30', 'by 09:30 tomorrow', 'tomorrow 09:30'],
    ['2026-11-20T18:00', 'ieri alle 18:00', 'entro ieri alle 18:00', 'ieri 18:00', 'yesterday at 18:00', 'by 18:00 yesterday', 'yesterday 18:00'],
    ['2026-11-26T15:00', 'giovedì alle 15:00', 'entro giovedì alle 15:00', 'gio 15:00', 'on Thursday at 15:00', 'by 15:00 on Thursday', 'Thu 15:00'],
    ['2026-11-27T01:05', 'venerdì all’1:05', 'entro venerdì all’1:05', 'ven 01:05', 'on Friday at 01:05', 'by 01:05 on Friday', 'Fri 01:05'],
    ['2026-11-28T15:00', 'sabato 28 novembre alle 15:00', 'entro sabato 28 novembre alle 15:00', '28 nov 15:00', 'on Saturday 28 November at 15:00', 'by 15:00 on Saturday 28 November', '28 Nov 15:00'],
    ['2026-11-30T12:00', 'lunedì 30 novembre alle 12:00', 'entro lunedì 30 novembre alle 12:00', '30 nov 12:00', 'on Monday 30 November at 12:00', 'by 12:00 on Monday 30 November', '30 Nov 12:00'],
    ['2026-12-01T08:00', 'martedì 1º dicembre alle 8:00', 'entro martedì 1º dicembre alle 8:00', '1 dic 08:00', 'on Tuesday 1 December at 08:00', 'by 08:00 on Tuesday 1 December', '1 Dec 08:00'],
    ['2027-01-04T12:00', 'lunedì 4 gennaio 2027 alle 12:00', 'entro lunedì 4 gennaio 2027 alle 12:00', '4 gen 2027 12:00', 'on Monday 4 January 2027 at 12:00', 'by 12:00 on Monday 4 January 2027', '4 Jan 2027 12:00'],
    ['2026-11-17T11:23', 'martedì 17 novembre alle 11:23', 'entro martedì 17 novembre alle 11:23', '17 nov 11:23', 'on Tuesday 17 November at 11:23', 'by 11:23 on Tuesday 17 November', '17 Nov 11:23'],
  ])('%s', (local, it, itBy, itShort, en, enBy, enShort) => {
    expect([at(local), at(local, { by: true }), at(local, { style: 'short' })]).toEqual([it, itBy, itShort]);
    expect([at(local, {}, 'en'), at(local, { by: true }, 'en'), at(local, { style: 'short' }, 'en')]).toEqual([en, enBy, enShort]);
  });

  it('stands alone as a label without the English "on"', () => {
    expect(at('2026-11-26T15:00', { style: 'label' }, 'en')).toBe('Thursday at 15:00');
    expect(at('2026-11-26T15:00', { style: 'label' })).toBe('giovedì alle 15:00');
  });

  it('is short as a limit too', () => {
    expect(at('2026-11-26T15:00', { style: 'short', by: true })).toBe('entro gio 15:00');
    expect(at('2026-11-28T15:00', { style: 'short', by: true }, 'en')).toBe('by 28 Nov 15:00');
  });

  it('counts the coming midnight to the day that ends with it', () => {
    expect(at('2026-11-22T00:00')).toBe('oggi a mezzanotte');
    expect(at('2026-11-22T00:00', { by: true })).toBe('entro la mezzanotte di oggi');
    expect(at('2026-11-22T00:00', { style: 'short' })).toBe('oggi 24:00');
    expect(at('2026-11-24T00:00', { by: true })).toBe('entro la mezzanotte di lunedì');
    expect(at('2026-11-24T00:00', {}, 'en')).toBe('on Monday at midnight');
    expect(at('2026-11-24T00:00', { by: true }, 'en')).toBe('by midnight on Monday');
    expect(at('2027-01-01T00:00', { by: true })).toBe('entro la mezzanotte di giovedì 31 dicembre');
  });

  it('says a past midnight as the hour at which something happened', () => {
    expect(at('2026-11-21T00:00')).toBe('oggi alle 0:00');
    expect(at('2026-11-21T00:00', { style: 'short' }, 'en')).toBe('today 00:00');
  });

  it('changes from today to tomorrow at midnight where the reader lives, not where the server stands', () => {
    const lateEvening = rome('2026-11-21T23:30');
    const say = (instant: string, timeZone: string) =>
      sayInstant(rome(instant), { now: lateEvening, timeZone, language: 'it' });
    expect(say('2026-11-21T23:59', 'Europe/Rome')).toBe('oggi alle 23:59');
    expect(say('2026-11-22T00:01', 'Europe/Rome')).toBe('domani alle 0:01');
    expect(say('2026-11-22T00:01', 'Europe/London')).toBe('oggi alle 23:01');
    expect(say('2026-11-22T15:00', 'Asia/Tokyo')).toBe('oggi alle 23:00');
  });

  it('keeps days and hours right over the nights when clocks change', () => {
    const say = (instant: string, from: string) =>
      sayInstant(rome(instant), { now: rome(from), timeZone: 'Europe/Rome', language: 'it' });
    expect(say('2026-10-25T23:30', '2026-10-24T23:45')).toBe('domani alle 23:30');
    expect(say('2026-10-26T00:30', '2026-10-25T00:15')).toBe('domani alle 0:30');
    expect(say('2026-03-29T03:00', '2026-03-28T23:30')).toBe('domani alle 3:00');
    expect(say('2026-03-30T00:10', '2026-03-28T23:50')).toBe('lunedì alle 0:10');
  });

  it('cuts seconds, so that nothing is due earlier than it was said', () => {
    const due = new Date(rome('2026-11-21T15:00').getTime() + 59_999);
    expect(sayInstant(due, { now, timeZone: 'Europe/Rome', language: 'it' })).toBe('oggi alle 15:00');
  });
});

describe('a length of time in words', () => {
  it.each([
    [0, 'meno di un minuto', 'less than a minute'],
    [59_999, 'meno di un minuto', 'less than a minute'],
    [40 * minute, '40 min', '40 min'],
    [59 * minute + 59_999, '59 min', '59 min'],
    [hour, '1 h', '1 h'],
    [5 * hour + 5 * minute, '5 h 05', '5 h 05'],
    [11 * hour + 40 * minute, '11 h 40', '11 h 40'],
    [12 * hour + 40 * minute, '12 h', '12 h'],
    [26 * hour, '26 h', '26 h'],
    [2 * day - 1, '47 h', '47 h'],
    [2 * day, '2 giorni', '2 days'],
    [3.9 * day, '3 giorni', '3 days'],
    [-40 * minute, '40 min', '40 min'],
  ])('%d ms', (milliseconds, it, en) => {
    expect([sayDuration(milliseconds, 'it'), sayDuration(milliseconds, 'en')]).toEqual([it, en]);
  });

  it.each([
    [30_000, 'meno di un minuto lavorativo', 'less than a working minute'],
    [minute, '1 minuto lavorativo', '1 working minute'],
    [40 * minute, '40 minuti lavorativi', '40 working minutes'],
    [hour, '1 ora lavorativa', '1 working hour'],
    [9 * hour, '9 ore lavorative', '9 working hours'],
    [8.5 * hour, '8 h 30 lavorative', '8 h 30 of working time'],
    [72 * hour, '72 ore lavorative', '72 working hours'],
  ])('%d ms of work', (milliseconds, it, en) => {
    const working = { working: true };
    expect([sayDuration(milliseconds, 'it', working), sayDuration(milliseconds, 'en', working)]).toEqual([it, en]);
  });
});

describe('a distance from now in words', () => {
  it.each([
    ['2026-11-21T10:00', 'adesso', 'now'],
    ['2026-11-21T10:40', 'fra 40 minuti', 'in 40 minutes'],
    ['2026-11-21T10:01', 'fra un minuto', 'in one minute'],
    ['2026-11-21T11:00', 'fra un’ora', 'in one hour'],
    ['2026-11-21T13:10', 'fra tre ore', 'in three hours'],
    ['2026-11-22T09:00', 'fra 23 ore', 'in 23 hours'],
    ['2026-11-22T15:00', 'fra un giorno', 'in one day'],
    ['2026-11-23T08:00', 'fra due giorni', 'in two days'],
    ['2026-11-23T23:00', 'fra due giorni', 'in two days'],
    ['2026-12-03T10:00', 'fra 12 giorni', 'in 12 days'],
    ['2026-11-21T08:00', 'due ore fa', 'two hours ago'],
    ['2026-11-19T10:00', 'due giorni fa', 'two days ago'],
  ])('%s', (local, it, en) => {
    const say = (language: Language) => sayDistance(rome(local), { now, timeZone: 'Europe/Rome', language });
    expect([say('it'), say('en')]).toEqual([it, en]);
  });

  it('counts nights: on Monday evening, Wednesday morning is in two days', () => {
    const say = (from: string, to: string) =>
      sayDistance(rome(to), { now: rome(from), timeZone: 'Europe/Rome', language: 'it' });
    expect(say('2026-11-23T22:00', '2026-11-25T08:00')).toBe('fra due giorni');
    expect(say('2026-10-24T12:00', '2026-10-25T11:30')).toBe('fra un giorno');
  });
});
