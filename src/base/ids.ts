import { randomBytes } from 'node:crypto';
import type { Instant } from './clock.ts';

/**
 * A UUID of version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then random. Rows made later sort later, which keeps
 * B-tree inserts at the right edge; PostgreSQL 15 cannot make them, so we do.
 */
export const newId = (now: Instant): string => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
