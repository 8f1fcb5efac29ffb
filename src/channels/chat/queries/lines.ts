import { sql } from 'kysely';
import type { Reader, Tx } from '#base/db/db.ts';
import type { TalkRow } from './talks.ts';

export const lineOf = (reader: Reader, talkId: string, clientId: string) =>
  reader.selectFrom('chat_lines').where('conversation_id', '=', talkId).where('client_id', '=', clientId).select('message_id').executeTakeFirst();

export const insertLine = async (tx: Tx, line: { messageId: string; talkId: string; clientId: string }): Promise<void> => {
  await tx.insertInto('chat_lines').values({ message_id: line.messageId, conversation_id: line.talkId, client_id: line.clientId }).execute();
};

const mostLines = 200;

/**
 * The ids of what the visitor wrote and of what was shown to them; for a proven visitor, of all that they and we said on the case since
 * they began. As one list of ids, each part found by its index: this is asked with every change of a case that somebody chats about.
 */
const visibleIds = (talk: TalkRow) => {
  const own = sql`select message_id from chat_lines where conversation_id = ${talk.id} union select message_id from chat_deliveries where conversation_id = ${talk.id}`;
  if (talk.proven_at === null) return sql<string>`(${own})`;
  return sql<string>`(${own} union select id from messages where case_id = ${talk.case_id} and at >= ${talk.started_at}
    and not is_third_party and not is_automatic and channel in ('email', 'chat', 'page', 'form'))`;
};

const visibleTo = (reader: Reader, talk: TalkRow) =>
  reader
    .selectFrom('messages')
    .leftJoin('chat_lines', 'chat_lines.message_id', 'messages.id')
    .where('messages.id', 'in', visibleIds(talk))
    .orderBy('messages.at', 'desc')
    .orderBy('messages.id', 'desc');

/** The conversation as its visitor may see it, the latest two hundred lines, in order. */
export const linesOf = async (reader: Reader, talk: TalkRow) => {
  const rows = await visibleTo(reader, talk)
    .limit(mostLines)
    .select(['messages.id', 'messages.direction', 'messages.channel', 'messages.at', 'messages.author_name as authorName', 'messages.text'])
    .select(['chat_lines.client_id as clientId'])
    .select((eb) => eb.selectFrom('attachments').whereRef('attachments.message_id', '=', 'messages.id').where('is_inline', '=', false).select((e) => e.fn.countAll<number>().as('n')).as('files'))
    .execute();
  return rows.toReversed();
};

/** The latest of what a visitor sees. */
export const lastLineOf = async (reader: Reader, talk: TalkRow): Promise<string | undefined> =>
  (await visibleTo(reader, talk).limit(1).select('messages.id').executeTakeFirst())?.id;

export const isCase = async (reader: Reader, id: string): Promise<boolean> =>
  (await reader.selectFrom('cases').where('id', '=', id).select('id').executeTakeFirst()) !== undefined;

/** The case, as far as its visitor is told. */
export const caseFacts = (reader: Reader, caseId: string) =>
  reader
    .selectFrom('cases')
    .innerJoin('customers', 'customers.id', 'cases.customer_id')
    .leftJoin('members', 'members.id', 'cases.owner_id')
    .where('cases.id', '=', caseId)
    .select(['cases.number', 'cases.customer_id as customerId', 'cases.department_id as departmentId', 'cases.next_update_due_at as nextUpdateDueAt', 'cases.resolved_at as resolvedAt'])
    .select(['members.name as ownerName', 'customers.name as customerName'])
    .executeTakeFirstOrThrow();
