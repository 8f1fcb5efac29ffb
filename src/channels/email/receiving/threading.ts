import type { Reader } from '#base/db/db.ts';
import { isGenuine, parseReplyAddress, whoWasGiven } from '../reply-address.ts';
import { addressKey } from '../addresses.ts';
import type { UnderstoodMail } from '../understood-mail.ts';

/** What a mail answers, and what proves it. */
export type Answers =
  | { readonly what: 'case'; readonly caseId: string; readonly proof: 'signed_address' | 'message_id' }
  | { readonly what: 'request'; readonly requestId: string; readonly givenTo: string }
  | { readonly what: 'nothing' };

interface Arrived {
  readonly mail: UnderstoodMail;
  readonly envelopeTo: readonly string[];
}

/**
 * First the signed reply address, which proves that we gave it out; then our Message-IDs in In-Reply-To and References, the nearest
 * first. A mail that answers a request is a colleague's, and never falls through to the customer's case.
 */
export const whatItAnswers = async (reader: Reader, { mail, envelopeTo }: Arrived, key: Uint8Array): Promise<Answers> => {
  const addresses = [...envelopeTo, ...mail.deliveredTo, ...[...mail.to, ...mail.cc].map(({ address }) => address)];
  for (const address of new Set(addresses.map(addressKey))) {
    const found = await bySignedAddress(reader, address, key);
    if (found !== null) return found;
  }
  return byMessageIds(reader, mail);
};

const bySignedAddress = async (reader: Reader, address: string, key: Uint8Array): Promise<Answers | null> => {
  const parsed = parseReplyAddress(address);
  if (parsed === null || !/^\d{1,9}$/u.test(parsed.id)) return null;
  const number = Number(parsed.id);
  if (parsed.kind === 'case') {
    if (!isGenuine(parsed, key)) return null;
    const found = await reader.selectFrom('cases').where('number', '=', number).select('id').executeTakeFirst();
    return found === undefined ? null : { what: 'case', caseId: found.id, proof: 'signed_address' };
  }
  const request = await reader.selectFrom('requests').where('number', '=', number).select('id').executeTakeFirst();
  if (request === undefined) return null;
  const givenTo = whoWasGiven(parsed, key, await recipientsOfRequest(reader, request.id));
  return givenTo === null ? null : { what: 'request', requestId: request.id, givenTo };
};

const recipientsOfRequest = async (reader: Reader, requestId: string): Promise<string[]> => {
  const rows = await reader
    .selectFrom('outbox')
    .innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id')
    .where('outbox.request_id', '=', requestId)
    .select('outbox_recipients.address')
    .distinct()
    .execute();
  return rows.map((row) => row.address);
};

/** The message of ours that a mail says it answers. Whoever answers an old mail again speaks of what stood in that one. */
export const messageAnswered = async (reader: Reader, { inReplyTo }: UnderstoodMail): Promise<string | undefined> => {
  if (inReplyTo === null || inReplyTo === '') return undefined;
  const row = await reader.selectFrom('mail_ids').where('header', '=', inReplyTo).where('direction', '=', 'out').select('message_id').executeTakeFirst();
  return row?.message_id ?? undefined;
};

const mostIds = 30;

const byMessageIds = async (reader: Reader, mail: UnderstoodMail): Promise<Answers> => {
  const nearestFirst = [...new Set([mail.inReplyTo, ...mail.references.toReversed()].filter((id) => id !== null && id !== ''))].slice(0, mostIds) as string[];
  if (nearestFirst.length === 0) return { what: 'nothing' };
  const rows = await reader
    .selectFrom('mail_ids')
    .leftJoin('messages', 'messages.id', 'mail_ids.message_id')
    .where('mail_ids.header', 'in', nearestFirst)
    .select(['mail_ids.header', 'mail_ids.request_id', 'messages.case_id as messageCase', 'mail_ids.case_id'])
    .execute();
  for (const id of nearestFirst) {
    const row = rows.find((candidate) => candidate.header === id);
    if (row?.request_id) return answersRequest(reader, row.request_id, mail);
    const caseId = row?.messageCase ?? row?.case_id;
    if (caseId) return { what: 'case', caseId, proof: 'message_id' };
  }
  return { what: 'nothing' };
};

/** Our request mails carry ids that nobody can guess; with the address that we wrote to, that speaks for the colleague. */
const answersRequest = async (reader: Reader, requestId: string, mail: UnderstoodMail): Promise<Answers> => {
  const from = addressKey(mail.from?.address ?? '');
  const recipients = await recipientsOfRequest(reader, requestId);
  const givenTo = recipients.find((recipient) => addressKey(recipient) === from);
  return givenTo === undefined ? { what: 'nothing' } : { what: 'request', requestId, givenTo };
};
