import { describe, expect, it } from 'vitest';
import { hour, minute, plus } from '#base/clock.ts';
import { centsFrom, sayCents } from '#base/cents.ts';
import type { WorkCalendar } from '#calendar/rules.ts';
import { climbTime, isDoubleTap, isLate, mayConclude, mayHandOver, mayTake, mayTakeBack, nextClimb, rateOf, stateOf } from './rules.ts';
import { writeLetter } from './emails.ts';

const now = new Date('2026-11-24T09:23:00.000Z');
const hours = [{ from: '08:30', to: '13:00' }, { from: '14:00', to: '18:00' }];
const calendar: WorkCalendar = { timeZone: 'Europe/Rome', week: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] }, exceptions: [], holidays: [] };
const times = { leftAt: now, takenBackAt: null, dueAt: plus(now, hour), readAt: null, takenAt: null, outcome: null };

describe('handing over', () => {
  it('takes the words that stand in the message, and no others', () => {
    const text = 'Buongiorno. Ne vorremmo altre dodici. Grazie';
    const marked = { text, from: 12, to: 38 };
    expect(mayHandOver({ mergedIntoId: null, words: 'Ne vorremmo altre dodici.', marked })).toBeNull();
    expect(mayHandOver({ mergedIntoId: null, words: 'Ne vogliamo cento.', marked })).toMatchObject({ refused: 'opportunity.words_moved' });
    expect(mayHandOver({ mergedIntoId: null, words: 'Detto al telefono.', marked: null })).toBeNull();
    expect(mayHandOver({ mergedIntoId: 'x', words: 'Ne vorremmo', marked: null })).toMatchObject({ refused: 'case.is_merged' });
  });

  it('can be taken back until it leaves; the same twice in a row is one', () => {
    expect(mayTakeBack({ leftAt: null })).toBeNull();
    expect(mayTakeBack({ leftAt: now })).toMatchObject({ refused: 'opportunity.too_late_to_take_back' });
    const said = { kind: 'lead', words: 'Dodici', byId: 'g' };
    expect(isDoubleTap({ ...said, at: now }, said, plus(now, minute))).toBe(true);
    expect(isDoubleTap({ ...said, at: now }, said, plus(now, 2 * minute))).toBe(false);
    expect(isDoubleTap({ ...said, at: now }, { ...said, kind: 'order' }, now)).toBe(false);
  });
});

describe('where it stands', () => {
  it('is read from its times', () => {
    expect(stateOf({ ...times, leftAt: null })).toBe('leaving');
    expect(stateOf({ ...times, leftAt: null, takenBackAt: now })).toBe('taken_back');
    expect(stateOf(times)).toBe('waiting');
    expect(stateOf({ ...times, readAt: now })).toBe('read');
    expect(stateOf({ ...times, readAt: now, takenAt: now })).toBe('taken');
    expect(stateOf({ ...times, outcome: 'won' })).toBe('won');
  });

  it('is late from the due instant on, while somebody owes a word', () => {
    expect([isLate(times, plus(times.dueAt, -1)), isLate(times, times.dueAt), isLate({ ...times, outcome: 'lost' }, times.dueAt), isLate({ ...times, takenBackAt: now }, times.dueAt)]).toEqual([false, true, false, false]);
  });

  it('climbs to the head when it is due, and to the management half of the agreed time later, in hours in which somebody works', () => {
    const dueAt = new Date('2026-11-24T16:00:00+01:00');
    const ladder = { dueAt, agreedMinutes: 240, calendar };
    expect(climbTime(0, ladder, now)).toEqual(dueAt);
    expect(climbTime(1, ladder, dueAt)).toEqual(new Date('2026-11-24T18:00:00+01:00'));
    expect(climbTime(1, ladder, new Date('2026-11-24T17:00:00+01:00'))).toEqual(new Date('2026-11-25T09:30:00+01:00'));
    expect(climbTime(2, ladder, dueAt)).toBeNull();
    expect(climbTime(1, { ...ladder, calendar: { ...calendar, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } } }, dueAt)).toEqual(plus(dueAt, 2 * hour));
    expect([nextClimb({ climbedTo: 0, nextClimbAt: dueAt }), nextClimb({ climbedTo: 1, nextClimbAt: dueAt }), nextClimb({ climbedTo: 2, nextClimbAt: null })]).toEqual([{ at: dueAt, step: 1 }, { at: dueAt, step: 2 }, null]);
  });
});

