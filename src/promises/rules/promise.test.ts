import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, hour, minute, plus, type Instant } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import { isBroken, isOpenPromise, mayKeep, mayMove, mayPromise, mayRelease, promiseStateOf, type PromiseFacts } from './promise.ts';
import { warnAt } from './near.ts';
import { draftUpdate, nextWordAt, type UpdateFacts } from './update.ts';
import { readDates } from './dates.ts';
import { findVague } from './vague.ts';

const madeAt = new Date('2026-11-18T10:00:00Z');
const dueAt = plus(madeAt, 5 * hour);
const promise: PromiseFacts = { madeAt, firstDueAt: dueAt, dueAt, warnAt: plus(dueAt, -hour), warnedAt: null, keptAt: null, brokenAt: null, releasedAt: null };
const later = (milliseconds: number): Instant => plus(madeAt, milliseconds);
const code = (refusal: ReturnType<typeof mayMove>) => refusal?.refused ?? null;

describe('a promise', () => {
  test('is open, in danger an hour before, broken when due', () => {
    expect([3, 4, 5].map((hours) => promiseStateOf(promise, later(hours * hour)))).toEqual(['open', 'in_danger', 'broken']);
  });
  test('kept in time is kept for ever; kept late stays broken', () => {
    expect(promiseStateOf({ ...promise, keptAt: later(4 * hour) }, later(9 * day))).toBe('kept');
    expect(promiseStateOf({ ...promise, keptAt: later(6 * hour), brokenAt: dueAt }, later(9 * day))).toBe('broken');
  });
  test('may be moved only before it is due, to another date that can be kept', () => {
    expect(code(mayMove(promise, plus(dueAt, hour), plus(dueAt, -1)))).toBeNull();
    expect(code(mayMove(promise, plus(dueAt, hour), dueAt))).toBe('promise.already_broken');
    expect(code(mayMove(promise, dueAt, madeAt))).toBe('promise.same_date');
    expect(code(mayMove(promise, madeAt, later(hour)))).toBe('promise.in_the_past');
    expect(code(mayMove({ ...promise, keptAt: madeAt }, plus(dueAt, hour), later(1)))).toBe('promise.already_kept');
    expect(code(mayMove({ ...promise, releasedAt: madeAt }, plus(dueAt, hour), later(1)))).toBe('promise.already_released');
  });
  test('may be kept late, but not twice, and not once let off', () => {
    expect(mayKeep({ ...promise, brokenAt: dueAt })).toBeNull();
    expect(mayKeep({ ...promise, keptAt: dueAt })?.refused).toBe('promise.already_kept');
    expect(mayKeep({ ...promise, releasedAt: dueAt })?.refused).toBe('promise.already_released');
  });
  test('cannot be let off once it fell due', () => {
    expect(mayRelease(promise, later(hour))).toBeNull();
    expect(mayRelease(promise, dueAt)?.refused).toBe('promise.already_broken');
  });
  test('has a date that somebody can keep', () => {
    expect(mayPromise(later(4 * minute), madeAt)?.refused).toBe('promise.in_the_past');
    expect(mayPromise(later(400 * day), madeAt)?.refused).toBe('promise.too_far');
    expect(mayPromise(later(hour), madeAt)).toBeNull();
  });
  test('is never open and broken at once, and never mends by waiting', () => {
    const instant = fc.integer({ min: 0, max: 10 * 24 }).map((hours) => later(hours * hour));
    fc.assert(
      fc.property(instant, instant, fc.option(instant), (due, now, keptAt) => {
        const one = { ...promise, dueAt: due, keptAt };
        expect(isOpenPromise(one, now) && isBroken(one, now)).toBe(false);
        if (isBroken(one, now)) expect(isBroken(one, plus(now, hour))).toBe(true);
        if (isBroken(one, now)) expect(isRefusal(mayMove(one, plus(now, day), now))).toBe(true);
      }),
    );
  });
});

