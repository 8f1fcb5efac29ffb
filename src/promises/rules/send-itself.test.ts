import { expect, test } from 'vitest';
import { minute, plus } from '#base/clock.ts';
import { leavesByItself, type SelfUpdateFacts } from './send-itself.ts';

const dueAt = new Date('2026-11-26T17:00:00+01:00');
const facts: SelfUpdateFacts = { dueAt, answerWaits: false, replyInFlight: false, lastWrittenAt: null, sentInARow: 0 };
const at = (minutes: number): Date => plus(dueAt, minutes * minute);

test('ten minutes before the customer was to hear, and also when that has passed', () => {
  expect(leavesByItself(facts, at(-11))).toBe('not_yet');
  expect(leavesByItself(facts, at(-10))).toBe('sends');
  expect(leavesByItself(facts, at(180))).toBe('sends');
});

test('not over the head of somebody who writes, but no later than the customer was told', () => {
  const writing = { ...facts, lastWrittenAt: at(-12) };
  expect(leavesByItself(writing, at(-10))).toBe('somebody_writes');
  expect(leavesByItself({ ...facts, lastWrittenAt: at(-30) }, at(-10))).toBe('sends');
  expect(leavesByItself({ ...facts, lastWrittenAt: at(-1) }, at(0))).toBe('sends');
  expect(leavesByItself({ ...facts, replyInFlight: true }, at(0))).toBe('somebody_writes');
});

test('never beside an answer that only needs sending, and never a third time in a row', () => {
  expect(leavesByItself({ ...facts, answerWaits: true }, at(-5))).toBe('answer_waits');
  expect(leavesByItself({ ...facts, sentInARow: 1 }, at(-5))).toBe('sends');
  expect(leavesByItself({ ...facts, sentInARow: 2 }, at(-5))).toBe('a_person_must_write');
});
