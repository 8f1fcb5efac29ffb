import { Buffer } from 'node:buffer';
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Webhook } from 'standardwebhooks';
import { Forbidden } from '#base/http/answer-failure.ts';
import { isDatabaseAway, NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import type { Intake } from '#channels/intake.ts';
import { toldPost, type ToldPost } from '../contract.ts';
import * as queries from '../queries/deliveries.ts';
import { markRefused, sourceById, type SourceRow } from '../queries/sources.ts';
import { signedHead, type SignedHead } from '../rules.ts';
import { noteChanged, noteDeleted, notePublished, type Noted } from './change-post.ts';
import type { HeardPost } from './note-post.ts';

export { postsDue } from '../queries/deliveries.ts';

const unbelieved = (): Forbidden =>
  new Forbidden(401, 'heard.not_believed', {
    it: 'La firma non torna: controlli il segreto, l’ora del server e le tre intestazioni webhook-id, webhook-timestamp e webhook-signature.',
    en: 'The signature does not fit: check the secret, the clock of the server and the three headers webhook-id, webhook-timestamp and webhook-signature.',
  });

/** Signed by one of the secrets that hold now. */
const isSigned = ({ id, sentAt, signatures }: SignedHead, body: Buffer, secrets: readonly string[]): boolean =>
  secrets.some((secret) => {
    const expected = Buffer.from(new Webhook(secret).sign(id, sentAt, body));
    return signatures.some((one) => {
      const given = Buffer.from(one);
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
  });

const secretsOf = ({ secret, old_secret: old, old_secret_until: until }: SourceRow, { secrets }: Services, now: Date): string[] =>
  [secret, ...(old !== null && until !== null && until > now ? [old] : [])].map((sealed) => secrets.unseal(sealed));

/**
 * Takes what a program tells. Whoever does not prove that they share the secret is turned away before anything is kept; what is proven is
 * stored as it came, and only then answered. Nothing of it is understood here.
 */
export const takeDelivery = async (services: Services, sourceId: string, { headers, body }: FastifyRequest): Promise<{ received: true; wasKnown: boolean }> => {
  const now = services.clock.now();
  const source = await sourceById(services.db, sourceId);
  if (source === undefined || source.off_at !== null) throw new NotFound();
  const head = signedHead(headers, now);
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const because = typeof head === 'string' ? head : isSigned(head, bytes, secretsOf(source, services, now)) ? null : 'signature';
  if (typeof head === 'string' || because !== null) {
    await markRefused(services.db, sourceId, { because: because ?? 'headers', now });
    throw unbelieved();
  }
  const sha256 = await services.files.put(bytes);
  const isNew = await queries.storeDelivery(services.db, { id: newId(now), sourceId, webhookId: head.id, sha256, size: bytes.length, now });
  return { received: true, wasKnown: !isNew };
};

const atOnce = 50;

/** Notes what programs told, the oldest first, each in a transaction of its own: what cannot be noted waits in quarantine, and the next goes through. */
export const notePosts = async (services: Services, intake: Intake): Promise<void> => {
  for (const delivery of await queries.oldestWaiting(services.db, services.clock.now(), atOnce)) await settle(services, intake, delivery);
};

/** It can become nothing as it is, however often it is tried. */
class Unfit extends Error {}

const settle = async (services: Services, intake: Intake, delivery: queries.Delivery): Promise<void> => {
  try {
    const told = toldIn(await services.files.read(delivery.sha256));
    const refused = await inWork(services, system, async (work) => {
      if (!(await queries.holdWaiting(work.tx, delivery.id))) return null;
      const source = (await sourceById(work.tx, delivery.source_id))!;
      const noted = await note(work, intake, { told, source });
      if (isRefusal(noted)) return noted;
      await queries.markDone(work.tx, delivery.id, { outcome: noted.became, caseId: noted.caseId, now: work.now });
      work.tell('heard', delivery.source_id);
      return null;
    });
    if (isRefusal(refused)) throw new Unfit(refused.refused);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    await fail(services, delivery, error);
  }
};

const fail = async (services: Services, delivery: queries.Delivery, error: unknown): Promise<void> => {
  const isUnfit = error instanceof Unfit;
  const reason = isUnfit ? error.message : error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown';
  services.log.warn({ err: error, delivery: delivery.id }, 'A post that a program told could not be noted.');
  await inWork(services, system, async (work) => {
    await queries.markFailed(work.tx, delivery, { reason, isUnfit, now: work.now });
    work.tell('heard', delivery.source_id);
  });
};

/** What the bytes say. Throws Unfit with the path of what is wrong. */
const toldIn = (bytes: Buffer): ToldPost => {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new Unfit('not_json', { cause });
  }
  const parsed = toldPost.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Unfit(`shape ${parsed.error.issues.map(({ path }) => path.join('.')).filter((path) => path !== '').join(' ')}`.trim().slice(0, 300));
};

const heardIn = ({ data }: ToldPost, { site, channel }: SourceRow): HeardPost & { readonly text: string } => {
  const { author: { handle, name }, stars, at } = data;
  const language = data.language?.slice(0, 2).toLowerCase();
  return {
    url: data.url, externalId: data.id, source: site, channel: channel as 'review', text: data.text ?? '',
    ...(handle === undefined ? {} : { handle }), ...(name === undefined ? {} : { name }), ...(stars === undefined ? {} : { stars }), ...(at === undefined ? {} : { at }),
    language: language === 'it' || language === 'en' ? language : null, answersPost: data.inReplyTo ?? null,
  };
};

const note = async (work: Work, intake: Intake, { told, source }: { told: ToldPost; source: SourceRow }): Promise<Noted | Refusal> => {
  const heard = heardIn(told, source);
  if (told.type === 'post.deleted') return noteDeleted(work, heard);
  if (heard.text === '') throw new Unfit('shape data.text');
  if (heard.handle === undefined && heard.name === undefined) throw new Unfit('shape data.author');
  return told.type === 'post.changed' ? noteChanged(work, intake, heard) : notePublished(work, intake, heard);
};

/** The one gate to a message for those who look after the channels. */
export const accessDelivery = async (reader: Services['db'] | Work['tx'], id: string): Promise<queries.Delivery> => {
  const found = await queries.deliveryById(reader, id);
  if (found === undefined) throw new NotFound();
  return found;
};

export const runAgain = async (work: Work, id: string): Promise<{ id: string } | Refusal> => {
  const found = await accessDelivery(work.tx, id);
  if (found.state !== 'quarantined') return refuse('heard.not_in_quarantine');
  await queries.waitAgain(work.tx, id, work.now);
  work.tell('heard', found.source_id);
  return { id };
};
