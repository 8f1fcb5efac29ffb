import type { ReplyAct } from '#cases/contract.ts';
import type { DateFound } from '#promises/rules/dates.ts';

/** What the writer decided about a date in the text; a date nobody decided about is proposed as it reads. */
export interface Decided {
  /** ISO 8601: the date as the writer put it right. */
  dueAt?: string;
  /** It is no promise. */
  isNone?: boolean;
}

export interface Move {
  dueAt: string | null;
  reason: string;
}

/** Everything of a reply but its words, which the draft keeps. */
export interface ReplyState {
  /** Null until the writer says; then what the words suggest is no longer asked. */
  act: ReplyAct | null;
  nextUpdateAt: string | null;
  decided: Readonly<Record<string, Decided>>;
  keeps: readonly string[];
  moves: Readonly<Record<string, Move>>;
  to: readonly string[] | null;
  cc: readonly string[] | null;
  preparedId: string | null;
}

export const blankReply: ReplyState = { act: null, nextUpdateAt: null, decided: {}, keeps: [], moves: {}, to: null, cc: null, preparedId: null };

/** A promise that the words make, as it will be kept book of. */
export interface Made {
  /** The wording of its date: the same words mean the same decision, wherever they move in the text. */
  key: string;
  text: string;
  dueAt: string;
}

const keyOf = (text: string, { start, end }: DateFound): string => text.slice(start, end).toLowerCase().replaceAll(/\s+/gu, ' ');

/** The promises in the words: each date that reads as ours, once, unless the writer said that it is none. */
export const promisesIn = (text: string, found: readonly DateFound[], decided: ReplyState['decided']): Made[] => {
  const made = new Map<string, Made>();
  for (const date of found) {
    const key = keyOf(text, date);
    const decision = decided[key];
    if (decision?.isNone || made.has(key)) continue;
    made.set(key, { key, text: date.text, dueAt: decision?.dueAt ?? date.dueAt.toISOString() });
  }
  return [...made.values()].slice(0, 5);
};

/** What a reply does, as its words read: a question with no date of ours asks; anything else says where we are. */
export const suggestedAct = (text: string, made: readonly Made[]): ReplyAct => (/\?\s*(?:\n|$)/u.test(text.trim()) && made.length === 0 ? 'asks' : 'updates');

/** The earliest date that the customer is given, ISO 8601; null where they are given none. */
export const earliest = (made: readonly Made[], { nextUpdateAt, moves }: Pick<ReplyState, 'nextUpdateAt' | 'moves'>): string | null => {
  const dates = [...made.map(({ dueAt }) => dueAt), ...Object.values(moves).flatMap(({ dueAt }) => dueAt ?? []), ...(nextUpdateAt === null ? [] : [nextUpdateAt])];
  return dates.toSorted((one, other) => new Date(one).getTime() - new Date(other).getTime())[0] ?? null;
};

/** Why a reply cannot leave yet; null where it can. `date`: law 2, the customer is not told when they hear next. */
export const missingFrom = ({ text, act, made, state }: { text: string; act: ReplyAct; made: readonly Made[]; state: ReplyState }): 'words' | 'date' | 'move' | null => {
  if (text.trim() === '') return 'words';
  if (Object.values(state.moves).some(({ dueAt, reason }) => dueAt === null || reason.trim() === '')) return 'move';
  return act === 'updates' && earliest(made, state) === null ? 'date' : null;
};

/** Addresses as people type them: by commas, semicolons, spaces or lines. */
export const addressesIn = (typed: string): string[] => [...new Set(typed.split(/[\s,;]+/u).filter(Boolean))];
