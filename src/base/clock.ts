/** An instant in time. Always UTC inside; a time zone enters only where people read or write dates. */
export type Instant = Date;

/** Where the program learns what time it is. Tests hold one they can move; nothing else reads the time. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date() };

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** `instant` moved by `milliseconds`, which may be negative. */
export const plus = (instant: Instant, milliseconds: number): Instant => new Date(instant.getTime() + milliseconds);
