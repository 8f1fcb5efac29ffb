import { describe, expect, it } from 'vitest';
import { day, plus } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import type { WorkCalendar } from '#calendar/rules.ts';
import { comesBack, decideByOf, kindOfAnswer, mayDecide, mayHand, mayLeave, mayTake, minimised, nextClimbAt, someCustomer, stateOf, titleOf, topicFor, wordsAt, worthProposing } from './rules.ts';

const hours = [{ from: '08:30', to: '13:00' }, { from: '14:00', to: '18:00' }];
const calendar: WorkCalendar = { timeZone: 'Europe/Rome', week: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] }, holidays: [{ date: '2026-12-08', name: { it: 'Immacolata', en: 'Immaculate Conception' } }], exceptions: [] };
const at = (text: string) => new Date(text);

describe('a day by which somebody decides', () => {
  it('counts working days of the department, holidays and weekends left out, to the evening of the last', () => {
    const said = at('2026-11-24T10:23:00+01:00');
    expect(decideByOf(calendar, said, 1)).toEqual(at('2026-11-25T18:00:00+01:00'));
    expect(decideByOf(calendar, said, 10)).toEqual(at('2026-12-09T18:00:00+01:00'));
    // Said after closing it is said on the next morning.
    expect(decideByOf(calendar, at('2026-11-27T19:00:00+01:00'), 1)).toEqual(at('2026-12-01T18:00:00+01:00'));
  });

  it('climbs: a reminder when the last working day before begins, the head on the day, the management three days later, then no more', () => {
    const decideBy = at('2026-12-09T18:00:00+01:00');
    expect(nextClimbAt(0, decideBy, calendar)).toEqual(at('2026-12-09T08:30:00+01:00'));
    expect(nextClimbAt(0, at('2026-11-26T18:00:00+01:00'), calendar)).toEqual(at('2026-11-26T08:30:00+01:00'));
    expect(nextClimbAt(1, decideBy, calendar)).toEqual(decideBy);
    expect(nextClimbAt(2, decideBy, calendar)).toEqual(plus(decideBy, 3 * day));
    expect(nextClimbAt(3, decideBy, calendar)).toBeNull();
  });
});

describe('where a theme stands, and who may decide', () => {
  const base = { mergedIntoId: null, isProposed: false, decideBy: null, decision: null };
  it('follows from what was done to it', () => {
    const taken = { kind: 'take' as const, shippedAt: null };
    expect(stateOf({ ...base, decideBy: at('2026-12-01T00:00:00Z') })).toBe('undecided');
    expect(stateOf({ ...base, decision: taken })).toBe('taken');
    expect(stateOf({ ...base, decision: { ...taken, shippedAt: at('2026-12-01T00:00:00Z') } })).toBe('shipped');
    expect(stateOf({ ...base, decision: { kind: 'leave', shippedAt: null } })).toBe('left');
    // A theme that came back is undecided, whatever was decided before.
    expect(stateOf({ ...base, decideBy: at('2026-12-01T00:00:00Z'), decision: { kind: 'leave', shippedAt: null } })).toBe('undecided');
    expect(stateOf({ ...base, isProposed: true })).toBe('proposed');
    expect(stateOf({ ...base, mergedIntoId: 'x', decision: taken })).toBe('merged');
  });

  it('lets what was left be taken, and what was taken be left, but neither twice', () => {
    expect(mayTake('left')).toBeNull();
    expect(mayTake('shipped')).toBeNull();
    expect(mayTake('taken')?.refused).toBe('theme.is_taken');
    expect(mayLeave('taken')).toBeNull();
    expect(mayLeave('left')?.refused).toBe('theme.is_left');
    expect(mayLeave('shipped')?.refused).toBe('theme.is_shipped');
    for (const no of [mayTake, mayLeave]) expect([no('merged')?.refused, no('proposed')?.refused]).toEqual(['theme.is_merged', 'theme.is_proposed']);
  });

  it('is for the decider, who stands in, the head and the management; a lead may only give it on', () => {
    const deciders = { deciderId: 'anna', deputyId: 'luca', headId: 'head' };
    const who = (memberId: string, ...roles: string[]) => ({ memberId, roles });
    for (const yes of [who('anna'), who('luca'), who('head'), who('elena', 'management')]) expect(mayDecide(yes, deciders)).toBe(true);
    for (const no of [who('giulia', 'agent'), who('marta', 'lead', 'admin'), who('other', 'decider'), who('x', 'head')]) expect(mayDecide(no, deciders)).toBe(false);
    expect([mayHand(who('marta', 'lead'), deciders), mayHand(who('giulia', 'agent'), deciders)]).toEqual([true, false]);
  });

  it('comes back when twice as many ask as when it was left for being too few, and at least five more', () => {
    expect(comesBack({ reason: 'too_few', customers: 4 }, 9)).toBe(true);
    expect(comesBack({ reason: 'too_few', customers: 4 }, 8)).toBe(false);
    expect(comesBack({ reason: 'too_few', customers: 10 }, 19)).toBe(false);
    expect(comesBack({ reason: 'costs_too_much', customers: 4 }, 40)).toBe(false);
  });
});

