import fc from 'fast-check';
import { expect, test } from 'vitest';
import { savedByActing, type Savable } from './saves.ts';

const one: Savable = { degrees: 30, risks: { chase72: 0.2, chaseIfAnswered: 0.05 }, yearlyValueCents: null };

test('is what an answer takes away of the forecast, and all that the rules see beyond it', () => {
  expect(savedByActing(one)).toBeCloseTo(0.15 + 0.1);
  expect(savedByActing({ ...one, degrees: 10 })).toBeCloseTo(0.15);
  expect(savedByActing({ ...one, risks: null })).toBeCloseTo(0.3);
});
test('whoever would ask again all the same comes after whoever an answer calms, unless the rules see more than the forecast', () => {
  expect(savedByActing({ ...one, degrees: 10, risks: { chase72: 0.2, chaseIfAnswered: 0.3 } })).toBe(0);
  expect(savedByActing({ ...one, degrees: 80, risks: { chase72: 0.2, chaseIfAnswered: 0.3 } })).toBeCloseTo(0.6);
  expect(savedByActing({ ...one, risks: { chase72: 0.2, chaseIfAnswered: 0.15 } })).toBeLessThan(savedByActing(one));
});
test('what a customer is worth counts, gently', () => {
  const worth = (euros: number): number => savedByActing({ ...one, yearlyValueCents: euros * 100 }) / savedByActing(one);
  expect(worth(1_000)).toBeCloseTo(1.3, 1);
  expect(worth(10_000)).toBeLessThan(2.1);
});
test('never falls where it gets hotter, or where the customer is worth more', () => {
  const risk = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(fc.record({ degrees: fc.nat(100), risks: fc.option(fc.record({ chase72: risk, chaseIfAnswered: risk })), yearlyValueCents: fc.option(fc.nat(100_000_000)) }), fc.nat(50), (found, more) => {
      const saved = savedByActing(found);
      expect(saved).toBeGreaterThanOrEqual(0);
      expect(savedByActing({ ...found, degrees: found.degrees + more })).toBeGreaterThanOrEqual(saved);
      expect(savedByActing({ ...found, yearlyValueCents: (found.yearlyValueCents ?? 0) + more })).toBeGreaterThanOrEqual(saved);
    }),
  );
});
