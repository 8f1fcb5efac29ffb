import { minute, type Instant } from '#base/clock.ts';

/**
 * When a signed message from a program is believed (https://www.standardwebhooks.com): it names itself, says when it was sent, and that is
 * now, give or take five minutes for clocks that go wrong. An older one may have been recorded by somebody on the way and sent once more.
 */
export const tolerance = 5 * minute;

export interface SignedHead {
  readonly id: string;
  readonly sentAt: Instant;
  readonly signatures: readonly string[];
}

export type Unbelieved = 'headers' | 'timestamp';

type Head = Readonly<Record<string, string | string[] | undefined>>;

/** The three headers of the scheme, or why the message is not even looked at. */
export const signedHead = (headers: Head, now: Instant): SignedHead | Unbelieved => {
  const [id, sent, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name]);
  if (typeof id !== 'string' || typeof sent !== 'string' || typeof signature !== 'string') return 'headers';
  if (!/^[\w.:-]{1,200}$/u.test(id) || !/^\d{1,12}$/u.test(sent)) return 'headers';
  const sentAt = new Date(Number(sent) * 1_000);
  if (Math.abs(now.getTime() - sentAt.getTime()) > tolerance) return 'timestamp';
  return { id, sentAt, signatures: signature.split(' ').slice(0, 10) };
};
