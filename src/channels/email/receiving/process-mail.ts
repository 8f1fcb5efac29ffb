import { createHash } from 'node:crypto';
import { inWork, system, type Work } from '#base/work.ts';
import type { Services } from '#base/services.ts';
import type { Intake, StoredFile } from '#channels/intake.ts';
import { isOwnAddress } from '../addresses.ts';
import { languageOfText } from '../language.ts';
import { machineIn, type MachineMail } from '../machine.ts';
import { instanceOf, openMailboxes, replyKey, type Mailbox } from '../mailboxes.ts';
import { writtenIn } from '../pec.ts';
import { separateReply } from '../separate-reply.ts';
import { understandMail } from '../understand.ts';
import { isUnderstood, type UnderstoodMail } from '../understood-mail.ts';
import { fileBounce } from './bounces.ts';
import { headLinesOf } from './head-lines.ts';
import { Unfit, reasonOf } from './quarantine.ts';
import * as raws from './raw-queries.ts';
import { messageAnswered, whatItAnswers } from './threading.ts';

/** What became of a mail; stands on its row, for the operator who asks where it went. */
type Outcome = { readonly outcome: string; readonly caseId: string | null; readonly mailboxId?: string | null };

// Asking for each mail apart cost a tenth of filing it; of more than these, many would be held in memory for nothing.
const atOnce = 50;

/**
 * Turns the mails that wait longest into what they are, each in one transaction: its message, its effects and the end of its waiting
 * happen together or not at all, so a crash at any point leaves it waiting and nothing doubled. Returns false when nothing is left
 * that could be done now. A mail that cannot be handled goes into quarantine with the reason, and the next one goes through.
 */
export const processMails = async (services: Services, intake: Intake): Promise<boolean> => {
  const waiting = await raws.oldestWaiting(services.db, services.clock.now(), atOnce);
  if (waiting.length === 0) return false;
  const mailboxes = await openMailboxes(services.db);
  for (const raw of waiting) {
    // What comes after it may be its answer, so nothing overtakes a mail that only has to wait for the database.
    if ((await processOne(services, { intake, mailboxes }, raw)) === 'later') return false;
  }
  return true;
};

/** What every mail of a run is filed with. */
interface Filing {
  readonly intake: Intake;
  readonly mailboxes: readonly Mailbox[];
}

const processOne = async (services: Services, filing: Filing, raw: raws.RawMail): Promise<'settled' | 'later'> => {
  try {
    const envelope = await understood(services, raw);
    const mail = await writtenIn(envelope);
    const files = await storeFiles(services, mail);
    await inWork(services, system, async (work) => {
      if (!(await raws.holdWaiting(work.tx, raw.id))) return;
      const { outcome, caseId, mailboxId = raw.mailbox_id } = await file(work, filing, { raw, envelope, mail, files });
      const head = headLinesOf(mail.from, mail.subject);
      await raws.markDone(work.tx, raw, { outcome, caseId, mailboxId, messageId: mail.messageId, correspondence: correspondenceOf(mail), head, now: work.now });
    });
  } catch (error) {
    return raws.markFailed(services, raw, reasonOf(error));
  }
  return 'settled';
};

const understood = async (services: Services, raw: raws.RawMail): Promise<UnderstoodMail> => {
  const result = await understandMail(await services.files.read(raw.sha256));
  if (!isUnderstood(result)) throw new Unfit(result.notUnderstood);
  return result;
};

const storeFiles = async (services: Services, mail: UnderstoodMail): Promise<StoredFile[]> => {
  const stored: StoredFile[] = [];
  for (const file of mail.attachments) {
    const sha256 = await services.files.put(file.content);
    stored.push({ sha256, name: file.name, type: file.type, size: file.size, contentId: file.contentId, isInline: file.inline });
  }
  return stored;
};

// Beyond this it is a mailing list, and nobody answers all of it.
const mostCorrespondents = 50;

/** Who wrote to whom: a reply to everybody is proposed from it. */
const correspondenceOf = ({ from, replyTo, to, cc }: UnderstoodMail): raws.Correspondence => ({
  from: from === null ? [] : [from],
  replyTo: replyTo.slice(0, mostCorrespondents),
  to: to.slice(0, mostCorrespondents),
  cc: cc.slice(0, mostCorrespondents),
});

interface Arrived {
  readonly raw: raws.RawMail;
  /** As it was delivered: what servers say of themselves stands on it. Of most mail it is the mail. */
  readonly envelope: UnderstoodMail;
  /** What somebody wrote. */
  readonly mail: UnderstoodMail;
  readonly files: readonly StoredFile[];
}

