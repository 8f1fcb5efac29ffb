import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Reader } from '#base/db/db.ts';
import type { Secrets } from '#base/secrets.ts';
import type { Mailboxes } from '#migrations/tables.ts';
import { addressKey, type OwnAddresses } from './addresses.ts';

export type Mailbox = Selectable<Mailboxes>;

export const security = z.enum(['implicit', 'starttls', 'none']);

/** How to reach a mail server; the password is kept apart, sealed. */
export const serverShape = z.object({ host: z.string().min(1).max(255), port: z.number().int().min(1).max(65_535), security, user: z.string().max(255) });

export const secretsShape = z.object({ imap: z.string().optional(), smtp: z.string().optional() });
export type MailboxSecrets = z.infer<typeof secretsShape>;

export const openMailboxes = (reader: Reader): Promise<Mailbox[]> =>
  reader.selectFrom('mailboxes').where('closed_at', 'is', null).orderBy('created_at').selectAll().execute();

export const mailboxById = (reader: Reader, id: string): Promise<Mailbox | undefined> =>
  reader.selectFrom('mailboxes').where('id', '=', id).where('closed_at', 'is', null).selectAll().executeTakeFirst();

/** Through which mailbox a case writes: the one its customer wrote to, else the department's, else the first there is. */
export const mailboxForCase = async (reader: Reader, caseId: string, departmentId: string): Promise<Mailbox | undefined> => {
  const wroteTo = await reader
    .selectFrom('messages')
    .innerJoin('raw_mails', 'raw_mails.id', 'messages.raw_mail_id')
    .innerJoin('mailboxes', 'mailboxes.id', 'raw_mails.mailbox_id')
    .where('messages.case_id', '=', caseId)
    .where('mailboxes.closed_at', 'is', null)
    .orderBy('messages.at', 'desc')
    .limit(1)
    .selectAll('mailboxes')
    .executeTakeFirst();
  return wroteTo ?? mailboxOfDepartment(reader, departmentId);
};

export const mailboxOfDepartment = async (reader: Reader, departmentId: string): Promise<Mailbox | undefined> => {
  const all = await openMailboxes(reader);
  return all.find((mailbox) => mailbox.department_id === departmentId) ?? all[0];
};

/** Through which mailbox something leaves that belongs to no case: the department's, else the first; undefined where none sends. */
export const mailboxThatSends = async (reader: Reader, departmentId: string): Promise<Mailbox | undefined> => {
  const sending = (await openMailboxes(reader)).filter((mailbox) => mailbox.smtp !== null);
  return sending.find((mailbox) => mailbox.department_id === departmentId) ?? sending[0];
};

/** Every address that is ours: mail to it comes in, and no reply of ours ever goes to it. */
export const ownAddresses = async (reader: Reader): Promise<OwnAddresses> => {
  const all = await openMailboxes(reader);
  return { addresses: all.map((mailbox) => mailbox.address), domains: [] };
};

export const domainOf = (address: string): string => addressKey(address).slice(address.lastIndexOf('@') + 1);

export const secretsOf = (mailbox: Mailbox, secrets: Secrets): MailboxSecrets =>
  mailbox.sealed_secrets === null ? {} : secretsShape.parse(JSON.parse(secrets.unseal(mailbox.sealed_secrets)));

/** A key of the installation: proves that a reply address was given out by us. */
export const replyKey = (secrets: Secrets): Buffer => secrets.keyFor('reply address');

/** The value of our loop header: names this installation, and nothing about it. */
export const instanceOf = (secrets: Secrets): string => secrets.keyFor('mail instance').toString('hex').slice(0, 24);
