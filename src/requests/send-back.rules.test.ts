import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hour, minute, plus } from '#base/clock.ts';
import { addWorkingTime, workingTimeBetween, type WorkCalendar } from '#calendar/rules.ts';
import { isRefusal } from '#base/refusal.ts';
import * as rules from './rules.ts';

const shift = [{ from: '08:30', to: '13:00' }, { from: '14:00', to: '18:00' }];
const rome: WorkCalendar = { timeZone: 'Europe/Rome', week: { 1: shift, 2: shift, 3: shift, 4: shift, 5: shift, 6: [], 7: [] }, holidays: [], exceptions: [] };
const at = (text: string): Date => new Date(`${text}+01:00`);
const asked = { dueAt: at('2026-11-26T15:00'), agreedMinutes: 240, climbedTo: 0 as const };
const open = (answeredAt: string, now: string, change: Partial<Parameters<typeof rules.openAgain>[0]> = {}) =>
  rules.openAgain({ ...asked, answeredAt: at(answeredAt), ...change }, at(now), rome);

describe('an answer that was not enough', () => {
  test('sent back at once, its clock never stopped: due when it was due, reminded when it would have been', () => {
    expect(open('2026-11-26T11:00', '2026-11-26T11:10')).toEqual({ dueAt: asked.dueAt, climbedTo: 0, nextClimbAt: at('2026-11-26T14:00') });
  });

  test('read by us only after its time, who had two hours left has one', () => {
    expect(open('2026-11-26T12:00', '2026-11-26T17:30')).toMatchObject({ dueAt: at('2026-11-27T09:00'), climbedTo: 1, nextClimbAt: at('2026-11-27T09:00') });
  });

  test('who had ten minutes left has ten', () => {
    expect(open('2026-11-26T14:50', '2026-11-26T16:00', { climbedTo: 1 })).toEqual({ dueAt: at('2026-11-26T16:10'), climbedTo: 1, nextClimbAt: at('2026-11-26T16:10') });
  });

  test('what was late stays as late, and has an hour before it climbs on', () => {
    expect(open('2026-11-26T15:30', '2026-11-26T16:00', { climbedTo: 1 })).toEqual({ dueAt: asked.dueAt, climbedTo: 1, nextClimbAt: at('2026-11-26T17:00') });
    expect(open('2026-11-26T17:30', '2026-11-26T17:40', { climbedTo: 3 })).toEqual({ dueAt: asked.dueAt, climbedTo: 3, nextClimbAt: null });
  });

  const instants = fc.integer({ min: at('2026-11-02T00:00').getTime(), max: at('2026-12-05T00:00').getTime() }).map((time) => new Date(time));

  test('never more time than was left, never less than an hour of it, and nothing climbs at the instant it is sent back', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 40 * 60 }), fc.nat(60 * hour), fc.nat(60 * hour), fc.constantFrom(0, 1, 2, 3), (from, agreed, answering, reading, climbedTo) => {
        const dueAt = addWorkingTime(rome, from, agreed * minute);
        if (isRefusal(dueAt)) throw new Error(dueAt.refused);
        const answeredAt = plus(from, answering);
        const now = plus(answeredAt, reading);
        const again = rules.openAgain({ dueAt, agreedMinutes: agreed, answeredAt, climbedTo: climbedTo as 0 | 1 | 2 | 3 }, now, rome);
        const left = answeredAt < dueAt ? workingTimeBetween(rome, answeredAt, dueAt) : 0;
        expect(again.dueAt >= dueAt).toBe(true);
        if (left === 0) expect(again.dueAt).toEqual(dueAt);
        else {
          const has = now < again.dueAt ? workingTimeBetween(rome, now, again.dueAt) : 0;
          expect(has).toBeLessThanOrEqual(left);
          expect(has).toBeGreaterThanOrEqual(Math.min(left, hour));
        }
        expect(again.nextClimbAt === null).toBe(climbedTo === 3);
        if (again.nextClimbAt !== null) expect(again.nextClimbAt > now).toBe(true);
      }),
    );
  });

  const times: rules.RequestTimes = {
    askedAt: at('2026-11-26T10:00'), dueAt: asked.dueAt, seenAt: null, questionedAt: null, answeredAt: null, refusedAt: null, withdrawnAt: null, takenAt: null, sentBackAt: null,
  };

  test('only an answer is sent back, and only while somebody waits', () => {
    expect(rules.maySendBack(times, 'open')).toMatchObject({ refused: 'request.not_answered' });
    expect(rules.maySendBack({ ...times, answeredAt: times.askedAt }, 'open')).toBeNull();
    expect(rules.maySendBack({ ...times, answeredAt: times.askedAt }, 'resolved')).toMatchObject({ refused: 'case.is_resolved' });
    expect(rules.maySendBack({ ...times, withdrawnAt: times.askedAt }, 'open')).toMatchObject({ refused: 'request.withdrawn' });
  });

  test('what can be told to be missing without reading', () => {
    const choices = [{ label: 'È partito', asksDate: null }, { label: 'Non ancora', asksDate: 'Quando parte?' }];
    expect(rules.stillMissing({ choice: null, promisedFor: null }, choices)).toBe('choice');
    expect(rules.stillMissing({ choice: 'Non ancora', promisedFor: null }, choices)).toBe('date');
    expect(rules.stillMissing({ choice: 'Non ancora', promisedFor: '2026-11-27' }, choices)).toBe('answer');
    expect(rules.stillMissing({ choice: null, promisedFor: null }, [])).toBe('answer');
  });

  test('it stands as sent back, taken or seen, in this order; late before all of them', () => {
    const now = at('2026-11-26T12:00');
    expect(rules.stateOf({ ...times, seenAt: now, takenAt: now, sentBackAt: now }, now)).toBe('sent_back');
    expect(rules.stateOf({ ...times, seenAt: now, takenAt: now }, now)).toBe('taken');
    expect(rules.stateOf({ ...times, takenAt: now, sentBackAt: now }, asked.dueAt)).toBe('late');
  });

  test('one colleague has it; another takes it over only knowing that', () => {
    const has = { ...times, takenBy: 'Beppe Riva' };
    expect(rules.mayTake({ ...times, takenBy: null }, 'Beppe', false)).toBeNull();
    expect(rules.mayTake(has, 'beppe riva ', false)).toBeNull();
    expect(rules.mayTake(has, 'Tina', false)).toMatchObject({ refused: 'request.taken_already', facts: { by: 'Beppe Riva' } });
    expect(rules.mayTake(has, 'Tina', true)).toBeNull();
    expect(rules.mayTake({ ...has, answeredAt: now() }, 'Tina', true)).toMatchObject({ refused: 'request.settled' });
  });
  const now = (): Date => at('2026-11-26T12:00');
});
