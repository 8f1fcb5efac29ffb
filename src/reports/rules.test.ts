import { describe, expect, it } from 'vitest';
import type { Digest } from './contract.ts';
import { causesOf, headlineOf, inPercent, leadOf, minutesToRead, weekAt, weekBefore, weekDue, weekNamed } from './rules.ts';
import { sayHeadline, sayLead } from './words.ts';

const rome = 'Europe/Rome';
const at = (text: string) => new Date(text);

describe('a week', () => {
  it('runs from Monday to Sunday in the company’s zone, and is named as the calendar names it', () => {
    const week = weekAt(rome, at('2026-11-22T23:30:00+01:00'));
    expect(week).toEqual({ name: '2026-W47', monday: '2026-11-16', from: at('2026-11-16T00:00:00+01:00'), to: at('2026-11-23T00:00:00+01:00') });
    expect(weekAt(rome, week.to).name).toBe('2026-W48');
    expect(weekBefore(rome, week).name).toBe('2026-W46');
  });

  it('belongs to the year of its Thursday, and may be a 53rd', () => {
    expect(weekAt(rome, at('2027-01-02T12:00:00+01:00')).name).toBe('2026-W53');
    expect(weekAt(rome, at('2027-01-04T00:00:00+01:00')).name).toBe('2027-W01');
    expect(weekNamed(rome, '2026-W53')?.monday).toBe('2026-12-28');
    for (const no of ['2027-W53', '2026-W00', '2026-W54', '2026-47', 'x']) expect(weekNamed(rome, no)).toBeNull();
  });

  it('is an hour shorter when the clocks go on', () => {
    const { from, to } = weekAt(rome, at('2026-03-25T12:00:00+01:00'));
    expect((to.getTime() - from.getTime()) / 3_600_000).toBe(167);
  });

  it('is due on the Monday after it at seven, and stays due until the next is', () => {
    expect(weekDue(rome, at('2026-11-23T06:59:59+01:00')).name).toBe('2026-W46');
    expect(weekDue(rome, at('2026-11-23T07:00:00+01:00')).name).toBe('2026-W47');
    expect(weekDue(rome, at('2026-11-29T23:00:00+01:00')).name).toBe('2026-W47');
  });
});

describe('what lay behind it', () => {
  const boiled = (customerId: string, themes: string[], late: string | null = null) => ({
    customerId, why: 'second_channel', themes: themes.map((id) => ({ id, title: id })), lateDepartment: late === null ? null : { id: late, name: late },
  });
  it('is the theme that most share, else the department that was late, each customer once', () => {
    const causes = causesOf([boiled('a', ['red', 'parcels']), boiled('b', ['parcels'], 'warehouse'), boiled('c', [], 'warehouse'), boiled('d', [])], 'Service');
    expect(causes.map(({ cause, title, customers }) => [cause, title, customers])).toEqual([['theme', 'parcels', 2], ['service', 'Service', 1], ['department', 'warehouse', 1]]);
    expect(causes.reduce((sum, { customers }) => sum + customers, 0)).toBe(4);
  });
});

const nothing = { kept: 0, renegotiated: 0, broken: 0, released: 0, rate: null };
const quiet: Digest = {
  week: '2026-W47', from: '2026-11-15T23:00:00Z', to: '2026-11-22T23:00:00Z', isOver: true, asOf: '2026-11-23T06:00:00Z', companyName: 'Casa Lumina', timeZone: rome,
  heard: { voices: 0, voicesBefore: 0, customers: 0, byKind: [], themes: [], loose: { count: 0, overdue: 0 } }, undecided: { count: 0, overdue: 0, items: [] }, decided: [], shipped: [],
  promises: { all: nothing, rateBefore: null, byDepartment: [] }, boiled: { customers: 0, customersBefore: 0, byWhy: [], byCause: [] },
  silence: { missed: 0, missedBefore: 0, longestHours: null, longestBefore: null }, service: { opened: 0, openedBefore: 0, resolved: 0, chased: 0, open: 0 }, complaints: { received: 0, open: 0, overdue: 0, paidCents: 0 }, brought: { handedOver: 0, won: 0, wonCents: 0, late: 0 }, asked: { answers: 0, csat: null, csatBefore: null },
};
const theme = '018f0000-0000-7000-8000-000000000001';
const overdue = { id: theme, title: 'La consegna in due colli non è spiegata', department: 'Logistica', decider: 'Ilaria Fontana', decideBy: '2026-11-18T17:00:00Z', daysLate: 3, customers: 58, boiled: 9, climbedTo: 3 };
const boiled = { customers: 14, customersBefore: 9, byWhy: [], byCause: [{ cause: 'theme' as const, id: theme, title: overdue.title, customers: 9 }, { cause: 'service' as const, id: null, title: 'Servizio clienti', customers: 5 }] };
const decision = { id: theme, themeId: theme, title: 'x', reason: null, words: 'x', by: 'x', customers: 1, valueCents: 0, shipsBy: null, told: 0 };

