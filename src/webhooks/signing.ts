import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Instant } from '#base/clock.ts';

/** 256 bits, as the Standard Webhooks specification writes them. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

interface Signed {
  readonly deliveryId: string;
  readonly body: string;
  /** Each of them signs; whoever knows any one of them can tell that it is us. */
  readonly secrets: readonly string[];
  readonly now: Instant;
}

/** The three headers of Standard Webhooks: an id that stays the same at every attempt, when this attempt was made, and the signatures over both and the body. */
export const signedHeaders = ({ deliveryId, body, secrets, now }: Signed): Readonly<Record<string, string>> => {
  const id = `msg_${deliveryId}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  };
};
