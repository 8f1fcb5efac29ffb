import { hour, plus, type Instant } from '#base/clock.ts';
import { refuse, type Refusal } from '#base/refusal.ts';

/**
 * What a customer reads about their case, and nothing more: what they did, what we did for them, whose word we wait for. A colleague
 * is named when they have the case or answered; a department of ours by its name; a supplier not at all. Somebody who joined a case
 * later reads it from there. They may rate once a person has answered, once for each time the case was resolved, and think again for
 * an hour; one or two of five is low, and three is low as well from somebody who is still waiting.
 */
export interface OpenRequest {
  readonly department: string;
  readonly isSupplier: boolean;
  readonly dueAt: Instant;
  /** The department asked us something back: its clock stands still. */
  readonly isPaused: boolean;
}

export interface Standing {
  readonly status: string;
  readonly hasOwner: boolean;
  readonly nextUpdateDueAt: Instant | null;
  readonly requests: readonly OpenRequest[];
}

interface AwaitedFact {
  readonly from: 'department' | 'supplier' | 'third_party' | 'you' | 'us' | 'nobody_yet';
  readonly department: string | null;
  readonly dueAt: Instant | null;
  readonly isLate: boolean;
}

const isOver = (status: string): boolean => status === 'resolved' || status === 'closed';

/** Whose word is awaited at `now`, the most urgent first; empty where nothing is. */
export const awaitedFrom = ({ status, hasOwner, nextUpdateDueAt, requests }: Standing, now: Instant): AwaitedFact[] => {
  if (isOver(status)) return [];
  if (requests.length > 0) {
    return requests
      .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
      .map(({ department, isSupplier, dueAt, isPaused }) => ({
        from: isSupplier ? 'supplier' : 'department',
        department: isSupplier ? null : department,
        dueAt: isPaused ? null : dueAt,
        isLate: !isPaused && dueAt < now,
      }));
  }
  const from = status === 'waiting_customer' ? 'you' : status === 'waiting_third_party' ? 'third_party' : hasOwner ? 'us' : 'nobody_yet';
  return [{ from, department: null, dueAt: from === 'you' ? null : nextUpdateDueAt, isLate: from !== 'you' && nextUpdateDueAt !== null && nextUpdateDueAt < now }];
};

export type RatingRefusal = Refusal<'rating.too_early' | 'rating.already_given'>;

interface Rateable {
  readonly resolvedAt: Instant | null;
  /** When the case was opened, or opened again for the last time. */
  readonly openedAt: Instant;
  /** A person has answered at least once. */
  readonly wasAnswered: boolean;
  readonly last: { readonly at: Instant } | null;
}

/** How long a rating can be changed. */
export const ratingChangeableFor = 1 * hour;

/** Is the last rating of this resolution, and not of an earlier one? */
const isOfThisTime = ({ resolvedAt, openedAt, last }: Rateable): boolean => last !== null && last.at >= (resolvedAt ?? openedAt);

/** What a rating given at `now` does: it is a new one, it changes the last, or a refusal. */
export const ratingMeans = (found: Rateable, now: Instant): 'new' | 'change' | RatingRefusal => {
  if (found.resolvedAt === null && !found.wasAnswered) return refuse('rating.too_early');
  if (found.last === null || !isOfThisTime(found)) return 'new';
  return now <= plus(found.last.at, ratingChangeableFor) ? 'change' : refuse('rating.already_given');
};

/** Does this rating call somebody? `isWaiting`: the customer waits for our answer. */
export const isLowRating = (score: number, isWaiting: boolean): boolean => score <= 2 || (isWaiting && score === 3);
