import type { Digest } from '../contract.ts';

/** What the week comes to, in the order in which it matters; the words are in `texts.ts`. */
export type Headline =
  | { readonly code: 'boiled'; readonly customers: number; readonly sameCause: number }
  | { readonly code: 'overdue'; readonly themes: number; readonly daysLate: number }
  | { readonly code: 'broken'; readonly broken: number; readonly of: number }
  | { readonly code: 'missed'; readonly missed: number }
  | { readonly code: 'decided'; readonly taken: number; readonly left: number }
  | { readonly code: 'calm'; readonly kept: number; readonly voices: number }
  | { readonly code: 'nothing' };

type Facts = Pick<Digest, 'boiled' | 'undecided' | 'promises' | 'silence' | 'decided' | 'heard' | 'service'>;

/**
 * The one sentence of the week. Customers who lost their patience come first, because they are leaving; then decisions that nobody
 * made, because they are the management's own; then promises, then silence. Only where none of these is wrong does it say what went well.
 */
export const headlineOf = ({ boiled, undecided, promises, silence, decided, heard, service }: Facts): Headline => {
  if (boiled.customers > 0) return { code: 'boiled', customers: boiled.customers, sameCause: sharedCause(boiled.byCause) };
  if (undecided.overdue > 0) return { code: 'overdue', themes: undecided.overdue, daysLate: Math.max(0, ...undecided.items.map(({ daysLate }) => daysLate)) };
  const due = promises.all.kept + promises.all.renegotiated + promises.all.broken;
  if (promises.all.broken > 0) return { code: 'broken', broken: promises.all.broken, of: due };
  if (silence.missed > 0) return { code: 'missed', missed: silence.missed };
  if (decided.length > 0) return { code: 'decided', taken: decided.filter(({ kind }) => kind === 'take').length, left: decided.filter(({ kind }) => kind === 'leave').length };
  return service.opened + heard.voices + due === 0 ? { code: 'nothing' } : { code: 'calm', kept: promises.all.kept, voices: heard.voices };
};

/** How many share the most common cause; a cause of one is no cause. The service itself is none that could be named. */
const sharedCause = (byCause: Digest['boiled']['byCause']): number => {
  const most = byCause.find(({ cause }) => cause !== 'service')?.customers ?? 0;
  return most > 1 ? most : 0;
};

/** A share as people say it, in whole per cent: never 100 where something is missing, never 0 where something is there. */
export const inPercent = (share: number): number => {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return 99;
  return rounded === 0 && share > 0 ? 1 : rounded;
};
