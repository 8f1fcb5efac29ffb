import { day, hour, minute, plus } from '#base/clock.ts';
import type { DeliveryOutcome, SmtpSender } from '#base/mail-transport/smtp-sender.ts';
import type { Services } from '#base/services.ts';
import { inWork, system } from '#base/work.ts';
import { companyOf } from '#people/index.ts';
import { bounceClassOf } from '../bounce-class.ts';
import { emailEvents } from '../contract.ts';
import { composeMail, UnusableAddress } from '../compose.ts';
import { statusIn } from '../delivery-report.ts';
import { instanceOf, mailboxById, openMailboxes, secretsOf, serverShape, type Mailbox } from '../mailboxes.ts';
import * as outbox from './outbox-queries.ts';

const batch = 20;
/** After this long without a final word a mail has failed, and its owner must know while it still matters. */
const givesUpAfter = 2 * day;
const pauses = [1 * minute, 5 * minute, 15 * minute, 1 * hour, 4 * hour] as const;
/** Longer than any server takes; who is still "sending" after it died with us. */
const longestSending = 15 * minute;

type Row = NonNullable<Awaited<ReturnType<typeof outbox.outboxById>>>;

/**
 * Sends what is due, each recipient on its own, and returns how many were tried. Never two processes the same one. Each is claimed when its
 * turn has come and not before: were twenty claimed at once, nobody would know of any of them whether it went, if we die at the first.
 */
export const sendDue = async (services: Services, sender: SmtpSender): Promise<number> => {
  for (let tried = 0; ; tried += 1) {
    const claimed = tried < batch ? await outbox.claimNext(services.db, services.clock.now()) : undefined;
    if (claimed === undefined) return tried;
    await sendTo(services, sender, claimed);
  }
};

const sendTo = async (services: Services, sender: SmtpSender, recipient: outbox.Claimed): Promise<void> => {
  const row = await outbox.outboxById(services.db, recipient.outboxId);
  if (row === undefined) throw new Error(`Recipient ${recipient.id} has no mail.`);
  const mailbox = row.mailbox_id === null ? (await openMailboxes(services.db))[0] : await mailboxById(services.db, row.mailbox_id);
  const outcome = await deliver(services, sender, { row, mailbox, address: recipient.address });
  await settle(services, row, recipient, outcome);
};

interface Delivering {
  readonly row: Row;
  readonly mailbox: Mailbox | undefined;
  readonly address: string;
}

const later = (response: string): DeliveryOutcome => ({ accepted: false, temporary: true, stage: 'connect', response });

const deliver = async (services: Services, sender: SmtpSender, { row, mailbox, address }: Delivering): Promise<DeliveryOutcome> => {
  // The invented company writes to nobody: whoever looks around must be able to press every button.
  if ((await companyOf(services.db)).isDemo) return { accepted: true, response: 'nothing leaves the demo' };
  const server = serverShape.safeParse(mailbox?.smtp);
  if (mailbox === undefined || !server.success) return later('no mailbox that sends');
  const { host, port, security, user } = server.data;
  const pass = secretsOf(mailbox, services.secrets).smtp;
  try {
    const raw = await composed(services, row, mailbox);
    const account = { host, port, security, auth: user === '' || pass === undefined ? null : { user, pass } };
    return await sender.sendVia(account, { envelope: { from: mailbox.address, to: [address] }, raw });
  } catch (error) {
    if (error instanceof UnusableAddress) return { accepted: false, temporary: false, stage: 'recipient', response: error.message };
    throw error;
  }
};

/** The mail's bytes, from what was frozen when it was written. */
const composed = async (services: Services, row: Row, mailbox: Mailbox): Promise<Buffer> => {
  const mail = outbox.openMail(services.secrets, row.mail);
  const people = await outbox.recipientsOf(services.db, row.id);
  const of = (kind: 'to' | 'cc' | 'bcc') => people.filter((one) => one.kind === kind).map((one) => ({ address: one.address, name: one.name ?? '' }));
  const attachments = await Promise.all(mail.files.map(async ({ sha256, name, type }) => ({ name, type, content: await services.files.read(sha256) })));
  const { raw } = await composeMail({
    ...mail,
    from: { name: mail.fromName, address: mailbox.address },
    replyTo: mail.replyTo === null ? null : { name: mail.fromName, address: mail.replyTo },
    to: of('to'),
    cc: of('cc'),
    bcc: of('bcc'),
    messageId: row.message_id_header,
    quoted: null,
    attachments,
    instance: instanceOf(services.secrets),
    date: new Date(mail.date),
  });
  return raw;
};

const settle = (services: Services, row: Row, recipient: outbox.Claimed, outcome: DeliveryOutcome): Promise<void> =>
  inWork(services, system, async (work) => {
    const caseId = row.messageCase ?? row.case_id;
    const facts = { outboxId: row.id, messageId: row.message_id, requestId: row.request_id, address: recipient.address };
    const response = outcome.response.slice(0, 500);
    if (outcome.accepted === true) {
      await outbox.settleRecipient(work.tx, recipient.id, { state: 'sent', sent_at: work.now, last_response: response });
      work.emit(emailEvents['email.sent'](caseId, facts));
      return;
    }
    const tooOld = row.created_at < plus(work.now, -givesUpAfter);
    if (outcome.accepted === false && outcome.temporary && !tooOld) {
      const pause = pauses[Math.min(recipient.attempts, pauses.length) - 1] ?? pauses[0];
      await outbox.settleRecipient(work.tx, recipient.id, { state: 'waiting', next_attempt_at: plus(work.now, pause), last_response: response });
      if (caseId !== null) work.tell('case', caseId);
      return;
    }
    const how = outcome.accepted === 'unknown' ? 'held' : outcome.temporary ? 'gave_up' : 'refused';
    await outbox.settleRecipient(work.tx, recipient.id, { state: how === 'held' ? 'held' : 'failed', last_response: response });
    work.emit(emailEvents['email.delivery_failed'](caseId, { ...facts, purpose: row.purpose, how, response, ...(how === 'refused' && { why: bounceClassOf({ status: statusIn(response), words: response, delayed: false }) }) }));
  });

/** Mails that were on their way when the program died: nobody knows whether they arrived, so a person decides. */
export const holdAbandoned = async (services: Services): Promise<void> => {
  for (const recipient of await outbox.claimAbandoned(services.db, plus(services.clock.now(), -longestSending))) {
    const row = await outbox.outboxById(services.db, recipient.outboxId);
    if (row !== undefined) await settle(services, row, recipient, { accepted: 'unknown', response: 'interrupted while sending' });
  }
};
