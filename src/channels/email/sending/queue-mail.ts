import { newId } from '#base/ids.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import type { StoredFile } from '#channels/intake.ts';
import { companyOf } from '#people/index.ts';
import { addressKey } from '../addresses.ts';
import { domainOf, mailboxForCase, mailboxOfDepartment, mailboxThatSends, replyKey, type Mailbox } from '../mailboxes.ts';
import { messageIdFor, signedReplyAddress } from '../reply-address.ts';
import { replyReferences, replySubject } from '../thread-headers.ts';
import { insertMailId } from '../receiving/raw-queries.ts';
import type { Choices } from '../mail-body.ts';
import { insertOutbox, sealMail, threadOf, type OpenMail, type Recipient } from './outbox-queries.ts';
import { replyFooter } from './texts.ts';

export interface ReplyMail {
  readonly caseId: string;
  readonly caseNumber: number;
  readonly departmentId: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly files: readonly StoredFile[];
  /** Where the customer follows the case; stands below the words. */
  readonly pageUrl: string | null;
  /** No person sent it: the mail says so to other programs (RFC 3834), so that none of them answers. */
  readonly byItself: boolean;
}

/** Any address at all, where no mailbox is set up yet: the mail waits, and is written anew to leave from the first one. */
const nowhere = 'presa@localhost.invalid';

/** Writes a reply to the customer into the outbox: its words, its recipients, its thread, frozen together with the message. */
export const queueReply = async (work: Work, reply: ReplyMail): Promise<void> => {
  const mailbox = await mailboxForCase(work.tx, reply.caseId, reply.departmentId);
  const thread = await threadOf(work.tx, reply.caseId);
  const company = (await companyOf(work.tx)).name;
  await put(work, {
    mailbox,
    purpose: 'reply',
    caseId: reply.caseId,
    messageId: reply.messageId,
    requestId: null,
    to: recipients(reply.to, reply.cc),
    mail: {
      fromName: [work.actor.name, company].filter((name) => name !== '').join(' · '),
      replyTo: mailbox === undefined ? null : signedReplyAddress({ kind: 'case', id: String(reply.caseNumber) }, mailbox.address, replyKey(work.services.secrets)),
      inReplyTo: thread.lastInbound,
      references: replyReferences({ messageId: thread.lastInbound, references: thread.all }),
      subject: thread.lastInbound === null ? reply.subject : replySubject(reply.subject),
      text: `${reply.text}\n\n${replyFooter(reply.language, { number: reply.caseNumber, pageUrl: reply.pageUrl })}`,
      language: reply.language,
      asksForReply: true,
      automatic: reply.byItself ? 'auto-generated' : 'no',
      files: reply.files.map(({ sha256, name, type }) => ({ sha256, name, type })),
      date: work.now.toISOString(),
    },
  });
};

const recipients = (to: readonly string[], cc: readonly string[]): Recipient[] => {
  const seen = new Set<string>();
  const once = (address: string): boolean => !seen.has(addressKey(address)) && seen.add(addressKey(address)).size > 0;
  return [
    ...to.filter(once).map((address) => ({ address, name: null, kind: 'to' as const })),
    ...cc.filter(once).map((address) => ({ address, name: null, kind: 'cc' as const })),
  ];
};

export interface RequestMail {
  readonly purpose: 'request' | 'reminder' | 'climb';
  readonly requestId: string;
  readonly caseId: string;
  /** The service department whose mailbox sends. */
  readonly departmentId: string;
  readonly to: readonly { readonly address: string; readonly name: string }[];
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
}

/**
 * Writes to a department. Each recipient gets a mail of their own with a reply address of their own, so that whoever answers is
 * known; the customer's address is in none of it.
 */
export const queueRequestMail = async (work: Work, request: RequestMail): Promise<void> => {
  const mailbox = await mailboxOfDepartment(work.tx, request.departmentId);
  const company = (await companyOf(work.tx)).name;
  const { number } = await work.tx.selectFrom('requests').where('id', '=', request.requestId).select('number').executeTakeFirstOrThrow();
  for (const recipient of request.to) {
    await put(work, {
      mailbox,
      purpose: request.purpose,
      caseId: request.caseId,
      messageId: null,
      requestId: request.requestId,
      to: [{ ...recipient, kind: 'to' }],
      mail: {
        fromName: [work.actor.kind === 'member' ? work.actor.name : '', company].filter((name) => name !== '').join(' · '),
        replyTo:
          mailbox === undefined
            ? null
            : signedReplyAddress({ kind: 'request', id: String(number), recipient: recipient.address }, mailbox.address, replyKey(work.services.secrets)),
        inReplyTo: null,
        references: [],
        subject: request.subject,
        text: request.text,
        language: request.language,
        asksForReply: true,
        automatic: request.purpose === 'request' ? 'no' : 'auto-generated',
        files: [],
        date: work.now.toISOString(),
      },
    });
  }
};