describe('a group of loose voices', () => {
  const voice = (id: string, who: string, text = `Vorrei il cavo più lungo, ${id}`) => ({ id, who, text, saidBy: who });
  it('is worth a look when three people say it, and is called by the shortest sentence', () => {
    const household = [voice('a', 'rossi'), voice('b', 'rossi'), voice('c', 'bianchi')];
    const many = [voice('d', 'x', 'Cavo corto'), voice('e', 'y', 'Il cavo è troppo corto.'), voice('f', 'z', `Il cavo ${'molto '.repeat(30)}corto`)];
    expect(worthProposing([household, many])).toEqual([many]);
    expect(titleOf(many)).toBe('Il cavo è troppo corto.');
    expect(titleOf([many[2]!])).toMatch(/^Il cavo (?:molto )+molto…$/u);
  });
});

describe('the words', () => {
  it('are taken as they stand, without the white space at their ends', () => {
    const text = 'Buongiorno.  Il cavo è corto 🙂 . Grazie';
    const found = wordsAt(text, { from: 11, to: 33 });
    if (isRefusal(found)) throw new Error(found.refused);
    expect(found.words).toBe('Il cavo è corto 🙂 .'.slice(0, found.words.length));
    expect(text.slice(found.from, found.to)).toBe(found.words);
    expect([wordsAt(text, { from: 0, to: 99 }), wordsAt(text, { from: 11, to: 13 }), wordsAt('a'.repeat(1_200), { from: 0, to: 1_100 })].map((one) => isRefusal(one) && one.refused)).toEqual(['voice.not_there', 'voice.no_words', 'voice.too_long']);
  });

  it('are quoted outside the service without names, addresses, links and numbers, and keep prices and years', () => {
    const words = 'Sono Elena Marchetti, ordine 88213, tel. +39 347 1234567, elena.m@posta.example, IBAN IT60X0542811101000000123456: dal 2019 pago 120 euro, vedi https://foto.example/a?b=1. Elenasi no.';
    expect(minimised(words, 'Elena Marchetti')).toBe('Sono […], ordine […], tel. […], […], IBAN […]: dal 2019 pago 120 euro, vedi […] Elenasi no.');
    expect([someCustomer('2019-04-01', 'it'), someCustomer(null, 'en')]).toEqual(['cliente dal 2019', 'a customer']);
  });

  it('that come with a score are what they say, else what the score says', () => {
    expect([kindOfAnswer(0.2, null), kindOfAnswer(1, null), kindOfAnswer(0.6, null)]).toEqual(['frustration', 'praise', 'suggestion']);
    expect([kindOfAnswer(0.2, 'feature_request'), kindOfAnswer(0.2, 'praise'), kindOfAnswer(1, 'praise')]).toEqual(['feature_request', 'frustration', 'praise']);
  });

  it('name the topic of which they hold most, else the one for everything else', () => {
    const topics = [
      { id: 'invoice', words: ['fattur', 'iva', 'invoice'], isForTheRest: false },
      { id: 'delivery', words: ['consegn', 'coll', 'corrier', 'parcel'], isForTheRest: false },
      { id: 'rest', words: [], isForTheRest: true },
    ];
    expect(topicFor('Il corriere ha lasciato un collo solo, e la fattura?', topics)).toBe('delivery');
    expect(topicFor('Le FATTURE dell’anno scorso', topics)).toBe('invoice');
    expect(topicFor('Il cavo è corto', topics)).toBe('rest');
  });
});