const file = async (work: Work, { intake, mailboxes }: Filing, arrived: Arrived): Promise<Outcome> => {
  const own = { addresses: mailboxes.map((mailbox) => mailbox.address), domains: [] };
  const machine = machineIn(arrived, {
    instance: instanceOf(work.services.secrets),
    isOurs: (address) => isOwnAddress(address, own),
    envelopeFrom: arrived.raw.envelope_from,
  });
  switch (machine.kind) {
    case 'our_own_loop':
      return { outcome: 'loop', caseId: null };
    case 'bounce':
      return { outcome: 'bounce', caseId: await fileBounce(work, machine) };
    case 'feedback_report':
    case 'receipt':
      return { outcome: machine.kind, caseId: null };
    case 'list_or_bulk':
      return { outcome: 'set_aside', caseId: null };
    case 'auto_reply':
    case 'person':
      return fileWritten(work, intake, arrived, { machine, mailboxes, own });
  }
};

interface Around {
  readonly machine: MachineMail;
  readonly mailboxes: readonly Mailbox[];
  readonly own: { readonly addresses: readonly string[]; readonly domains: readonly string[] };
}

const fileWritten = async (work: Work, intake: Intake, arrived: Arrived, around: Around): Promise<Outcome> => {
  const { raw, mail, files } = arrived;
  const header = mail.messageId ?? `${raw.sha256}@no-message-id`;
  const bodyHash = hashOfBody(mail);
  const known = await raws.mailIdByHeader(work.tx, header);
  // The same letter delivered to two of our addresses, or fetched again: one mail. The same id with other words is another mail.
  if (known?.direction === 'in' && known.body_hash === bodyHash) return { outcome: 'duplicate', caseId: known.case_id };
  const from = senderOf(mail, around.own);
  const isAutomatic = around.machine.kind === 'auto_reply';
  const answers = await whatItAnswers(work.tx, { mail, envelopeTo: raw.envelope_to }, replyKey(work.services.secrets));
  const { newText, folded } = separateReply(mail.text);
  const common = { text: newText, folded, files, at: work.now, rawMailId: raw.id } as const;

  if (answers.what === 'request') {
    if (isAutomatic) return { outcome: 'auto_reply', caseId: null };
    const filed = await intake.departmentMail(work, { ...common, requestId: answers.requestId, from });
    if (filed.became === 'refused') throw new Unfit('request_not_for_sender');
    await raws.insertMailId(work.tx, { header, direction: 'in', requestId: answers.requestId, caseId: filed.caseId, messageId: null, bodyHash, at: work.now });
    return { outcome: 'department_answer', caseId: filed.caseId };
  }
  // A machine's answer that belongs to no case of ours is kept as it came; it never opens one.
  if (isAutomatic && answers.what === 'nothing') return { outcome: 'auto_reply', caseId: null };
  const mailbox = mailboxOf(arrived, around.mailboxes);
  const filed = await intake.contact(work, {
    ...common,
    channel: 'email',
    from: { kind: 'email', value: from.address, name: from.name },
    subject: mail.subject === '' ? null : mail.subject,
    html: mail.html,
    language: languageOfText(`${mail.subject}\n${newText}`),
    departmentId: mailbox?.department_id ?? null,
    answers: answers.what === 'case' ? { caseId: answers.caseId, proof: answers.proof, messageId: await messageAnswered(work.tx, mail) } : null,
    isAutomatic,
    loggedBy: null,
  });
  await raws.insertMailId(work.tx, { header, direction: 'in', caseId: filed.caseId, messageId: filed.messageId, requestId: null, bodyHash, at: work.now });
  return { outcome: isAutomatic ? 'auto_reply' : 'message', caseId: filed.caseId, mailboxId: raw.mailbox_id ?? mailbox?.id ?? null };
};

/** Who wrote. Lists that rewrite From to one of our own addresses name the writer elsewhere; nothing else is ever believed. */
const senderOf = (mail: UnderstoodMail, own: Around['own']): { address: string; name: string } => {
  if (mail.from === null) throw new Unfit('no_sender');
  if (!isOwnAddress(mail.from.address, own)) return mail.from;
  const other = mail.replyTo.find(({ address }) => !isOwnAddress(address, own));
  if (other === undefined) throw new Unfit('from_ourselves');
  return other;
};

const mailboxOf = ({ raw, envelope, mail }: Arrived, mailboxes: readonly Mailbox[]): Mailbox | undefined => {
  const written = [...raw.envelope_to, ...envelope.deliveredTo, ...[...mail.to, ...mail.cc].map(({ address }) => address)];
  const named = mailboxes.find((mailbox) => written.some((address) => isOwnAddress(address, { addresses: [mailbox.address], domains: [] })));
  return named ?? mailboxes.find((mailbox) => mailbox.id === raw.mailbox_id);
};

const hashOfBody = (mail: UnderstoodMail): string => {
  const hash = createHash('sha256').update(mail.subject).update('\0').update(mail.text);
  for (const file of mail.attachments) hash.update('\0').update(file.content);
  return hash.digest('hex');
};

