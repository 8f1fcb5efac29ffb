import MailComposer from 'nodemailer/lib/mail-composer';

import type { Language } from '#base/texts.ts';

import { cleanBody, cleanLine } from './clean-text.ts';
import { instanceHeader } from './machine.ts';
import { htmlBody, textBody, type Choices, type QuotedMail } from './mail-body.ts';
import type { MailAddress } from './understood-mail.ts';

export interface OutboundAttachment {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** Everything about a mail that goes out, frozen when it was written: composing it again gives the same mail. */
export interface OutboundMail {
  /** "Giulia Serra · Casa Lumina" at the mailbox's own address. */
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  /** They get it; no header names them. */
  readonly bcc: readonly MailAddress[];
  /** The signed address; null for a mailbox (PEC) whose provider allows none. */
  readonly replyTo: MailAddress | null;
  /** Without brackets, as all ids here. */
  readonly messageId: string;
  /** The customer's last mail, not ours: that is what their program threads by. */
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly quoted: QuotedMail | null;
  readonly choices?: Choices | null;
  readonly language: Language;
  readonly asksForReply: boolean;
  readonly attachments: readonly OutboundAttachment[];
  /** How it came about: `no` when a person wrote it; other programs then may and must not answer it. */
  readonly automatic: 'no' | 'auto-replied' | 'auto-generated';
  readonly instance: string;
  readonly date: Date;
  /** Outlook groups by these: what its mail brought goes back. */
  readonly threadTopic?: string | null;
  readonly threadIndex?: string | null;
}

export interface ComposedMail {
  readonly raw: Buffer;
  /** Each recipient once, in To, Cc, Bcc order: one delivery each. */
  readonly recipients: readonly string[];
}

/** An address that no mail can be sent to; told before it goes out, never repaired by guessing. */
export class UnusableAddress extends Error {
  readonly address: string;

  constructor(address: string) {
    super(`No mail can be sent to this address: ${JSON.stringify(address.slice(0, 100))}`);
    this.name = 'UnusableAddress';
    this.address = address;
  }
}

/** No quotes, no blanks, no brackets, no control characters: nothing that could end the address and begin something else. */
const sendable = /^[^\s"(),:;<>@[\\\]\p{Cc}\p{Cf}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

export const isSendable = (address: string): boolean => address.length <= 254 && sendable.test(address);

const recipient = ({ name, address }: MailAddress): { name: string; address: string } => {
  if (!isSendable(address)) throw new UnusableAddress(address);
  return { name: cleanLine(name, 150), address };
};

/** An id goes into a header only as what it is; an odd one from outside is left out, the thread then hangs on the others. */
const bracketed = (ids: readonly (string | null)[]): string[] =>
  ids.filter((id) => id !== null && /^[\x21-\x3b\x3d\x3f-\x7e]{1,900}$/.test(id)).map((id) => `<${id ?? ''}>`);

const extraHeaders = (mail: OutboundMail): Record<string, string> => ({
  [instanceHeader]: cleanLine(mail.instance, 200),
  ...(mail.automatic === 'no' ? {} : { 'Auto-Submitted': mail.automatic, 'X-Auto-Response-Suppress': 'OOF, AutoReply' }),
  ...(mail.threadTopic ? { 'Thread-Topic': cleanLine(mail.threadTopic, 250) } : {}),
  ...(mail.threadIndex && /^[A-Za-z0-9+/=\s]{1,2000}$/.test(mail.threadIndex) ? { 'Thread-Index': mail.threadIndex.replace(/\s/g, '') } : {}),
});

/**
 * The bytes of a mail, and to whom they go. Names, subject and ids cannot smuggle a header or a recipient in: line breaks are taken
 * out of them, and addresses that are none are refused (UnusableAddress). Files come as bytes only; nothing is fetched or opened.
 */
export const composeMail = async (mail: OutboundMail): Promise<ComposedMail> => {
  const [to, cc, bcc] = [mail.to, mail.cc, mail.bcc].map((list) => list.map(recipient));
  const [messageId] = bracketed([mail.messageId]);
  if (messageId === undefined) throw new TypeError(`No Message-ID: ${JSON.stringify(mail.messageId)}`);
  const body = { text: cleanBody(mail.text, 1_000_000), language: mail.language, asksForReply: mail.asksForReply, quoted: cleanQuote(mail.quoted), choices: cleanChoices(mail.choices ?? null) };
  const composer = new MailComposer({
    from: recipient(mail.from),
    to,
    cc,
    ...(mail.replyTo === null ? {} : { replyTo: recipient(mail.replyTo) }),
    messageId,
    inReplyTo: bracketed([mail.inReplyTo])[0],
    references: bracketed(mail.references).join(' '),
    subject: cleanLine(mail.subject, 500),
    date: mail.date,
    text: textBody(body),
    html: htmlBody(body),
    headers: extraHeaders(mail),
    attachments: mail.attachments.map(attached),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  return { raw, recipients: unique([...(to ?? []), ...(cc ?? []), ...(bcc ?? [])].map(({ address }) => address)) };
};

const cleanQuote = (quoted: QuotedMail | null): QuotedMail | null =>
  quoted === null ? null : { attribution: cleanLine(quoted.attribution, 300), text: cleanBody(quoted.text, 100_000) };

const cleanChoices = (choices: Choices | null): Choices | null =>
  choices === null ? null : { list: choices.list.map(({ words, url }) => ({ words: cleanLine(words, 200), url })), below: cleanBody(choices.below, 10_000) };

const attached = ({ name, type, content }: OutboundAttachment) => ({
  filename: cleanLine(name, 200).replace(/[/\\]/g, '_') || 'file',
  contentType: /^[a-z0-9!#$&^_.+-]{1,100}\/[a-z0-9!#$&^_.+-]{1,100}$/i.test(type) ? type : 'application/octet-stream',
  content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
  contentDisposition: 'attachment' as const,
});

const unique = (addresses: readonly string[]): string[] => {
  const seen = new Set<string>();
  return addresses.filter((address) => {
    const key = address.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
};
