import { plus } from '#base/clock.ts';
import type { Due } from '#base/due.ts';
import { fetchGuarded, OutboundFailed } from '#base/http/fetch-guarded.ts';
import { newId } from '#base/ids.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { notify } from '#notices/index.ts';
import { administrators, companyOf } from '#people/index.ts';
import { named } from '../access.ts';
import { webhookEvents } from '../contract.ts';
import * as deliveries from '../queries/deliveries.ts';
import { endpointById, lockEndpoint, updateEndpoint, type Endpoint } from '../queries/endpoints.ts';
import { askedPause, isGivenUp, nextAttempt, outcomeOf, policy } from '../rules.ts';
import { signedHeaders } from '../signing.ts';
import type { Trouble } from '../texts.ts';
import { turnOff } from './endpoints.ts';

export const deliveriesDue: Due = (reader) => [{ at: deliveries.waiting(reader).select((eb) => eb.fn.min('next_attempt_at').as('at')) }];

/** A run is bounded, so that one long queue does not keep the next sweep from starting anew. */
const longestRun = 50;

/** Sends what is due, some side by side. Killed in between, what was not settled is sent again with the same id. */
export const deliverWebhooks = async (services: Services): Promise<void> => {
  const { isDemo } = await companyOf(services.db);
  for (let round = 0; round < longestRun; round += 1) {
    const claimed = await deliveries.claimDue(services.db, services.clock.now());
    if (claimed.length === 0) return;
    await Promise.all(claimed.map((one) => attempt(services, one, isDemo)));
  }
};

interface Ended {
  readonly status: number | null;
  readonly trouble: Trouble | null;
  readonly milliseconds: number;
  readonly answer: string;
  readonly asked: number | null;
}

const attempt = async (services: Services, claimed: deliveries.Claimed, isDemo: boolean): Promise<void> => {
  const endpoint = await endpointById(services.db, claimed.endpointId);
  if (endpoint === undefined) return;
  const began = performance.now();
  const ended = isDemo ? nothingLeaves : await send(services, endpoint, claimed);
  await inWork(services, system, (work) => settle(work, claimed, { ...ended, milliseconds: Math.round(performance.now() - began) }));
};

const nothingLeaves: Omit<Ended, 'milliseconds'> = { status: null, trouble: 'demo', answer: '', asked: null };

/** Both secrets sign while a renewal is young. */
const secretsOf = ({ secrets }: Services, { secret, formerSecret, formerSecretUntil }: Endpoint, now: Date): string[] => {
  const former = formerSecret !== null && formerSecretUntil !== null && formerSecretUntil > now ? [formerSecret] : [];
  return [secret, ...former].map((sealed) => secrets.unseal(sealed));
};

const send = async (services: Services, endpoint: Endpoint, { id, body }: deliveries.Claimed): Promise<Omit<Ended, 'milliseconds'>> => {
  const now = services.clock.now();
  const headers = { 'content-type': 'application/json', ...signedHeaders({ deliveryId: id, body, secrets: secretsOf(services, endpoint, now), now }) };
  try {
    const { status, headers: answered, body: said } = await fetchGuarded({ url: endpoint.url, method: 'POST', headers, body, most: 4 * policy.answerKept, allowed: services.config.outboundAllowed });
    return { status, trouble: null, answer: excerpt(said), asked: askedPause(answered['retry-after']) };
  } catch (error) {
    if (!(error instanceof OutboundFailed)) throw error;
    return { status: null, trouble: error.reason, answer: '', asked: null };
  }
};

/** What can be read of an answer: PostgreSQL keeps no NUL. */
const excerpt = (said: Buffer): string => said.toString('utf8').replaceAll('\u0000', '').slice(0, policy.answerKept);

/** The endpoint first, then the delivery, as everywhere: two attempts that end at once count one after the other. */
const settle = async (work: Work, claimed: deliveries.Claimed, { asked, ...ended }: Ended): Promise<void> => {
  const endpoint = await lockEndpoint(work.tx, claimed.endpointId);
  const delivery = await deliveries.lockDelivery(work.tx, claimed.id);
  if (endpoint === undefined || delivery === undefined) return;
  await deliveries.insertAttempt(work.tx, claimed.id, { id: newId(work.now), at: work.now, ...ended });
  work.tell('webhook', endpoint.id);
  const outcome = ended.trouble === 'demo' ? 'delivered' : outcomeOf(ended.status);
  if (outcome === 'delivered') {
    await deliveries.settle(work.tx, claimed.id, { deliveredAt: work.now });
    if (endpoint.failingSince !== null) await updateEndpoint(work.tx, endpoint.id, { failing_since: null });
    return;
  }
  const next = nextAttempt(claimed.attempts, asked, work.now);
  await deliveries.settle(work.tx, claimed.id, next === null ? { givenUpAt: work.now } : { nextAttemptAt: next });
  if (endpoint.failingSince === null) await updateEndpoint(work.tx, endpoint.id, { failing_since: work.now });
  if (next === null) await sayGivenUp(work, endpoint, claimed);
  if (outcome === 'gone') return giveUpOn(work, endpoint, 'gone');
  if (isGivenUp(endpoint.failingSince, work.now)) await giveUpOn(work, endpoint, 'failing');
};

const sayGivenUp = async (work: Work, endpoint: Endpoint, { id, kind }: deliveries.Claimed): Promise<void> => {
  work.emit(webhookEvents['webhook.delivery_given_up'](null, { ...named(endpoint), deliveryId: id, kind }));
  await call(work, endpoint, 'webhook_given_up');
};

const giveUpOn = async (work: Work, endpoint: Endpoint, because: 'failing' | 'gone'): Promise<void> => {
  if (endpoint.offAt !== null) return;
  await turnOff(work, endpoint, because);
  await call(work, endpoint, 'webhook_off');
};

const call = async (work: Work, { id, url, description }: Endpoint, kind: 'webhook_given_up' | 'webhook_off'): Promise<void> => {
  for (const { id: memberId } of await administrators(work.tx)) await notify(work, { memberId, kind, caseId: null, facts: { key: id, what: description, address: new URL(url).host } });
};

/** What was sent is remembered for thirty days, and no longer. */
export const forgetDeliveries = ({ db, clock }: Services): Promise<void> => deliveries.forgetBefore(db, plus(clock.now(), -policy.remembered));
