import { day, plus, type Instant } from '#base/clock.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import { mayBeNextUpdate, type NextUpdateRefusal } from '#cases/rules.ts';

/**
 * An incident is one cause behind many cases, kept by whoever opened it until it is resolved. While it is open there is always an
 * instant by which everybody hears again (law 2); it moves only with an update that they get. Resolving it tells everybody a last
 * time and closes no case: each owner does that with their own customer. If the trouble comes back, the next update opens it again.
 */
export const policy = {
  /** Somebody notices late; nobody opens an incident about last month. */
  longestAgo: 14 * day,
} as const;

export type IncidentRefusal =
  | Refusal<
      | 'incident.no_words'
      | 'incident.began_in_the_future'
      | 'incident.began_too_long_ago'
      | 'incident.next_update_needed'
      | 'incident.one_is_leaving'
      | 'incident.nobody_to_tell'
      | 'incident.language_missing'
      | 'incident.update_is_old'
      | 'incident.update_has_left'
      | 'incident.update_not_begun'
    >
  | NextUpdateRefusal;

interface Words {
  readonly it: string | null;
  readonly en: string | null;
}

export const isSaid = ({ it, en }: Words): boolean => it !== null || en !== null;

/** May it be opened like this? Null means yes. */
export const mayOpen = ({ title, beganAt, nextUpdateAt, now }: { readonly title: Words; readonly beganAt: Instant; readonly nextUpdateAt: Instant; readonly now: Instant }): IncidentRefusal | null => {
  if (!isSaid(title)) return refuse('incident.no_words');
  if (beganAt > now) return refuse('incident.began_in_the_future');
  if (beganAt < plus(now, -policy.longestAgo)) return refuse('incident.began_too_long_ago');
  return mayBeNextUpdate(nextUpdateAt, now);
};

interface Written {
  readonly texts: Words;
  readonly state: 'investigating' | 'identified' | 'resolved';
  readonly nextUpdateAt: Instant | null;
  /** Another update of it can still be taken back, or is still going out. */
  readonly otherIsLeaving: boolean;
  readonly now: Instant;
}

/** May this be told? Null means yes. A resolved incident announces no further update, every other one does. */
export const mayTell = ({ texts, state, nextUpdateAt, otherIsLeaving, now }: Written): IncidentRefusal | null => {
  if (!isSaid(texts)) return refuse('incident.no_words');
  if (otherIsLeaving) return refuse('incident.one_is_leaving');
  if (state === 'resolved') return null;
  return nextUpdateAt === null ? refuse('incident.next_update_needed') : mayBeNextUpdate(nextUpdateAt, now);
};
