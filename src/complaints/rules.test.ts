import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkCalendar } from '#calendar/rules.ts';
import {
  clocksOf, contentOf, dayEndingAt, daysPassed, endOf, indemnityOwed, isOverdue, isWorkingDay, labelOf, lastDayOf, longestOn, mayAcknowledge, mayAnnul, mayClose, mayInterim, missingOf, stateOf, termOn,
  workingDaysBefore, type ComplaintFacts, type Term,
} from './rules.ts';
import { draftAcknowledgement, draftAnswer, draftInterim } from './letters.ts';
import { standardTerms } from './terms/standard.ts';

const day = (date: string) => ({ date, name: { it: date, en: date } });
const always = [{ from: '09:00', to: '18:00' }];
/** Open every day but in the summer: what a department does is not what the law counts. */
const rome: WorkCalendar = {
  timeZone: 'Europe/Rome', week: { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always },
  holidays: ['2026-12-08', '2026-12-25', '2026-12-26', '2027-01-01', '2027-01-06'].map(day), exceptions: [{ from: '2026-11-30', to: '2026-12-04', hours: [], name: 'Chiusi' }],
};
const working = { days: 15, counts: 'working' as const };
const payments: Term = { ...working, longestDays: 35 };

describe('days', () => {
  test('working days are Monday to Friday without holidays, whatever a department keeps open or closed', () => {
    expect(['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-08', '2026-12-09'].map((date) => isWorkingDay(rome, date))).toEqual([false, false, true, false, true]);
  });
  test('the day of arrival is not counted, and the term ends with the last minute of its last day', () => {
    expect(lastDayOf('2026-11-25', working, rome)).toBe('2026-12-17');
    expect(endOf('Europe/Rome', '2026-12-17').toISOString()).toBe('2026-12-17T23:00:00.000Z');
    expect(dayEndingAt('Europe/Rome', endOf('Europe/Rome', '2026-12-17'))).toBe('2026-12-17');
    // On a Saturday, the first counted day is Monday all the same.
    expect(lastDayOf('2026-11-28', { days: 1, counts: 'working' }, rome)).toBe('2026-11-30');
  });
  test('a term in calendar days that ends on a Sunday or a holiday ends there', () => {
    expect(lastDayOf('2026-11-29', { days: 7, counts: 'calendar' }, rome)).toBe('2026-12-06');
    expect(lastDayOf('2026-11-25', { days: 30, counts: 'calendar' }, rome)).toBe('2026-12-25');
  });
  test('a term over the change of the clocks ends at the midnight of the wall', () => {
    expect(endOf('Europe/Rome', '2027-03-28').toISOString()).toBe('2027-03-28T22:00:00.000Z');
    expect(endOf('Europe/Rome', '2026-10-25').toISOString()).toBe('2026-10-25T23:00:00.000Z');
  });
  test('as many days have passed on the last day as the term has', () => {
    const date = fc.integer({ min: 0, max: 700 }).map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(fc.property(date, fc.integer({ min: 1, max: 120 }), fc.constantFrom('calendar' as const, 'working' as const), (from, days, counts) => {
      const last = lastDayOf(from, { days, counts }, rome);
      expect(daysPassed(from, last, { counts, calendar: rome })).toBe(days);
      expect(workingDaysBefore(last, 1, rome) < last).toBe(true);
    }));
  });
});

