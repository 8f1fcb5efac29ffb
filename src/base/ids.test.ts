import { expect, it } from 'vitest';
import { lowestIdAt, newId } from './ids.ts';

it('makes ids of version 7 that sort in the order in which they were made, even within a millisecond', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  const ids = Array.from({ length: 3_000 }, () => newId(now));
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(newId(new Date(now.getTime() + 1)) > ids.at(-1)!).toBe(true);
});

it('keeps that order after the clock was set back', () => {
  newId(new Date('2026-11-26T11:30:00Z'));
  const now = new Date('2026-11-26T09:00:00Z');
  const ids = Array.from({ length: 100 }, () => newId(now));
  expect(ids).toEqual(ids.toSorted());
});

it('bounds the ids of an instant from below', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  expect(lowestIdAt(now) <= newId(now)).toBe(true);
  expect(lowestIdAt(now) > newId(new Date(now.getTime() - 1))).toBe(true);
});
