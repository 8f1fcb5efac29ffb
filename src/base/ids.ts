import { randomBytes } from 'node:crypto';
import type { Instant } from './clock.ts';

const largestCounter = 0xfff;
const last = { milliseconds: 0, counter: 0 };

/**
 * The millisecond and the counter of the next id. Within a millisecond the counter grows (RFC 9562, 6.2, method 1), so that rows
 * made one after the other sort that way: the order of a conversation hangs on it. A clock that was set back begins a new count
 * there, so that what follows is in order again at once and not only when the old time is reached.
 */
const nextPlace = (now: number): { milliseconds: number; counter: number } => {
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

/** The bound below every id made at `instant` or later, to look for what is recent by the primary key alone. */
export const lowestIdAt = (instant: Instant): string => {
  const milliseconds = instant.getTime().toString(16).padStart(12, '0');
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7000-8000-000000000000`;
};