describe('terms', () => {
  const stored = standardTerms.map((term) => ({ ...term, addedAt: '2026-11-01T00:00:00.000Z' }));
  const days = (sector: string, kind: string) => {
    const term = termOn(stored, { sector, kind, on: '2026-11-25' });
    return term === undefined ? null : [term.days, term.counts, term.longestDays];
  };

  test('are those of the sectors', () => {
    expect([days('energy', 'complaint'), days('energy', 'billing'), days('energy', 'billing_every_four_months'), days('energy', 'double_billing')]).toEqual([[30, 'calendar', null], [60, 'calendar', null], [90, 'calendar', null], [15, 'calendar', null]]);
    expect([days('telecoms', 'complaint'), days('insurance', 'complaint'), days('banks', 'complaint'), days('payments', 'complaint')]).toEqual([[30, 'calendar', null], [45, 'calendar', null], [60, 'calendar', null], [15, 'working', 35]]);
    expect(days('payments', 'loan')).toBeNull();
  });
  test('a version holds from its day to its last; of two of one day, the later one; before the first none does', () => {
    const version = (id: string, validFrom: string, addedAt: string, validTo: string | null = null) => ({ ...stored[0]!, id, validFrom, addedAt, validTo });
    const versions = [version('old', '2026-01-01', '2025-12-01'), version('slip', '2027-01-01', '2026-12-01'), version('new', '2027-01-01', '2026-12-02', '2027-06-30')];
    const on = (date: string) => termOn(versions, { sector: 'energy', kind: 'complaint', on: date })?.id;
    expect([on('2025-12-31'), on('2026-12-31'), on('2027-01-01'), on('2027-06-30'), on('2027-07-01')]).toEqual([undefined, 'old', 'new', 'new', 'slip']);
  });
  test('the clocks of a payment complaint of 25 November 2026', () => {
    const clocks = clocksOf(payments, '2026-11-25', rome);
    expect([clocks.dueOn, clocks.remindAt.toISOString(), clocks.callAt.toISOString()]).toEqual(['2026-12-17', '2026-12-10T07:00:00.000Z', '2026-12-15T07:00:00.000Z']);
    expect(longestOn(payments, '2026-11-25', rome)).toBe('2027-01-19');
  });
  test('the indemnity comes with the first late day, doubles beyond twice the term and triples beyond three times', () => {
    const term = { days: 30, counts: 'calendar' as const, indemnity: { cents: 2_500, doublesBeyond: 2, triplesBeyond: 3 } };
    const owed = (on: string) => indemnityOwed({ term, startedOn: '2026-11-25', dueOn: '2026-12-25', on }, rome);
    expect([owed('2026-12-25'), owed('2026-12-26'), owed('2027-01-24'), owed('2027-01-25'), owed('2027-02-23'), owed('2027-02-24')]).toEqual([0, 2_500, 2_500, 5_000, 5_000, 7_500]);
    expect(indemnityOwed({ term: { ...term, indemnity: null }, startedOn: '2026-11-25', dueOn: '2026-12-25', on: '2027-06-01' }, rome)).toBe(0);
  });
});

describe('a complaint', () => {
  const now = new Date('2026-12-10T10:00:00Z');
  const fresh: ComplaintFacts = { acknowledgedAt: null, interimAt: null, answeredAt: null, closedAt: null, annulledAt: null, dueAt: endOf('Europe/Rome', '2026-12-17'), isWriting: false };
  const nothingLeft = { actions: 0, escalations: 0, owedCents: 0 };

  test('has a state, and is past its term when the day is over', () => {
    expect([fresh, { ...fresh, acknowledgedAt: now }, { ...fresh, interimAt: now }, { ...fresh, answeredAt: now }, { ...fresh, answeredAt: now, closedAt: now }, { ...fresh, annulledAt: now }].map(stateOf))
      .toEqual(['registered', 'acknowledged', 'interim', 'answered', 'closed', 'annulled']);
    expect([isOverdue(fresh, new Date('2026-12-17T22:59:59Z')), isOverdue(fresh, fresh.dueAt), isOverdue({ ...fresh, answeredAt: now }, fresh.dueAt)]).toEqual([false, true, false]);
    expect([labelOf(2026, 1), labelOf(2026, 12_345)]).toEqual(['R-2026-0001', 'R-2026-12345']);
  });
  test('takes an interim reply only while its term runs, to a later day, within the limit, where the rule knows one', () => {
    const may = (finalOn: string, change: Partial<ComplaintFacts> = {}, longest: string | null = '2027-01-19') => mayInterim({ ...fresh, ...change }, { finalOn, dueOn: '2026-12-17', longestOn: longest, now })?.refused;
    expect([may('2027-01-19'), may('2027-01-20'), may('2026-12-17'), may('2027-01-10', {}, null), may('2027-01-10', { dueAt: now })])
      .toEqual([undefined, 'complaint.interim_too_far', 'complaint.interim_not_later', 'complaint.no_interim', 'complaint.interim_too_late']);
    expect([may('2027-01-10', { answeredAt: now }), may('2027-01-10', { isWriting: true }), may('2027-01-10', { annulledAt: now })])
      .toEqual(['complaint.answered_already', 'complaint.letter_on_its_way', 'complaint.is_annulled']);
  });
  test('is closed when nothing is owed, annulled before it is answered, acknowledged once', () => {
    const answered = { ...fresh, answeredAt: now };
    expect([mayClose(fresh, nothingLeft), mayClose(answered, { ...nothingLeft, owedCents: 1 }), mayClose(answered, { ...nothingLeft, escalations: 1 }), mayClose(answered, { ...nothingLeft, actions: 1 }), mayClose(answered, nothingLeft)].map((one) => one?.facts?.['left'] ?? one?.refused))
      .toEqual(['complaint.not_answered_yet', 'money', 'escalations', 'actions', undefined]);
    expect([mayAnnul(fresh), mayAnnul(answered)?.refused, mayAcknowledge({ ...fresh, acknowledgedAt: now })?.refused]).toEqual([null, 'complaint.answered_already', 'complaint.acknowledged_already']);
  });
});

