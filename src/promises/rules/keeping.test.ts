import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hour } from '#base/clock.ts';
import { fateOf, kindOf, reportOn, type KeepingFacts } from './keeping.ts';

const due = new Date('2026-11-18T15:00:00Z');
const at = (hours: number): Date => new Date(due.getTime() + hours * hour);
const warehouse = { id: 'm', name: 'Magazzino' };
const one = (facts: Partial<KeepingFacts> = {}): KeepingFacts => ({ text: 'Le scrivo entro le 16', firstDueAt: due, dueAt: due, keptAt: null, releasedAt: null, department: null, ...facts });

test.for<[string, Partial<KeepingFacts>, string]>([
  ['kept at the last instant', { keptAt: due }, 'kept'],
  ['kept a moment too late', { keptAt: new Date(due.getTime() + 1) }, 'broken'],
  ['never kept', {}, 'broken'],
  ['moved, then kept by its new date', { dueAt: at(24), keptAt: at(20) }, 'renegotiated'],
  ['moved, and kept by its first date all the same', { dueAt: at(24), keptAt: at(-1) }, 'renegotiated'],
  ['moved, then broken', { dueAt: at(24) }, 'renegotiated'],
  ['let off', { releasedAt: at(-2) }, 'released'],
])('%s', ([, facts, fate]) => {
  expect(fateOf(one(facts))).toBe(fate);
});

test('news is what the customer hears, a deed what they get', () => {
  expect(['Le scrivo entro domani', 'La richiamo alle 15', 'You will hear from me by noon', 'Avrà una risposta oggi'].map(kindOf)).toEqual(['news', 'news', 'news', 'news']);
  expect(['Il secondo collo parte venerdì', 'Your refund will arrive by Monday', 'Le rimborso la spedizione'].map(kindOf)).toEqual(['deed', 'deed', 'deed']);
});

test('the rate is that of the first dates; who let us off is not counted', () => {
  const report = reportOn([one({ keptAt: at(-1) }), one({ department: warehouse, text: 'Il collo parte oggi' }), one({ dueAt: at(5), keptAt: at(4), department: warehouse }), one({ releasedAt: at(-1) })]);
  expect(report.all).toEqual({ kept: 1, renegotiated: 1, broken: 1, released: 1, rate: 1 / 3 });
  expect(report.byKind.deed).toEqual({ kept: 0, renegotiated: 0, broken: 1, released: 0, rate: 0 });
  expect(report.byDepartment.map(({ department, rate }) => [department?.name ?? null, rate])).toEqual([['Magazzino', 0], [null, 1]]);
  expect(reportOn([]).all.rate).toBeNull();
});

test('the parts add up to the whole, however they are cut', () => {
  const facts = fc.record({
    text: fc.constantFrom('Le scrivo domani', 'Il collo parte domani'), firstDueAt: fc.constant(due), dueAt: fc.constantFrom(due, at(10)),
    keptAt: fc.constantFrom(null, at(-1), at(1)), releasedAt: fc.constantFrom(null, null, at(-1)), department: fc.constantFrom(null, warehouse, { id: 't', name: 'Tecnico' }),
  });
  fc.assert(fc.property(fc.array(facts), (promises) => {
    const { all, byKind, byDepartment } = reportOn(promises);
    for (const fate of ['kept', 'renegotiated', 'broken', 'released'] as const) {
      expect(byKind.news[fate] + byKind.deed[fate]).toBe(all[fate]);
      expect(byDepartment.reduce((sum, part) => sum + part[fate], 0)).toBe(all[fate]);
    }
    expect(all.kept + all.renegotiated + all.broken + all.released).toBe(promises.length);
  }));
});
