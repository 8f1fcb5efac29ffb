import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from './apportion.ts';

test('what is shown adds up to what is shown below it, and nobody is given more than a unit beyond their share', () => {
  expect(apportion([1, 1, 1], 100)).toEqual([34, 33, 33]);
  expect(apportion([0, 0], 100)).toEqual([0, 0]);
  fc.assert(
    fc.property(fc.array(fc.nat(1e9), { minLength: 1, maxLength: 12 }), fc.nat(10_000), (spans, whole) => {
      const sum = spans.reduce((all, one) => all + one, 0);
      const given = apportion(spans, whole);
      expect(given.reduce((all, one) => all + one, 0)).toBe(sum === 0 ? 0 : whole);
      for (const [place, one] of given.entries()) if (sum > 0) expect(Math.abs(one - ((spans[place] ?? 0) / sum) * whole)).toBeLessThan(1.000001);
    }),
  );
});
