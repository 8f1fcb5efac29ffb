import type { Clock, Instant } from '#base/clock.ts';

/** A clock that stands still until the test moves it. */
export interface TestClock extends Clock {
  set(instant: Instant | string): void;
  /** In milliseconds; time never runs backwards by this. */
  advance(milliseconds: number): void;
}

/** Starts at `start` (ISO 8601 with an offset, where it is text). Every `now()` is an object of its own, so that nobody can move it. */
export const testClock = (start: Instant | string): TestClock => {
  let at = read(start);
  return {
    now: () => new Date(at),
    set: (instant) => {
      at = read(instant);
    },
    advance: (milliseconds) => {
      if (!(milliseconds >= 0)) throw new Error('A clock is advanced by a positive number of milliseconds.');
      at += milliseconds;
    },
  };
};

const read = (instant: Instant | string): number => {
  const milliseconds = new Date(instant).getTime();
  if (Number.isNaN(milliseconds)) throw new Error(`Not an instant: ${String(instant)}`);
  return milliseconds;
};