describe('letters', () => {
  const facts = { language: 'it' as const, label: 'R-2026-0001', customerName: 'Andrea Colombo', onBehalfOf: 'Ines Valsecchi', receivedOn: '2026-11-25', writerName: 'Marta Riva', departmentName: 'Servizio clienti', companyName: 'Casa Lumina' };
  const answer = { outcome: 'partly' as const, assessment: 'Il driver scalda e va in protezione', grounds: 'Il difetto è di fabbricazione; il danno alla mensola non risulta dalle foto', correction: 'Sostituiamo la lampada entro il 10 dicembre', nextBody: 'Organismo ADR', indemnityCents: 0 };

  test('say number, contact and days, and neither "tu" nor a date that is none', () => {
    const said = draftAcknowledgement({ ...facts, dueOn: '2026-12-08', basis: 'ISO 10002', nextUpdateAt: new Date('2026-12-02T09:00:00Z'), now: new Date('2026-11-25T09:00:00Z'), timeZone: 'Europe/Rome' });
    expect(said).toBe('Gentile Andrea Colombo,\n\nil suo reclamo di mercoledì 25 novembre 2026, presentato per conto di Ines Valsecchi, è registrato con il numero R-2026-0001. Lo seguo io fino alla risposta: Marta Riva, Servizio clienti.\n\nLa risposta arriva entro martedì 8 dicembre 2026 (ISO 10002). Prima di allora le scrivo mercoledì 2 dicembre alle 10:00 per dirle a che punto siamo.\n\nSe c’è qualcosa da aggiungere, o un documento che può aiutarci, basta rispondere a questo messaggio.\n\nCordiali saluti,\nMarta Riva\nServizio clienti, Casa Lumina');
    expect(draftInterim({ ...facts, dueOn: '2026-12-17', reason: 'la banca del venditore non ha ancora risposto', finalOn: '2027-01-19' })).toContain('La risposta definitiva arriva entro martedì 19 gennaio 2027. Il suo riferimento resto io: Marta Riva, Servizio clienti.');
    expect(draftAnswer({ ...facts, ...answer, language: 'en', indemnityCents: 2_500 })).toContain('you are owed an indemnity of €25,');
  });
  test('a draft of the final reply holds its minimum content; what is taken out is found missing', () => {
    const check = (text: string) => missingOf(contentOf({ text, label: facts.label, contactName: facts.writerName, departmentName: facts.departmentName, ...answer }));
    const draft = draftAnswer({ ...facts, ...answer });
    expect(check(draft)).toEqual([]);
    expect(check(draft.replaceAll('R-2026-0001', ''))).toEqual(['reference']);
    expect(check(draft.replaceAll('Marta Riva', 'La direzione'))).toEqual(['contact']);
    expect(check(draft.replace(/Il difetto[^.]*\./u, ''))).toEqual(['grounds']);
    expect(check(draft.replace('Organismo ADR', 'chi vuole'))).toEqual(['nextBody']);
    expect(check('Tutto a posto.')).toEqual(['reference', 'contact', 'assessment', 'grounds', 'correction', 'nextBody']);
  });
});
