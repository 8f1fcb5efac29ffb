import { Buffer } from 'node:buffer';
import type { Instant } from '#base/clock.ts';
import type { Secrets } from '#base/secrets.ts';

const purpose = 'form ticket';
const signed = (key: string, opened: number): string => `${key} ${opened}`;

/** Says, in a way that nobody else can, when the form of that key was opened. */
export const ticketFor = (secrets: Secrets, key: string, now: Instant): string =>
  `${now.getTime()}.${secrets.sign(purpose, signed(key, now.getTime())).toString('base64url')}`;

/** When it was opened; null where the ticket is not ours, or of another form. */
export const openedAtIn = (secrets: Secrets, key: string, ticket: string): Instant | null => {
  const [, opened, signature] = /^(\d{1,15})\.([\w-]+)$/u.exec(ticket) ?? [];
  if (opened === undefined || signature === undefined) return null;
  const bytes = Buffer.from(signature, 'base64url');
  return secrets.verifies(bytes, purpose, signed(key, Number(opened))) ? new Date(Number(opened)) : null;
};
