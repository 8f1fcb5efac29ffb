import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Reader, Tx } from '#base/db/db.ts';
import type { Secrets } from '#base/secrets.ts';
import { language } from '#base/shapes.ts';
import type { Choices } from '../mail-body.ts';

/** Everything about a mail that is decided when it is written; composing it later, and again, gives the same mail. */
export const frozenMail = z.object({
  fromName: z.string(),
  replyTo: z.string().nullable(),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()),
  subject: z.string(),
  /** Sealed under the installation's secret where `isSealed`. */
  text: z.string(),
  isSealed: z.boolean().optional(),
  /** Answers to be given by a click, sealed as the text is: each of them is a link. */
  choices: z.string().optional(),
  language,
  asksForReply: z.boolean(),
  automatic: z.enum(['no', 'auto-replied', 'auto-generated']),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), type: z.string() })),
  date: z.string(),
});
export type FrozenMail = z.infer<typeof frozenMail>;

const choicesShape = z.object({ list: z.array(z.object({ words: z.string(), url: z.string() })), below: z.string() });

/** A mail of the outbox in words. */
export type OpenMail = Omit<FrozenMail, 'choices' | 'isSealed'> & { readonly choices: Choices | null };

/**
 * Most mails hold a link that opens something, of which only the hash stands elsewhere; so their words are sealed, and a copy of the
 * database opens nothing.
 */
export const sealMail = (secrets: Secrets, { choices, ...mail }: OpenMail): FrozenMail => ({
  ...mail, text: secrets.seal(mail.text), isSealed: true, ...(choices === null ? {} : { choices: secrets.seal(JSON.stringify(choices)) }),
});

/** A mail of the outbox in words; those from before they were sealed are read as they are. */
export const openMail = (secrets: Secrets, stored: unknown): OpenMail => {
  const { isSealed, text, choices, ...mail } = frozenMail.parse(stored);
  return { ...mail, text: isSealed === true ? secrets.unseal(text) : text, choices: choices === undefined ? null : choicesShape.parse(JSON.parse(secrets.unseal(choices))) };
};

export interface Recipient {
  readonly address: string;
  readonly name: string | null;
  readonly kind: 'to' | 'cc' | 'bcc';
}

interface NewOutbox {
  readonly id: string;
  readonly mailboxId: string | null;
  readonly messageId: string | null;
  readonly requestId: string | null;
  readonly caseId: string | null;
  readonly purpose: string;
  readonly header: string;
  readonly mail: FrozenMail;
  readonly to: readonly Recipient[];
  readonly now: Date;
  newRecipientId(): string;
}

export const insertOutbox = async (tx: Tx, fresh: NewOutbox): Promise<void> => {
  await tx
    .insertInto('outbox')
    .values({
      id: fresh.id,
      mailbox_id: fresh.mailboxId,
      message_id: fresh.messageId,
      request_id: fresh.requestId,
      case_id: fresh.caseId,
      purpose: fresh.purpose,
      message_id_header: fresh.header,
      mail: JSON.stringify(fresh.mail),
      created_at: fresh.now,
    })
    .execute();
  await tx
    .insertInto('outbox_recipients')
    .values(fresh.to.map((recipient) => ({ id: fresh.newRecipientId(), outbox_id: fresh.id, ...recipient, next_attempt_at: fresh.now })))
    .execute();
};

/** The Message-IDs of a case in order, and the customer's latest: what their program hangs our reply on. */
export const threadOf = async (reader: Reader, caseId: string): Promise<{ all: string[]; lastInbound: string | null }> => {
  const rows = await reader
    .selectFrom('mail_ids')
    .innerJoin('messages', 'messages.id', 'mail_ids.message_id')
    .where('messages.case_id', '=', caseId)
    .where('messages.is_automatic', '=', false)
    .where('messages.is_third_party', '=', false)
    .orderBy('mail_ids.at')
    .select(['mail_ids.header', 'mail_ids.direction'])
    .execute();
  const real = rows.filter((row) => !row.header.endsWith('@no-message-id'));
  return { all: real.map((row) => row.header), lastInbound: real.findLast((row) => row.direction === 'in')?.header ?? null };
};

export interface Claimed {
  readonly id: string;
  readonly outboxId: string;
  readonly address: string;
  readonly attempts: number;
}

/**
 * Takes the recipient whose turn it is and marks them as being sent, in a statement of its own: if we die while a server has the mail,
 * the mark tells that nobody knows whether it went, and a person decides instead of the customer getting it twice.
 */
export const claimNext = async (db: Db, now: Date): Promise<Claimed | undefined> => {
  const { rows } = await sql<Claimed>`
    update outbox_recipients set state = 'sending', claimed_at = ${now}, next_attempt_at = null, attempts = attempts + 1
     where id in (select id from outbox_recipients where state = 'waiting' and next_attempt_at <= ${now}
                   order by next_attempt_at limit 1 for update skip locked)
    returning id, outbox_id as "outboxId", address, attempts`.execute(db);
  return rows[0];
};

export const outboxById = (reader: Reader, id: string) =>
  reader
    .selectFrom('outbox')
    .leftJoin('messages', 'messages.id', 'outbox.message_id')
    .where('outbox.id', '=', id)
    .selectAll('outbox')
    .select('messages.case_id as messageCase')
    .executeTakeFirst();

export const recipientsOf = (reader: Reader, outboxId: string) =>
  reader.selectFrom('outbox_recipients').where('outbox_id', '=', outboxId).select(['address', 'name', 'kind']).execute();

export type RecipientState =
  | { readonly state: 'sent'; readonly sent_at: Date; readonly last_response: string }
  | { readonly state: 'failed' | 'held'; readonly last_response: string }
  | { readonly state: 'waiting'; readonly next_attempt_at: Date; readonly last_response: string };

export const settleRecipient = async (tx: Tx, id: string, how: RecipientState): Promise<void> => {
  await tx.updateTable('outbox_recipients').set(how).where('id', '=', id).where('state', '=', 'sending').execute();
};

/** Recipients that were being sent when the program died. */
export const claimAbandoned = async (db: Db, claimedBefore: Date): Promise<Claimed[]> => {
  const rows = await db
    .selectFrom('outbox_recipients')
    .where('state', '=', 'sending')
    .where('claimed_at', '<', claimedBefore)
    .select(['id', 'outbox_id as outboxId', 'address', 'attempts'])
    .limit(100)
    .execute();
  return rows;
};