export interface NoticeMail {
  readonly purpose: 'invitation' | 'notice' | 'digest';
  readonly to: { readonly address: string; readonly name: string };
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  readonly departmentId: string;
  /** The case that it is about: who has it hears where the mail cannot be delivered. */
  readonly caseId?: string;
  readonly files?: readonly StoredFile[];
}

/** Writes to somebody of the house: an invitation, a notice, the week's digest. Nobody is asked to answer it. */
export const queueNoticeMail = async (work: Work, notice: NoticeMail): Promise<void> => {
  const company = (await companyOf(work.tx)).name;
  await put(work, {
    mailbox: await mailboxThatSends(work.tx, notice.departmentId),
    purpose: notice.purpose,
    caseId: notice.caseId ?? null,
    messageId: null,
    requestId: null,
    to: [{ ...notice.to, kind: 'to' }],
    mail: {
      fromName: company === '' ? 'Presa' : `Presa · ${company}`,
      replyTo: null,
      inReplyTo: null,
      references: [],
      subject: notice.subject,
      text: notice.text,
      language: notice.language,
      asksForReply: false,
      automatic: 'auto-generated',
      files: (notice.files ?? []).map(({ sha256, name, type }) => ({ sha256, name, type })),
      date: work.now.toISOString(),
    },
  });
};

export interface SurveyMail {
  readonly caseId: string;
  readonly caseNumber: number;
  readonly departmentId: string;
  readonly to: { readonly address: string; readonly name: string };
  readonly subject: string;
  readonly text: string;
  readonly choices: Choices;
  readonly language: Language;
}

/** Asks a customer about a case, and returns the id of the mail. Whoever answers it in words instead writes on that case. */
export const queueSurveyMail = async (work: Work, survey: SurveyMail): Promise<string> => {
  const mailbox = await mailboxForCase(work.tx, survey.caseId, survey.departmentId);
  return put(work, {
    mailbox,
    purpose: 'survey',
    caseId: survey.caseId,
    messageId: null,
    requestId: null,
    to: [{ ...survey.to, kind: 'to' }],
    mail: {
      fromName: (await companyOf(work.tx)).name,
      replyTo: mailbox === undefined ? null : signedReplyAddress({ kind: 'case', id: String(survey.caseNumber) }, mailbox.address, replyKey(work.services.secrets)),
      inReplyTo: null,
      references: [],
      subject: survey.subject,
      text: survey.text,
      choices: survey.choices,
      language: survey.language,
      asksForReply: false,
      automatic: 'auto-generated',
      files: [],
      date: work.now.toISOString(),
    },
  });
};

interface Queued {
  readonly mailbox: Mailbox | undefined;
  readonly purpose: string;
  readonly caseId: string | null;
  readonly messageId: string | null;
  readonly requestId: string | null;
  readonly to: readonly Recipient[];
  readonly mail: Omit<OpenMail, 'choices'> & { readonly choices?: Choices };
}

const put = async (work: Work, queued: Queued): Promise<string> => {
  const id = newId(work.now);
  const header = messageIdFor(id, domainOf(queued.mailbox?.address ?? nowhere));
  const mail = sealMail(work.services.secrets, { ...queued.mail, choices: queued.mail.choices ?? null });
  await insertOutbox(work.tx, { ...queued, mail, id, mailboxId: queued.mailbox?.id ?? null, header, now: work.now, newRecipientId: () => newId(work.now) });
  await insertMailId(work.tx, {
    header,
    direction: 'out',
    caseId: queued.requestId === null ? queued.caseId : null,
    messageId: queued.messageId,
    requestId: queued.requestId,
    bodyHash: null,
    at: work.now,
  });
  work.tell('outbox', id);
  return id;
};
