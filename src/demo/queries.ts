import type { Reader } from '#base/db/db.ts';
import type { Services } from '#base/services.ts';
import { openMail } from '#channels/email/index.ts';

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

export interface SentMail {
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

const latest = (reader: Reader) => reader.selectFrom('outbox').orderBy('created_at', 'desc').orderBy('id', 'desc').select(['mail', 'message_id_header']);

const opened = ({ secrets }: Services, row: { mail: unknown; message_id_header: string }): SentMail => {
  const { replyTo, subject, text } = openMail(secrets, row.mail);
  if (replyTo === null) throw new Error('Nobody could answer this mail: no mailbox was there when it was written.');
  return { replyTo, subject, text, messageId: row.message_id_header };
};

/** Our last answer to the customer as it left. */
export const lastReply = async (services: Services, caseId: string): Promise<SentMail | null> => {
  const row = await latest(services.db).where('case_id', '=', caseId).where('purpose', '=', 'reply').executeTakeFirst();
  return row === undefined ? null : opened(services, row);
};

/** The link of a survey's mail about a case, as the customer has it; null where they were not asked. */
export const surveyToken = async ({ db, secrets }: Services, caseId: string): Promise<string | null> => {
  const row = await latest(db).where('case_id', '=', caseId).where('purpose', '=', 'survey').executeTakeFirst();
  const [first] = row === undefined ? [] : (openMail(secrets, row.mail).choices?.list ?? []);
  return first === undefined ? null : (/\/s\/([\w-]+)/u.exec(first.url)?.[1] ?? null);
};

/** What the department was sent. */
export const requestMail = async (services: Services, requestId: string): Promise<SentMail> => {
  const row = await latest(services.db).where('request_id', '=', requestId).where('purpose', '=', 'request').executeTakeFirstOrThrow();
  return opened(services, row);
};

/** A customer whom the company knows by that name, or their company's; null for whoever it does not. */
export const customerNamed = async (reader: Reader, name: string): Promise<string | null> => {
  const row = await reader
    .selectFrom('customers').leftJoin('companies', 'companies.id', 'customers.company_id').where((eb) => eb.or([eb('customers.name', '=', name), eb('companies.name', '=', name)]))
    .select('customers.id').orderBy('customers.name').executeTakeFirst();
  return row?.id ?? null;
};

/** The message in which these words were written. */
export const messageWith = (reader: Reader, words: string): Promise<{ id: string; caseId: string; text: string }> =>
  reader.selectFrom('messages').where('text', 'like', `%${words}%`).select(['id', 'case_id as caseId', 'text']).executeTakeFirstOrThrow();

/** Somebody still has to do something about it. */
export const isOpen = async (reader: Reader, caseId: string): Promise<boolean> => {
  const { status } = await reader.selectFrom('cases').where('id', '=', caseId).select('status').executeTakeFirstOrThrow();
  return status !== 'resolved' && status !== 'closed';
};
