import type { Reader } from '#base/db/db.ts';

/** What a complaint reads of its case: the message that it was, what came with it, the last that happened. */
export const messageOn = (reader: Reader, caseId: string, messageId: string) =>
  reader.selectFrom('messages').where('id', '=', messageId).where('case_id', '=', caseId).where('direction', '=', 'in')
    .select(['id', 'at', 'channel', 'text', 'author_name as authorName']).executeTakeFirst();

/** The id under which the mail came, by which its server can show it. */
export const mailIdOf = async (reader: Reader, messageId: string): Promise<string | null> =>
  (await reader.selectFrom('mail_ids').where('message_id', '=', messageId).where('direction', '=', 'in').orderBy('at').limit(1).select('header').executeTakeFirst())?.header ?? null;

export const filesOf = async (reader: Reader, messageId: string): Promise<string[]> =>
  (await reader.selectFrom('attachments').where('message_id', '=', messageId).where('is_inline', '=', false).orderBy('id').select('name').execute()).map(({ name }) => name);

export const lastEventOf = async (reader: Reader, caseId: string): Promise<number> =>
  Number((await reader.selectFrom('events').where('case_id', '=', caseId).select((eb) => eb.fn.max('id').as('last')).executeTakeFirst())?.last ?? 0);
