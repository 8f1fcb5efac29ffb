import { z } from 'zod';
import type { Reader } from '#base/db/db.ts';

/** What the stories read of their own traces. They write nothing by themselves. */
export const whatBecameOf = async (reader: Reader, rawMailId: string): Promise<{ state: string; caseId: string | null }> => {
  const row = await reader.selectFrom('raw_mails').where('id', '=', rawMailId).select(['state', 'case_id']).executeTakeFirstOrThrow();
  return { state: row.state, caseId: row.case_id };
};

export const customerOfCase = async (reader: Reader, caseId: string): Promise<string> =>
  (await reader.selectFrom('cases').where('id', '=', caseId).select('customer_id').executeTakeFirstOrThrow()).customer_id;

export const subjectOf = async (reader: Reader, caseId: string): Promise<string> =>
  (await reader.selectFrom('cases').where('id', '=', caseId).select('subject').executeTakeFirstOrThrow()).subject;

export const lastEvent = async (reader: Reader, caseId: string): Promise<number> =>
  (await reader.selectFrom('events').where('case_id', '=', caseId).select((eb) => eb.fn.max('id').as('last')).executeTakeFirstOrThrow()).last;

/** The draft that the program wrote and nobody has used yet. */
export const preparedReply = async (reader: Reader, caseId: string): Promise<string | null> => {
  const row = await reader
    .selectFrom('prepared_replies').where('case_id', '=', caseId).where('used_at', 'is', null).where('discarded_at', 'is', null).orderBy('created_at', 'desc').select('id').executeTakeFirst();
  return row?.id ?? null;
};

const sentMail = z.object({ replyTo: z.string(), subject: z.string(), text: z.string() });

export interface SentMail extends z.infer<typeof sentMail> {
  readonly messageId: string;
}

const latest = (reader: Reader) => reader.selectFrom('outbox').orderBy('created_at', 'desc').orderBy('id', 'desc').select(['mail', 'message_id_header']);

/** Our last answer to the customer as it left. */
export const lastReply = async (reader: Reader, caseId: string): Promise<SentMail | null> => {
  const row = await latest(reader).where('case_id', '=', caseId).where('purpose', '=', 'reply').executeTakeFirst();
  return row === undefined ? null : { ...sentMail.parse(row.mail), messageId: row.message_id_header };
};

/** What the department was sent. */
export const requestMail = async (reader: Reader, requestId: string): Promise<SentMail> => {
  const row = await latest(reader).where('request_id', '=', requestId).where('purpose', '=', 'request').executeTakeFirstOrThrow();
  return { ...sentMail.parse(row.mail), messageId: row.message_id_header };
};
