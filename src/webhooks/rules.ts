import { day, hour, minute, plus, second, type Instant } from '#base/clock.ts';
import { refuse, type Refusal } from '#base/refusal.ts';

/**
 * What happened here is told to programs of others until they say that they have it. An answer of 200 to 299 says so; anything else, or
 * none, is tried again after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours: more than three days in all, so that a program
 * which fails on a Friday evening is found by somebody on Monday. Then it is given up, and administrators are told. Where nothing at all
 * has arrived for five days, the endpoint is switched off. One that answers 410 has said that it is gone.
 */
export const policy = {
  /** Those that the Standard Webhooks specification proposes. The first attempt is made at once. */
  pauses: [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour],
  /** Who asks for more time than this gets no more. */
  longestPause: day,
  failsAtMost: 5 * day,
  /** A new secret and the one before it sign side by side for this long. */
  formerSecretLives: day,
  /** Deliveries, and what stands in them, are forgotten after this. */
  remembered: 30 * day,
  /** Of an answer this much is kept, for whoever looks for what is wrong. */
  answerKept: 1_000,
} as const;

export type WebhookRefusal = Refusal<'webhook.not_https' | 'webhook.is_off' | 'webhook.is_waiting'>;

/** Where the address may be: by HTTPS, or on this machine where the operator has opened that. Null means yes; what a name means is looked at whenever something is sent. */
export const mayBeAddress = (url: string, loopbackIsOpen: boolean): WebhookRefusal | null => {
  const { protocol, hostname } = new URL(url);
  const isHere = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  return protocol === 'https:' || (isHere && loopbackIsOpen) ? null : refuse('webhook.not_https');
};

export type Outcome = 'delivered' | 'failed' | 'gone';

/** What an answer means. A redirect is a failure: whoever moves says so here, and not to a program. */
export const outcomeOf = (status: number | null): Outcome => {
  if (status === 410) return 'gone';
  return status !== null && status >= 200 && status < 300 ? 'delivered' : 'failed';
};

/** `Retry-After` in seconds, as an answer says it; null where it says none, or a date. */
export const askedPause = (header: string | undefined): number | null => (header !== undefined && /^\d{1,6}$/u.test(header.trim()) ? Number(header) * second : null);

/** When a delivery is tried again after `attempts` that failed; null where it is given up. A busy server that asks for more time gets it. */
export const nextAttempt = (attempts: number, asked: number | null, now: Instant): Instant | null => {
  const pause = policy.pauses[attempts - 1];
  if (pause === undefined) return null;
  return plus(now, Math.max(pause, Math.min(asked ?? 0, policy.longestPause)));
};

/** Whether an endpoint that has failed since `failingSince` is switched off. */
export const isGivenUp = (failingSince: Instant | null, now: Instant): boolean => failingSince !== null && now >= plus(failingSince, policy.failsAtMost);
