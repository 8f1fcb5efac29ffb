import { sql } from 'kysely';
import type { Reader, Tx } from '#base/db/db.ts';
import type { StoredFile } from '#channels/intake.ts';

export interface NewMessage {
  readonly id: string;
  readonly caseId: string;
  readonly direction: 'in' | 'out';
  readonly channel: string;
  readonly at: Date;
  readonly customerId: string | null;
  readonly memberId: string | null;
  readonly authorName: string;
  readonly authorAddress: string | null;
  readonly isThirdParty: boolean;
  readonly subject: string | null;
  readonly text: string;
  readonly folded: string;
  readonly html: string | null;
  readonly act: 'resolves' | 'asks' | 'updates' | null;
  readonly hasSubstance: boolean;
  readonly isAutomatic: boolean;
  /** Left in a member's name without anybody pressing a key. */
  readonly isByItself?: boolean;
  /** Not about the case. */
  readonly isBeside?: boolean;
  readonly isChase: boolean;
  readonly rawMailId: string | null;
}

export const insertMessage = async (tx: Tx, message: NewMessage): Promise<void> => {
  await tx
    .insertInto('messages')
    .values({
      id: message.id,
      case_id: message.caseId,
      direction: message.direction,
      channel: message.channel,
      at: message.at,
      author_customer_id: message.customerId,
      author_member_id: message.memberId,
      author_name: message.authorName,
      author_address: message.authorAddress,
      is_third_party: message.isThirdParty,
      subject: message.subject,
      text: message.text,
      folded: message.folded,
      html: message.html,
      act: message.act,
      has_substance: message.hasSubstance,
      is_automatic: message.isAutomatic,
      sent_by_itself: message.isByItself ?? false,
      is_beside: message.isBeside ?? false,
      is_chase: message.isChase,
      raw_mail_id: message.rawMailId,
    })
    .execute();
};

export interface NewAttachment {
  readonly id: string;
  readonly caseId: string;
  readonly messageId: string | null;
  readonly uploadedBy: string | null;
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly contentId: string | null;
  readonly isInline: boolean;
  readonly at: Date;
}

export const insertAttachments = async (tx: Tx, attachments: readonly NewAttachment[]): Promise<void> => {
  if (attachments.length === 0) return;
  await tx
    .insertInto('attachments')
    .values(
      attachments.map((file) => ({
        id: file.id,
        case_id: file.caseId,
        message_id: file.messageId,
        uploaded_by: file.uploadedBy,
        sha256: file.sha256,
        name: file.name,
        type: file.type,
        size: file.size,
        content_id: file.contentId,
        is_inline: file.isInline,
        created_at: file.at,
      })),
    )
    .execute();
};

/** The channel of the customer's latest message; null where none came yet. */
export const lastInboundChannel = async (reader: Reader, caseId: string): Promise<string | null> => {
  const row = await reader
    .selectFrom('messages')
    .where('case_id', '=', caseId)
    .where('direction', '=', 'in')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .select('channel')
    .executeTakeFirst();
  return row?.channel ?? null;
};

/** True where the writer takes part in the case: its customer, or an address that a message of it came from or went to. */
export const takesPart = async (reader: Reader, caseId: string, customerId: string, address: string): Promise<boolean> => {
  const row = await reader
    .selectFrom('cases')
    .where('cases.id', '=', caseId)
    .where((eb) =>
      eb.or([
        eb('cases.customer_id', '=', customerId),
        eb.exists(
          eb
            .selectFrom('messages')
            .whereRef('messages.case_id', '=', 'cases.id')
            .where('messages.author_customer_id', '=', customerId)
            .where('messages.is_third_party', '=', false)
            .select('messages.id'),
        ),
        eb.exists(
          eb
            .selectFrom('outbox')
            .innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id')
            .innerJoin('messages', 'messages.id', 'outbox.message_id')
            .whereRef('messages.case_id', '=', 'cases.id')
            .where('outbox_recipients.address', '=', address)
            .select('outbox.id'),
        ),
      ]),
    )
    .select('cases.id')
    .executeTakeFirst();
  return row !== undefined;
};

/** Who else of the house answered the customer after event `seenEventId`; null where nobody did. A letter beside the matter is no answer. */
export const answeredAfter = async (reader: Reader, caseId: string, seenEventId: number, exceptId: string): Promise<string | null> => {
  const row = await reader
    .selectFrom('events')
    .where('case_id', '=', caseId)
    .where('id', '>', seenEventId)
    .where('kind', '=', 'case.replied')
    .where(sql<boolean>`data->>'isBeside' is distinct from 'true'`)
    .select((eb) => [eb.ref('actor').as('actor')])
    .orderBy('id')
    .execute();
  const others = row.map(({ actor }) => actor as { id: string | null; name: string }).filter((actor) => actor.id !== exceptId);
  return others.at(-1)?.name ?? null;
};

/** Other open cases of the same customer, newest first: what a new message may belong to. */
export const openCasesOf = (reader: Reader, customerId: string, exceptId: string) =>
  reader
    .selectFrom('cases')
    .where('customer_id', '=', customerId)
    .where('id', '<>', exceptId)
    .where('status', 'not in', ['resolved', 'closed'])
    .where('merged_into_id', 'is', null)
    .orderBy('last_activity_at', 'desc')
    .limit(3)
    .select(['id', 'number', 'subject'])
    .execute();

export const messageById = (reader: Reader, id: string) => reader.selectFrom('messages').where('id', '=', id).selectAll().executeTakeFirstOrThrow();

export const filesOfMessage = async (reader: Reader, messageId: string): Promise<StoredFile[]> => {
  const rows = await reader.selectFrom('attachments').where('message_id', '=', messageId).orderBy('created_at').selectAll().execute();
  return rows.map((row) => ({ sha256: row.sha256, name: row.name, type: row.type, size: row.size, contentId: row.content_id, isInline: row.is_inline }));
};