describe('the sentence of the week', () => {
  it('speaks of customers who lost their patience before anything else, then of what nobody decided, of promises, of silence', () => {
    const bad: Digest = { ...quiet, boiled, undecided: { count: 2, overdue: 1, items: [overdue] }, promises: { ...quiet.promises, all: { kept: 9, renegotiated: 0, broken: 1, released: 0, rate: 0.9 } }, silence: { ...quiet.silence, missed: 3 } };
    expect(sayHeadline(bad, 'it')).toBe('Quattordici clienti hanno perso la pazienza. Nove per lo stesso motivo.');
    expect(sayHeadline(bad, 'en')).toBe('Fourteen customers lost their patience. Nine for the same reason.');
    const shared = { ...bad, boiled: { ...boiled, customers: 9, byCause: boiled.byCause.slice(0, 1) } };
    expect([sayHeadline(shared, 'it'), sayHeadline(shared, 'en')]).toEqual(['Nove clienti hanno perso la pazienza. Tutti per lo stesso motivo.', 'Nine customers lost their patience. All for the same reason.']);
    const calmer = { ...bad, boiled: quiet.boiled };
    expect(sayHeadline(calmer, 'it')).toBe('Una decisione è oltre la data, da 3 giorni.');
    expect(headlineOf({ ...calmer, undecided: quiet.undecided })).toEqual({ code: 'broken', broken: 1, of: 10 });
    expect(sayHeadline({ ...calmer, undecided: quiet.undecided, promises: quiet.promises }, 'en')).toBe('Three times a customer heard nothing when they should have.');
    expect(sayHeadline({ ...quiet, boiled: { ...boiled, customers: 1, byCause: boiled.byCause.slice(1) } }, 'it')).toBe('Un cliente ha perso la pazienza.');
    expect(sayHeadline({ ...quiet, decided: [{ ...decision, kind: 'take' }, { ...decision, kind: 'leave' }, { ...decision, kind: 'leave' }] }, 'it')).toBe('Tre decisioni: una presa, due lasciate.');
    expect(headlineOf(quiet)).toEqual({ code: 'nothing' });
    expect(headlineOf({ ...quiet, service: { ...quiet.service, opened: 4 } }).code).toBe('calm');
  });

  it('is followed by the reason with who was to decide, the promises and the longest silence, only as far as there are any', () => {
    const bad: Digest = { ...quiet, boiled, undecided: { count: 1, overdue: 1, items: [overdue] }, promises: { all: { kept: 91, renegotiated: 4, broken: 5, released: 0, rate: 0.91 }, rateBefore: 0.88, byDepartment: [] }, silence: { missed: 2, missedBefore: 4, longestHours: 6, longestBefore: 31 } };
    expect(sayLead(bad, 'it')).toBe('«La consegna in due colli non è spiegata»: è il motivo per 9 clienti. Ilaria Fontana doveva decidere, ed è in ritardo di 3 giorni. Le promesse mantenute alla prima data salgono al 91% (era 88%). Il silenzio più lungo oltre la data: 6 ore (la settimana prima 31).');
    expect(leadOf(quiet)).toEqual([]);
  });

  it('never rounds a share to all or nothing that is not', () => {
    expect([inPercent(1), inPercent(0.999), inPercent(0.001), inPercent(0), inPercent(0.725)]).toEqual([100, 99, 1, 0, 73]);
    expect(minutesToRead('parola '.repeat(540))).toBe(3);
  });
});
