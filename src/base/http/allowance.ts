import { isIPv6 } from 'node:net';
import { hour, minute, second, type Instant } from '#base/clock.ts';

/** So many times within so many milliseconds. */
export interface Limit {
  readonly times: number;
  readonly within: number;
}

/**
 * What one network address may do on a route that has no sign-in, unless the route says otherwise. A company's colleagues share one
 * address and read and answer far less than this; a program that tries links does not get far.
 */
export const usualPace: Readonly<Record<'read' | 'write' | 'onOneLink', Limit>> = {
  read: { times: 300, within: minute },
  write: { times: 120, within: minute },
  // One person on one case or one request: more than this an hour, from wherever, is no longer somebody writing.
  onOneLink: { times: 100, within: hour },
};

/** Too many in a row: answered as 429, with when to come back, in a header and in words. */
export class TooMany extends Error {
  readonly statusCode = 429;
  readonly retryAfterSeconds: number;
  constructor(what: string, milliseconds: number) {
    super(`Too many of ${what}.`);
    this.retryAfterSeconds = Math.max(1, Math.ceil(milliseconds / second));
  }
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
    const [first] = recent;
    if (first !== undefined && recent.length >= limit.times) throw new TooMany(key.split(' ', 1)[0] ?? '', first - oldest);
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

/**
 * Who counts as one: an IPv4 address, or the /64 that a provider gives to one household, because whoever has that has 2^64 addresses
 * to begin anew with.
 */
export const networkOf = (address: string): string => {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]!.split('::', 2);
  const mapped = /(?:^|:)ffff:(?<v4>\d+\.\d+\.\d+\.\d+)$/u.exec(address.toLowerCase())?.groups?.['v4'];
  if (mapped !== undefined) return mapped;
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? front : [...front, ...Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0'), ...back];
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/u, '')).join(':')}::/64`;
};
