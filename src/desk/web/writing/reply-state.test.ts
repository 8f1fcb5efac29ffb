import { describe, expect, it } from 'vitest';
import { readDates } from '#promises/rules/dates.ts';
import type { ReplyAct } from '#cases/contract.ts';
import { addressesIn, blankReply, earliest, missingFrom as missingOf, promisesIn, suggestedAct, type Made, type ReplyState } from './reply-state.ts';

const now = new Date('2026-11-18T10:00:00+01:00');
const found = (text: string) => readDates(text, { now, timeZone: 'Europe/Rome' });
const missingFrom = (...[text, act, promises, state]: [string, ReplyAct, Made[], ReplyState]) => missingOf({ text, act, made: promises, state });
const made = (text: string, decided = {}) => promisesIn(text, found(text), decided);

describe('promises in the words', () => {
  const text = 'Buongiorno Elena, le scrivo entro giovedì alle 15.';

  it('are the dates that read as ours', () => {
    expect(made(text).map(({ dueAt }) => dueAt)).toEqual(['2026-11-19T14:00:00.000Z']);
    expect(made('Ha ricevuto il pacco martedì?')).toEqual([]);
  });

  it('follow what the writer decides: another hour, or none', () => {
    const key = made(text)[0]?.key ?? '';
    expect(made(text, { [key]: { dueAt: '2026-11-19T15:00:00.000Z' } })[0]?.dueAt).toBe('2026-11-19T15:00:00.000Z');
    expect(made(text, { [key]: { isNone: true } })).toEqual([]);
  });

  it('are made once, however often they are said', () => {
    expect(made('Le scrivo entro giovedì alle 15. Ripeto: le scrivo entro giovedì alle 15.')).toHaveLength(1);
  });
});

describe('what a reply does', () => {
  it('asks where it ends in a question and gives no date', () => {
    expect(suggestedAct('Mi manda una foto del collo?', [])).toBe('asks');
    const both = 'Le scrivo entro giovedì alle 15. Va bene?';
    expect(suggestedAct(both, made(both))).toBe('updates');
    expect(suggestedAct('Stiamo guardando.', [])).toBe('updates');
  });
});

describe('law 2 in the composer', () => {
  it('an update without a date cannot leave; a date anywhere is enough', () => {
    expect(missingFrom('Stiamo guardando.', 'updates', [], blankReply)).toBe('date');
    expect(missingFrom('Stiamo guardando.', 'updates', [], { ...blankReply, nextUpdateAt: '2026-11-19T15:00:00Z' })).toBeNull();
    expect(missingFrom('Stiamo guardando.', 'updates', [], { ...blankReply, moves: { p: { dueAt: '2026-11-19T15:00:00Z', reason: 'il corriere' } } })).toBeNull();
    const text = 'Le scrivo entro giovedì alle 15.';
    expect(missingFrom(text, 'updates', made(text), blankReply)).toBeNull();
  });

  it('a question and a resolution need none; nothing leaves without words', () => {
    expect(missingFrom('Mi manda una foto?', 'asks', [], blankReply)).toBeNull();
    expect(missingFrom('È partito.', 'resolves', [], blankReply)).toBeNull();
    expect(missingFrom('  ', 'resolves', [], blankReply)).toBe('words');
  });

  it('a promise moves only with a date and a reason', () => {
    expect(missingFrom('Mi scusi.', 'asks', [], { ...blankReply, moves: { p: { dueAt: null, reason: 'il corriere' } } })).toBe('move');
    expect(missingFrom('Mi scusi.', 'asks', [], { ...blankReply, moves: { p: { dueAt: '2026-11-19T15:00:00Z', reason: ' ' } } })).toBe('move');
  });

  it('the customer is told the earliest', () => {
    const state = { nextUpdateAt: '2026-11-20T15:00:00Z', moves: { p: { dueAt: '2026-11-19T09:00:00Z', reason: 'x' } } };
    expect(earliest([{ key: 'a', text: 'a', dueAt: '2026-11-21T15:00:00Z' }], state)).toBe('2026-11-19T09:00:00Z');
    expect(earliest([], blankReply)).toBeNull();
  });
});

it('addresses are read as people type them', () => {
  expect(addressesIn('elena@example.it, marco@example.it;anna@example.it\nelena@example.it')).toEqual(['elena@example.it', 'marco@example.it', 'anna@example.it']);
});
