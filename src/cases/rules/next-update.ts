import { hour, minute, plus, type Instant } from '#base/clock.ts';
import { refuse, type Refusal } from '#base/refusal.ts';

/**
 * Law 2: no silence. An open case always has an instant by which the customer hears something of substance from a person. A new
 * case owes its first word within four working hours; after a question to the customer we look again after three working days,
 * because a customer who does not answer is still a customer; after any other reply the reply itself says when. The owner is
 * warned an hour before, and an automatic acknowledgement never counts.
 */
export const policy = {
  /** Working time within which somebody takes a new case. */
  claimWithin: 1 * hour,
  /** Working time within which a customer hears from a person after they wrote. */
  firstWordWithin: 4 * hour,
  /** Working time after which we look again at a question that the customer has not answered. */
  lookAgainWithin: 24 * hour,
  /** How long before the next update is due its owner is warned. */
  warnBefore: 1 * hour,
  /** An instant nearer than this is no date that anybody could keep. */
  nearest: 5 * minute,
  /** Later than this is not an update, it is silence with a date on it. */
  farthest: 60 * 24 * hour,
} as const;

export type NextUpdateRefusal = Refusal<'next_update.needed' | 'next_update.in_the_past' | 'next_update.too_far'>;

/** Is `dueAt` an instant that may be given to a customer? Null means yes. */
export const mayBeNextUpdate = (dueAt: Instant, now: Instant): NextUpdateRefusal | null => {
  if (dueAt < plus(now, policy.nearest)) return refuse('next_update.in_the_past');
  if (dueAt > plus(now, policy.farthest)) return refuse('next_update.too_far');
  return null;
};

interface Said {
  readonly act: 'resolves' | 'asks' | 'updates';
  /** The instant that the writer chose, if any. */
  readonly chosen: Instant | null;
  /** The due instants of the promises that stand after this reply. */
  readonly promised: readonly Instant[];
  /** Where three working days from now end, in the service's calendar. */
  readonly lookAgainAt: Instant;
  readonly now: Instant;
}

/**
 * When the customer hears next, after this reply. Null where it resolves. A reply that only says where we are must bring a date,
 * chosen or promised; the earliest of them counts.
 */
export const nextUpdateAfter = ({ act, chosen, promised, lookAgainAt, now }: Said): Instant | null | NextUpdateRefusal => {
  if (act === 'resolves') return null;
  const dates = [...promised, ...(chosen === null ? [] : [chosen])];
  const earliest = dates.toSorted((one, other) => one.getTime() - other.getTime())[0];
  if (earliest === undefined) return act === 'asks' ? lookAgainAt : refuse('next_update.needed');
  return mayBeNextUpdate(earliest, now) ?? earliest;
};
