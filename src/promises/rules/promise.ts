import { day, minute, plus, type Instant } from '#base/clock.ts';
import { refuse, type Refusal } from '#base/refusal.ts';

/**
 * Law 3: a promise has a date and a keeper. It is made in a message to the customer and nowhere else. It is kept; or renegotiated
 * before it is due, again in a message to the customer and with a reason; or broken at the instant at which it falls due. The date
 * that was first given never changes, and what was broken stays broken, even if what was promised comes an hour later. A customer
 * may let us off, and a case that is resolved lets us off what was still open; neither mends what was broken.
 */
export interface PromiseFacts {
  readonly madeAt: Instant;
  readonly firstDueAt: Instant;
  readonly dueAt: Instant;
  readonly warnAt: Instant;
  readonly warnedAt: Instant | null;
  readonly keptAt: Instant | null;
  readonly brokenAt: Instant | null;
  readonly releasedAt: Instant | null;
}

export const promiseStates = ['open', 'in_danger', 'kept', 'broken', 'released'] as const;

export type PromiseRefusal = Refusal<
  | 'promise.in_the_past'
  | 'promise.too_far'
  | 'promise.same_date'
  | 'promise.already_kept'
  | 'promise.already_broken'
  | 'promise.already_released'
  | 'promise.kept_and_moved'
  | 'promise.moved_twice'
  | 'promise.not_of_this_case'
  | 'promise.foreign_request'
>;

export const promisePolicy = {
  /** A date nearer than this cannot be kept by anybody; it is a slip of the pen. */
  nearest: 5 * minute,
  /** Beyond a year it is the year that was mistyped. */
  farthest: 366 * day,
} as const;

/** May this date be promised? Null means yes. */
export const mayPromise = (dueAt: Instant, now: Instant): PromiseRefusal | null => {
  if (dueAt < plus(now, promisePolicy.nearest)) return refuse('promise.in_the_past');
  return dueAt > plus(now, promisePolicy.farthest) ? refuse('promise.too_far') : null;
};

/** Broken at the instant at which it falls due, whether or not anybody has looked yet. */
export const isBroken = ({ dueAt, keptAt, brokenAt, releasedAt }: PromiseFacts, now: Instant): boolean =>
  brokenAt !== null || (keptAt === null && releasedAt === null && dueAt <= now);

/** Neither kept, nor broken, nor let off. */
export const isOpenPromise = (promise: PromiseFacts, now: Instant): boolean =>
  promise.keptAt === null && promise.releasedAt === null && !isBroken(promise, now);

export const promiseStateOf = (promise: PromiseFacts, now: Instant): (typeof promiseStates)[number] => {
  if (isBroken(promise, now)) return 'broken';
  if (promise.keptAt !== null) return 'kept';
  if (promise.releasedAt !== null) return 'released';
  return promise.warnedAt !== null || promise.warnAt <= now ? 'in_danger' : 'open';
};

/** May it be kept now? A broken one may: the customer gets what they were promised, and the promise stays broken. */
export const mayKeep = ({ keptAt, releasedAt }: PromiseFacts): PromiseRefusal | null => {
  if (keptAt !== null) return refuse('promise.already_kept');
  return releasedAt === null ? null : refuse('promise.already_released');
};

/** May it be moved to `dueAt`? Only before it is due: afterwards it is broken, and a new date is a new promise. */
export const mayMove = (promise: PromiseFacts, dueAt: Instant, now: Instant): PromiseRefusal | null => {
  if (promise.keptAt !== null) return refuse('promise.already_kept');
  if (promise.releasedAt !== null) return refuse('promise.already_released');
  if (isBroken(promise, now)) return refuse('promise.already_broken');
  if (dueAt.getTime() === promise.dueAt.getTime()) return refuse('promise.same_date');
  return mayPromise(dueAt, now);
};

/** May the customer's word let us off? Not once it is kept or broken: what happened has happened. */
export const mayRelease = (promise: PromiseFacts, now: Instant): PromiseRefusal | null => {
  if (promise.keptAt !== null) return refuse('promise.already_kept');
  if (promise.releasedAt !== null) return refuse('promise.already_released');
  return isBroken(promise, now) ? refuse('promise.already_broken') : null;
};
