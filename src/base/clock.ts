/** An instant in time. Always UTC inside; a time zone enters only where people read or write dates. */
export type Instant = Date;

/** Where the program learns what time it is. Tests hold one they can move; nothing else reads the time. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date() };

/** Runs like the system's, and can be pushed ahead. For development: to watch promises break without waiting for it. */
export interface MovableClock extends Clock {
  /** By `milliseconds`, never back; returns the time it is now. */
  push(milliseconds: number): Instant;
}

export const movableClock = (base: Clock = systemClock): MovableClock => {
  let ahead = 0;
  const now = (): Instant => new Date(base.now().getTime() + ahead);
  return {
    now,
    push: (milliseconds) => {
      if (!(milliseconds >= 0)) throw new RangeError('Time is pushed ahead, never back.');
      ahead += milliseconds;
      return now();
    },
  };
};

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** `instant` moved by `milliseconds`, which may be negative. */
export const plus = (instant: Instant, milliseconds: number): Instant => new Date(instant.getTime() + milliseconds);
