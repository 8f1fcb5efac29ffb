import { newId } from '#base/ids.ts';
import { NotFound } from '#base/http/failures.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { departmentById } from '#people/index.ts';
import { emailEvents, type MailboxInput } from '../contract.ts';
import { mailboxById, openMailboxes, secretsOf, type MailboxSecrets } from '../mailboxes.ts';
import { addressKey } from '../addresses.ts';

type Done = { id: string } | Refusal;

/** A new mailbox. Whoever reads it is told by the live topic `mailbox`, so it is read within a second. */
export const addMailbox = async (work: Work, input: MailboxInput): Promise<Done> => {
  const refusal = await fits(work, input, null);
  if (refusal !== null) return refusal;
  const id = newId(work.now);
  await work.tx.insertInto('mailboxes').values({ id, ...columns(work, input, {}), created_at: work.now }).execute();
  work.emit(emailEvents['mailbox.added'](null, { mailboxId: id, address: input.address }));
  work.tell('mailbox', id);
  return { id };
};

export const changeMailbox = async (work: Work, id: string, input: MailboxInput): Promise<Done> => {
  const mailbox = await mailboxById(work.tx, id);
  if (mailbox === undefined) throw new NotFound();
  const refusal = await fits(work, input, id);
  if (refusal !== null) return refusal;
  const otherServer = JSON.stringify(hostOf(mailbox.imap)) !== JSON.stringify(hostOf(input.imap));
  await work.tx
    .updateTable('mailboxes')
    .set({ ...columns(work, input, secretsOf(mailbox, work.services.secrets)), ...(otherServer ? { uid_validity: null, last_uid: null } : {}) })
    .where('id', '=', id)
    .execute();
  work.emit(emailEvents['mailbox.changed'](null, { mailboxId: id, address: input.address }));
  work.tell('mailbox', id);
  return { id };
};

export const closeMailbox = async (work: Work, id: string): Promise<Done> => {
  const mailbox = await mailboxById(work.tx, id);
  if (mailbox === undefined) throw new NotFound();
  await work.tx.updateTable('mailboxes').set({ closed_at: work.now, sealed_secrets: null }).where('id', '=', id).execute();
  work.emit(emailEvents['mailbox.closed'](null, { mailboxId: id, address: mailbox.address }));
  work.tell('mailbox', id);
  return { id };
};

const hostOf = (server: unknown): unknown => (server as { host?: unknown; user?: unknown } | null) && [(server as { host: unknown }).host, (server as { user: unknown }).user];

const fits = async (work: Work, input: MailboxInput, ownId: string | null): Promise<Refusal | null> => {
  const department = await departmentById(work.tx, input.departmentId);
  if (department === null) return refuse('mailbox.no_such_department');
  const taken = (await openMailboxes(work.tx)).find((mailbox) => mailbox.id !== ownId && addressKey(mailbox.address) === addressKey(input.address));
  return taken === undefined ? null : refuse('mailbox.address_taken', { address: input.address });
};

const columns = (work: Work, input: MailboxInput, known: MailboxSecrets) => {
  const kept: MailboxSecrets = {
    ...(passwordFor(input.imap, known.imap) === undefined ? {} : { imap: passwordFor(input.imap, known.imap) }),
    ...(passwordFor(input.smtp, known.smtp) === undefined ? {} : { smtp: passwordFor(input.smtp, known.smtp) }),
  };
  return {
    address: input.address,
    sender_name: input.senderName,
    department_id: input.departmentId,
    imap: withoutPassword(input.imap),
    smtp: withoutPassword(input.smtp),
    sealed_secrets: Object.keys(kept).length === 0 ? null : work.services.secrets.seal(JSON.stringify(kept)),
    start_from: input.startFrom,
  };
};

type Server = MailboxInput['imap'];

const passwordFor = (server: Server, known: string | undefined): string | undefined => (server === null ? undefined : (server.password ?? known));

const withoutPassword = (server: Server): string | null => {
  if (server === null) return null;
  const { host, port, security, user } = server;
  return JSON.stringify({ host, port, security, user });
};
