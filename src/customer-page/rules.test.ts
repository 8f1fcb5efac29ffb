import { expect, it } from 'vitest';
import { hour, minute, plus } from '#base/clock.ts';
import { awaitedFrom, isLowRating, ratingMeans, type Standing } from './rules.ts';

const now = new Date('2026-11-24T10:00:00Z');
const standing: Standing = { status: 'open', hasOwner: true, nextUpdateDueAt: plus(now, hour), requests: [] };
const warehouse = { department: 'Magazzino', isSupplier: false, dueAt: plus(now, 2 * hour), isPaused: false };

it('says whose word is awaited', () => {
  expect(awaitedFrom(standing, now)).toMatchObject([{ from: 'us', isLate: false }]);
  expect(awaitedFrom({ ...standing, hasOwner: false }, now)).toMatchObject([{ from: 'nobody_yet' }]);
  expect(awaitedFrom({ ...standing, status: 'waiting_customer' }, now)).toMatchObject([{ from: 'you', dueAt: null }]);
  expect(awaitedFrom({ ...standing, status: 'waiting_third_party' }, now)).toMatchObject([{ from: 'third_party' }]);
  expect(awaitedFrom({ ...standing, status: 'resolved', requests: [warehouse] }, now)).toEqual([]);
});

it('names a department, never a supplier, the most urgent first, and hides no lateness', () => {
  const courier = { department: 'Corriere Nord', isSupplier: true, dueAt: plus(now, -minute), isPaused: false };
  expect(awaitedFrom({ ...standing, requests: [warehouse, courier] }, now)).toEqual([
    { from: 'supplier', department: null, dueAt: courier.dueAt, isLate: true },
    { from: 'department', department: 'Magazzino', dueAt: warehouse.dueAt, isLate: false },
  ]);
  expect(awaitedFrom({ ...standing, requests: [{ ...courier, isPaused: true }] }, now)).toMatchObject([{ dueAt: null, isLate: false }]);
});

it('takes one rating for each time that the case was resolved, changeable for an hour', () => {
  const resolved = { resolvedAt: now, openedAt: plus(now, -hour), wasAnswered: true, last: null };
  expect(ratingMeans(resolved, now)).toBe('new');
  const rated = { ...resolved, last: { at: plus(now, minute) } };
  expect(ratingMeans(rated, plus(now, minute + hour))).toBe('change');
  expect(ratingMeans(rated, plus(now, minute + hour + 1))).toMatchObject({ refused: 'rating.already_given' });
  expect(ratingMeans({ ...rated, resolvedAt: plus(now, 5 * hour) }, plus(now, 6 * hour))).toBe('new');
  expect(ratingMeans({ ...resolved, resolvedAt: null, wasAnswered: false }, now)).toMatchObject({ refused: 'rating.too_early' });
  expect(ratingMeans({ ...resolved, resolvedAt: null }, now)).toBe('new');
});

it('hears a low rating sooner from somebody who waits', () => {
  expect([1, 2, 3, 4].map((score) => isLowRating(score, false))).toEqual([true, true, false, false]);
  expect([2, 3, 4].map((score) => isLowRating(score, true))).toEqual([true, true, false]);
});
