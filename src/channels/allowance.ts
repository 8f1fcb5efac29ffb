import type { Instant } from '#base/clock.ts';

/** So many times within so many milliseconds. */
export interface Limit {
  readonly times: number;
  readonly within: number;
}

/** Too many in a row. Answered as 429 with the words that every route has for it. */
export class TooMany extends Error {
  readonly statusCode = 429;
}

// A stranger may invent as many addresses as they like; what is remembered of them stays small.
const mostKeys = 10_000;

/**
 * How often something was done lately, in the memory of this process: whoever runs several gives each its own share, and a restart
 * forgives. Good enough against floods, which is all it is for; nothing of the business rests on it.
 */
export class Allowances {
  readonly #uses = new Map<string, number[]>();

  /** Takes one use of `key` at `now`, or throws TooMany where the limit is reached. A refused use is not counted. */
  take(key: string, limit: Limit, now: Instant): void {
    const oldest = now.getTime() - limit.within;
    const recent = (this.#uses.get(key) ?? []).filter((at) => at > oldest);
    if (recent.length >= limit.times) throw new TooMany(`Too many of ${key.split(' ', 1)[0] ?? ''}.`);
    // Put last again, so that the key that rested longest is the first to be forgotten.
    this.#uses.delete(key);
    this.#uses.set(key, [...recent, now.getTime()]);
    if (this.#uses.size > mostKeys) this.#forgetOldest();
  }

  #forgetOldest(): void {
    const oldest = this.#uses.keys().next().value;
    if (oldest !== undefined) this.#uses.delete(oldest);
  }
}
