import type { Selectable } from 'kysely';
import { minute, plus } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Services } from '#base/services.ts';
import type { RawMails } from '#migrations/tables.ts';
import { headLinesIn, type HeadLines } from './head-lines.ts';
import type { Failure } from './quarantine.ts';

export type RawMail = Selectable<RawMails>;

/** The mails that have waited longest, in their order: answers are filed after what they answer. */
export const oldestWaiting = (reader: Reader, now: Date, most: number): Promise<RawMail[]> =>
  reader
    .selectFrom('raw_mails')
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('next_attempt_at', 'is', null), eb('next_attempt_at', '<=', now)]))
    .orderBy('received_at')
    .orderBy('id')
    .limit(most)
    .selectAll()
    .execute();

/**
 * Holds the row for this transaction; false where another process is done with it. Where one still has it, this waits: to pass it by would
 * file an answer before what it answers. One that was killed a moment ago may still have it, until the database has noticed.
 */
export const holdWaiting = async (tx: Tx, id: string): Promise<boolean> => {
  const row = await tx.selectFrom('raw_mails').where('id', '=', id).where('state', '=', 'waiting').select('id').forUpdate().executeTakeFirst();
  return row !== undefined;
};

type Addresses = readonly { readonly name: string; readonly address: string }[];

export interface Correspondence {
  readonly from: Addresses;
  readonly replyTo: Addresses;
  readonly to: Addresses;
  readonly cc: Addresses;
}

interface Done {
  readonly outcome: string;
  readonly correspondence: Correspondence;
  readonly head: HeadLines;
  readonly caseId: string | null;
  /** The mailbox that it was written to. */
  readonly mailboxId: string | null;
  readonly messageId: string | null;
  readonly now: Date;
}

export const markDone = async (tx: Tx, raw: RawMail, done: Done): Promise<void> => {
  // Our own receiver does not know the mailbox when it takes the mail in; whoever watches wants to know when mail last came there.
  const found = raw.mailbox_id === null ? done.mailboxId : null;
  await tx
    .with('of_mailbox', (query) => query.updateTable('mailboxes').set({ last_mail_at: raw.received_at }).where('id', '=', found)
      .where((is) => is.or([is('last_mail_at', 'is', null), is('last_mail_at', '<', raw.received_at)])))
    .updateTable('raw_mails')
    .set({ state: 'done', outcome: done.outcome, case_id: done.caseId, mailbox_id: done.mailboxId, message_id_header: done.messageId, correspondence: JSON.stringify(done.correspondence), ...done.head, processed_at: done.now, reason: null, next_attempt_at: null })
    .where('id', '=', raw.id)
    .execute();
};

/** A file that cannot be read is what put the mail into quarantine, and must not keep it from getting there. */
const headOf = (services: Services, raw: RawMail): Promise<HeadLines> =>
  services.files.read(raw.sha256).then(headLinesIn, () => ({ sender: null, subject: null }));

const mostAttempts = 3;

/** A defect may be a passing one, so it is tried three times; after that, and for what is unfit at once, a person has to look. */
export const markFailed = async (services: Services, raw: RawMail, failure: Failure): Promise<'settled' | 'later'> => {
  const now = services.clock.now();
  if (failure.kind === 'later') {
    services.log.warn({ rawMail: raw.id }, 'The database is away; the mail waits.');
    return 'later';
  }
  const attempts = raw.attempts + 1;
  const gives = failure.kind === 'unfit' || attempts >= mostAttempts;
  services.log.warn({ rawMail: raw.id, attempts, reason: failure.reason, quarantined: gives }, 'A mail could not be filed.');
  await services.db
    .updateTable('raw_mails')
    .set(gives ? { state: 'quarantined', reason: failure.reason, attempts, next_attempt_at: null, ...(await headOf(services, raw)) } : { attempts, next_attempt_at: plus(now, attempts * minute) })
    .where('id', '=', raw.id)
    .where('state', '=', 'waiting')
    .execute();
  return 'settled';
};

export const mailIdByHeader = (reader: Reader, header: string) =>
  reader.selectFrom('mail_ids').where('header', '=', header).select(['direction', 'case_id', 'body_hash']).executeTakeFirst();

interface MailId {
  readonly header: string;
  readonly direction: 'in' | 'out';
  readonly caseId: string | null;
  readonly messageId: string | null;
  readonly requestId: string | null;
  readonly bodyHash: string | null;
  readonly at: Date;
}

/** The first mail that used an id keeps it: a stranger who copies it gains nothing. */
export const insertMailId = async (tx: Tx, given: MailId): Promise<void> => {
  await tx
    .insertInto('mail_ids')
    .values({ header: given.header, direction: given.direction, case_id: given.caseId, message_id: given.messageId, request_id: given.requestId, body_hash: given.bodyHash, at: given.at })
    .onConflict((conflict) => conflict.column('header').doNothing())
    .execute();
};
