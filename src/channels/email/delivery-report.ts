import { cleanBody, cleanLine } from './clean-text.ts';
import { idsIn } from './mail-headers.ts';
import type { UnderstoodMail } from './understood-mail.ts';

export interface FailedRecipient {
  /** As the reporting server wrote it; '' when it did not say. */
  readonly address: string;
  /** RFC 3463, "5.1.1"; null when not told. */
  readonly status: string | null;
  /** True when this address will never work: nobody there, no such domain. A full mailbox or a refused content is not hard. */
  readonly hard: boolean;
  /** True when the server is still trying. */
  readonly delayed: boolean;
  /** What the refusing server said, one line, for the person who reads the case. */
  readonly words: string;
}

const longestReport = 200_000;
/** A block of fields for each recipient; somebody who sends ten thousand of them is not reporting. */
const mostRecipients = 100;

const decoder = new TextDecoder('utf-8');
const textOfPart = (bytes: Uint8Array): string => cleanBody(decoder.decode(bytes.subarray(0, longestReport)), longestReport);

export const nobodyThere =
  /user (?:is )?unknown|unknown (?:user|recipient|address|local)|no such (?:user|recipient|mailbox|person|address)|does(?:n't| not) (?:exist|have an?\b.{0,80} account)|no such domain|does not accept mail|no mx record|(?:mailbox|recipient|address|account) (?:not found|unavailable|does not|has been disabled|is disabled)|invalid (?:recipient|mailbox|address)|recipient (?:address )?rejected: (?:user|unknown|undeliverable)|host (?:unknown|or domain name not found|not found)|domain (?:not found|does not exist)|name or service not known|unrouteable address|not a known user|no mailbox here|not listed in|utente sconosciuto|casella inesistente|destinatario (?:sconosciuto|inesistente)/i;
const fullOrRefused =
  /quota|mailbox (?:is )?full|over ?quota|casella piena|too (?:large|big|many)|spam|blocked|blacklist|policy|reputation|greylist|temporar|dmarc|spf|rate limit|relay|try again|sender/i;

/** Does `status` or, without a telling one, the refusing server's sentence say that this address will never work? */
export const isHard = (status: string | null, words: string): boolean => {
  if (status !== null && /^(?:2|4)\.|^5\.1\.[78]$/.test(status)) return false;
  if (status !== null && /^5\.1\.(?:1|2|3|6|10)$|^5\.4\.4$/.test(status)) return !fullOrRefused.test(words) || nobodyThere.test(words);
  return nobodyThere.test(words) && !fullOrRefused.test(words);
};

/** Fields of one block, names in lower case, folded lines joined. */
const fieldsOf = (block: string): Map<string, string> => {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of block.split('\n')) {
    const match = /^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]*(.*)$/.exec(line.slice(0, 4_000));
    if (match?.[1] !== undefined) {
      last = match[1].toLowerCase();
      if (!fields.has(last)) fields.set(last, match[2] ?? '');
    } else if (last !== '' && /^[ \t]/.test(line)) fields.set(last, `${fields.get(last) ?? ''} ${line.slice(0, 2_000).trim()}`);
  }
  return fields;
};

/** `rfc822; someone@example.it` → the address. */
const addressOf = (field: string | undefined): string => {
  const value = (field ?? '').replace(/^[^;]{0,40};/, '');
  return cleanLine(/<([^<>]*)>/.exec(value)?.[1] ?? value, 400).replace(/^"|"$/g, '');
};

export const statusIn = (text: string): string | null => /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? null;

interface Report {
  readonly action: string;
  readonly recipient: FailedRecipient;
}

const reportOf = (fields: Map<string, string>): Report | null => {
  const address = addressOf(fields.get('final-recipient')) || addressOf(fields.get('original-recipient'));
  const action = cleanLine(fields.get('action') ?? '', 40).toLowerCase();
  if (address === '' && action === '' && !fields.has('status')) return null;
  const words = cleanLine(fields.get('diagnostic-code') ?? '', 500).replace(/^smtp; ?/i, '');
  const told = statusIn(fields.get('status') ?? '');
  const status = told === null || /^[45]\.0\.0$/.test(told) ? (statusIn(words) ?? told) : told;
  const delayed = action === 'delayed' || (action === '' && status?.startsWith('4.') === true);
  return { action, recipient: { address, status, hard: !delayed && isHard(status, words), delayed, words } };
};

export interface DeliveryReport {
  readonly failed: readonly FailedRecipient[];
  /** Recipients of whom the report says that the mail arrived, or was passed on. */
  readonly arrived: readonly string[];
}

/** What the delivery-status parts of a mail say (RFC 3464), or null when there is none. */
export const deliveryReportOf = (mail: UnderstoodMail): DeliveryReport | null => {
  const parts = mail.attachments.filter((part) => /^message\/(?:global-)?delivery-status$/.test(part.type));
  if (parts.length === 0) return null;
  const reports = parts
    .flatMap((part) => textOfPart(part.content).split(/\n[ \t]*\n/))
    .slice(0, mostRecipients)
    .map((block) => reportOf(fieldsOf(block)))
    .filter((report) => report !== null);
  const good = (report: Report): boolean => ['delivered', 'relayed', 'expanded'].includes(report.action);
  return {
    failed: reports.filter((report) => !good(report)).map((report) => report.recipient),
    arrived: reports.filter(good).map((report) => report.recipient.address),
  };
};

/** The id of the mail that a report is about: from the copy that it carries, as a part or below its own words. */
export const reportedMessageId = (mail: UnderstoodMail): string | null => {
  const copies = mail.attachments.filter((part) => /^(?:message\/(?:global|rfc822)|text\/rfc822-headers|message\/global-headers)$/.test(part.type));
  const texts = [...copies.map((part) => textOfPart(part.content)), mail.text.slice(0, longestReport)];
  for (const text of texts) {
    for (const match of text.matchAll(/^[> \t]{0,10}Message-Id:[ \t]*\n?[ \t]*([^\n]{3,1000})$/gim)) {
      const id = idsIn(match[1] ?? '')[0];
      if (id !== undefined && id !== mail.messageId) return id;
    }
  }
  return mail.inReplyTo ?? mail.references.at(-1) ?? null;
};