describe('the warning', () => {
  const nearing = { madeAt, dueAt, anHourBefore: plus(dueAt, -hour), requestDueAt: null };
  test('comes a working hour before', () => expect(warnAt(nearing)).toEqual(plus(dueAt, -hour)));
  test('comes at half time of a short promise', () =>
    expect(warnAt({ ...nearing, dueAt: later(30 * minute), anHourBefore: later(-30 * minute) })).toEqual(later(15 * minute)));
  test('comes earlier where the request behind it is late earlier', () =>
    expect(warnAt({ ...nearing, requestDueAt: later(hour) })).toEqual(later(75 * minute)));
  test('does not wait for a request that is due after it', () => expect(warnAt({ ...nearing, requestDueAt: plus(dueAt, day) })).toEqual(plus(dueAt, -hour)));
  test('stands between the making and the date', () => {
    const instant = fc.integer({ min: -5_000, max: 20_000 }).map((minutes) => later(minutes * minute));
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 9_000 }), instant, fc.option(instant), (minutes, anHourBefore, requestDueAt) => {
        const due = later(minutes * minute);
        const at = warnAt({ madeAt, dueAt: due, anHourBefore: anHourBefore < due ? anHourBefore : plus(due, -hour), requestDueAt });
        expect(at >= madeAt && at < due).toBe(true);
      }),
    );
  });
});

describe('an honest update', () => {
  const facts: UpdateFacts = {
    customerName: 'Elena Marchetti', language: 'it', courtesy: 'formal', leavesByItself: false, askedDepartment: { name: 'Magazzino', isOutside: false }, askedAt: plus(madeAt, -day), seen: null, lastTurn: null,
    reminded: true, newDueAt: plus(madeAt, 6 * hour), ownerName: 'Giulia Serra', updatesBefore: 0, now: madeAt, timeZone: 'Europe/Rome',
  };
  const every = (['it', 'en'] as const).flatMap((language) =>
    [
      {}, { seen: madeAt }, { reminded: false }, { lastTurn: { kind: 'question_back' as const, at: madeAt } }, { askedDepartment: null, askedAt: null },
      { askedDepartment: { name: 'Corriere Nord', isOutside: true } }, { courtesy: 'informal' as const }, { leavesByItself: true }, { courtesy: 'informal' as const, leavesByItself: true },
    ].flatMap((change) => Array.from({ length: 12 }, (_, updatesBefore) => ({ ...facts, language, ...change, updatesBefore }))),
  );

  test('says what, who and when', () => {
    expect(draftUpdate(facts)).toBe(
      'Gentile Elena Marchetti,\n\nle scrivo per dirle a che punto siamo. Ho chiesto al reparto Magazzino ieri alle 11:00. La risposta non è ancora arrivata. Li ho sollecitati. Le scrivo entro oggi alle 17:00, anche se fosse solo per dirle a che punto siamo.\n\nCordiali saluti,\nGiulia Serra',
    );
  });
  test('promises exactly one date, and nothing without one', () => {
    for (const one of every) {
      const text = draftUpdate(one);
      expect([text, ...findVague(text)]).toEqual([text]);
      expect([text, ...readDates(text, { now: one.now, timeZone: one.timeZone }).map((found) => found.dueAt)]).toEqual([text, one.newDueAt]);
    }
  });
  test('is never the same twice, and two in a row share no sentence', () => {
    for (const change of [{}, { askedDepartment: null, askedAt: null }]) {
      const texts = Array.from({ length: 60 }, (_, updatesBefore) => draftUpdate({ ...facts, ...change, updatesBefore }));
      expect(new Set(texts).size).toBe(60);
      const sentences = texts.map((text) => new Set((text.split('\n\n')[1] ?? '').split(/(?<=[.]) /u)));
      for (const [place, those] of sentences.slice(1).entries()) expect([...those].filter((sentence) => sentences[place]!.has(sentence))).toEqual([]);
    }
  });
  test('gives the date that stands, or half a day on the half hour', () => {
    const halfADayOn = new Date('2026-11-18T13:52:00Z');
    expect(nextWordAt({ promisedAt: null, halfADayOn }).toISOString()).toBe('2026-11-18T14:00:00.000Z');
    expect(nextWordAt({ promisedAt: plus(halfADayOn, -hour), halfADayOn }).toISOString()).toBe('2026-11-18T14:00:00.000Z');
    expect(nextWordAt({ promisedAt: plus(halfADayOn, day), halfADayOn })).toEqual(plus(halfADayOn, day));
  });
});
