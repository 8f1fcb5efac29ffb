import { randomBytes } from 'node:crypto';
import type { Instant } from './clock.ts';

const largestCounter = 0xfff;
const last = { milliseconds: 0, counter: 0 };

/**
 * The millisecond and the counter of the next id. Within a millisecond the counter grows (RFC 9562, 6.2, method 1), so that rows
 * made one after the other sort that way: the order of a conversation hangs on it. An id for an instant that is past already (a
 * bound to search from) leaves the count alone.
 */
const nextPlace = (now: number): { milliseconds: number; counter: number } => {
  if (now < last.milliseconds) return { milliseconds: now, counter: 0 };
  last.counter = now === last.milliseconds && last.counter < largestCounter ? last.counter + 1 : 0;
  last.milliseconds = now;
  return last;
};

/**
 * A UUID of version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, a counter, then random. Rows made later sort later, which keeps
 * B-tree inserts at the right edge; PostgreSQL 15 cannot make them, so we do.
 */
export const newId = (now: Instant): string => {
  const { milliseconds, counter } = nextPlace(now.getTime());
  const bytes = randomBytes(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
