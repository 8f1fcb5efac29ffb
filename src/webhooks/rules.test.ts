import { describe, expect, it } from 'vitest';
import { createHmac } from 'node:crypto';
import { day, hour, minute, plus, second } from '#base/clock.ts';
import { askedPause, isGivenUp, mayBeAddress, nextAttempt, outcomeOf } from './rules.ts';
import { newWebhookSecret, signedHeaders } from './signing.ts';

const now = new Date('2026-11-24T09:23:00.500Z');

describe('when it is tried again', () => {
  it('after pauses that grow, for more than three days, and then no more', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((attempts) => nextAttempt(attempts, null, now)).map((at) => (at === null ? null : at.getTime() - now.getTime()));
    expect(pauses).toEqual([5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour, null]);
    expect(pauses.reduce<number>((sum, pause) => sum + (pause ?? 0), 0)).toBeGreaterThan(3 * day);
  });

  it('later where the other side asks for it, but not later than a day', () => {
    expect(askedPause('120')).toBe(2 * minute);
    expect(askedPause('Wed, 21 Oct 2026 07:28:00 GMT')).toBeNull();
    expect(nextAttempt(1, 2 * minute, now)).toEqual(plus(now, 2 * minute));
    expect(nextAttempt(2, 2 * minute, now)).toEqual(plus(now, 5 * minute));
    expect(nextAttempt(1, 999_999 * second, now)).toEqual(plus(now, day));
    expect(nextAttempt(10, 2 * minute, now)).toBeNull();
  });

  it('an endpoint that has failed for five days is given up', () => {
    expect([isGivenUp(null, now), isGivenUp(plus(now, -5 * day + 1), now), isGivenUp(plus(now, -5 * day), now)]).toEqual([false, false, true]);
  });
});

it('what an answer means', () => {
  expect([200, 204, 299, 301, 302, 400, 404, 410, 429, 500, null].map(outcomeOf)).toEqual([
    'delivered', 'delivered', 'delivered', 'failed', 'failed', 'failed', 'failed', 'gone', 'failed', 'failed', 'failed',
  ]);
});

it('an address begins with https, but for this machine where that is opened', () => {
  expect(mayBeAddress('https://crm.example/hook', false)).toBeNull();
  expect(mayBeAddress('http://crm.example/hook', true)).toMatchObject({ refused: 'webhook.not_https' });
  expect(mayBeAddress('http://127.0.0.1:8080/', false)).toMatchObject({ refused: 'webhook.not_https' });
  expect([mayBeAddress('http://127.0.0.1:8080/', true), mayBeAddress('http://localhost/', true), mayBeAddress('http://[::1]:1/', true)]).toEqual([null, null, null]);
});

it('is signed as the Standard Webhooks specification says, by each of the secrets', () => {
  const secrets = [newWebhookSecret(), newWebhookSecret()];
  const body = '{"type":"presa.test","perché":"è così"}';
  const headers = signedHeaders({ deliveryId: 'abc', body, secrets, now });
  expect(headers).toMatchObject({ 'webhook-id': 'msg_abc', 'webhook-timestamp': '1795512180' });
  const expected = secrets.map((secret) => `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(`msg_abc.1795512180.${body}`).digest('base64')}`);
  expect(headers['webhook-signature']).toBe(expected.join(' '));
  expect(secrets[0]).toMatch(/^whsec_[\w+/]{43}=$/u);
  expect(secrets[0]).not.toBe(secrets[1]);
});