describe('the department’s answer', () => {
  it('is given once by one person, unless somebody takes it over', () => {
    expect(mayTake({ ...times, takenBy: null }, 'Andrea Villa', false)).toBeNull();
    expect(mayTake({ ...times, takenBy: 'Andrea Villa' }, 'Andrea Villa', false)).toBeNull();
    expect(mayTake({ ...times, takenBy: 'Andrea Villa' }, 'Luca Sala', false)).toMatchObject({ refused: 'opportunity.taken_by', facts: { name: 'Andrea Villa' } });
    expect(mayTake({ ...times, takenBy: 'Andrea Villa' }, 'Luca Sala', true)).toBeNull();
    expect(mayTake({ ...times, outcome: 'won', takenBy: null }, 'Luca Sala', false)).toMatchObject({ refused: 'opportunity.settled' });
    expect(mayTake({ ...times, leftAt: null, takenBy: null }, 'Luca Sala', false)).toMatchObject({ refused: 'opportunity.not_there_yet' });
  });

  it('says what it was worth, or why it was lost', () => {
    const said = { outcome: 'won', wonCents: null, lostReason: null, words: null } as const;
    expect(mayConclude({ ...times, kind: 'lead' }, said)).toMatchObject({ refused: 'opportunity.value_missing' });
    expect(mayConclude({ ...times, kind: 'lead' }, { ...said, wonCents: 840_000 })).toBeNull();
    expect(mayConclude({ ...times, kind: 'product_idea' }, said)).toBeNull();
    const lost = { ...said, outcome: 'lost' } as const;
    expect(mayConclude({ ...times, kind: 'lead' }, lost)).toMatchObject({ refused: 'opportunity.words_missing' });
    expect(mayConclude({ ...times, kind: 'lead' }, { ...lost, lostReason: 'price' })).toBeNull();
    expect(mayConclude({ ...times, kind: 'lead' }, { ...lost, lostReason: 'other' })).toMatchObject({ refused: 'opportunity.words_missing' });
    expect(mayConclude({ ...times, kind: 'lead' }, { ...lost, lostReason: 'other', words: 'Hanno chiuso.' })).toBeNull();
    expect(mayConclude({ ...times, kind: 'lead', outcome: 'won' }, { ...said, outcome: 'nothing_came_of_it' })).toBeNull();
  });

  it('counts: with a known outcome, of all that were handed over', () => {
    expect([rateOf({ handedOver: 0, open: 0 }), rateOf({ handedOver: 4, open: 1 })]).toEqual([null, 0.75]);
  });
});

describe('amounts', () => {
  it('are read as people type them', () => {
    expect(['8400', '8.400', '8.400,50', '8,400.50', '€ 8 400', '1.234.567', '0,5', '12,3', 'molti', '0', '', '8.40.0'].map(centsFrom)).toEqual([840_000, 840_000, 840_050, 840_050, 840_000, 123_456_700, 50, 1_230, null, null, null, null]);
  });

  it('and said', () => {
    expect([sayCents(840_000, 'it'), sayCents(840_050, 'en')]).toEqual(['8.400\u00A0€', '€8,400.50']);
  });
});

it('the letter holds the customer’s words and whom to call; of an idea nobody’s name', () => {
  const facts = {
    words: 'We would like 12 rooms more.', valueCents: 840_000, seenBy: 'Giulia Serra', seenByDepartment: 'Servizio clienti', dueAt: new Date('2026-11-24T15:23:00.000Z'),
    url: 'https://presa.example/o/x', now, timeZone: 'Europe/Rome', language: 'it',
  } as const;
  const customer = { name: 'Claire Bennett', company: 'Hotel Belvedere', reach: ['claire@hotel.example'] };
  const lead = writeLetter({ ...facts, kind: 'lead', customer });
  expect(lead.subject).toBe('Un cliente interessato: Hotel Belvedere');
  expect(lead.text).toContain('«We would like 12 rooms more.»\n\nChi è: Claire Bennett, Hotel Belvedere, claire@hotel.example\nValore stimato: 8.400\u00A0€\n\nServe che qualcuno se ne occupi entro oggi alle 16:23.');
  const idea = writeLetter({ ...facts, kind: 'product_idea', customer: null, valueCents: null, language: 'en' });
  expect(idea.subject).toBe('An idea from a customer: We would like 12 rooms more.');
  expect(idea.text).not.toMatch(/Claire|Hotel|Who it is|Estimated/u);
});
