import PostalMime, { decodeWords, type Email } from 'postal-mime';

import { attachmentsOf, wordsAmongFiles } from './attachments.ts';
import { repairMisread, withWesternLabels } from './charset-repair.ts';
import { cleanBody, cleanLine, cleanText } from './clean-text.ts';
import { textOfHtml } from './html-text.ts';
import { readLeniently } from './lenient-mime.ts';
import {
  addressesIn, deliveredToIn, idsIn, isShortened, keptHeaders, referencesIn, sentAtIn, valuesOf,
} from './mail-headers.ts';
import type { MailAttachment, MailHeader, NotUnderstood, UnderstoodMail } from './understood-mail.ts';

/** A person's mail ends long before; a million characters is a novel, and more than any screen should be asked to show. */
const longestText = 1_000_000;
const longestHtml = 4_000_000;
const longestSubject = 998;

interface Contents {
  readonly headers: readonly MailHeader[];
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly MailAttachment[];
  readonly reading: UnderstoodMail['reading'];
}

/**
 * Reads the raw bytes of a mail. Whatever is malformed costs only itself: a bad date is no date, an unknown character set is read
 * as best it can be, and when the structure is beyond reading the words are kept and the original attached. Does not throw for any
 * bytes; it does take time and memory with them, so bytes from outside belong in a worker with limits.
 */
export const understandMail = async (raw: Uint8Array): Promise<UnderstoodMail | NotUnderstood> => {
  if (raw.every((byte) => byte <= 0x20)) return { notUnderstood: 'empty' };
  const contents = await readContents(withoutMailboxLine(raw));
  const hasSomething = contents.headers.length > 0 && (contents.headers.some(({ name }) => telling.has(name)) || contents.text !== '');
  return hasSomething ? understood(contents) : { notUnderstood: 'no_mail_in_it' };
};

/** One of these makes bytes a mail, even an empty one. */
const telling = new Set(['from', 'to', 'subject', 'date', 'message-id', 'received', 'return-path', 'content-type']);

/** Some programs hand on the `From someone Mon Jan 1 …` line that separates mails in an mbox file; no header may begin like that. */
const withoutMailboxLine = (raw: Uint8Array): Uint8Array => {
  const first = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, 1_000)).toString('latin1');
  const line = /^(?:\s*\r?\n)*>?From [^\n]{0,900}\n/.exec(first);
  return line ? raw.subarray(line[0].length) : raw;
};

const readContents = async (raw: Uint8Array): Promise<Contents> => {
  let email: Email;
  try {
    email = await parse(raw);
  } catch {
    // The parser refuses structures built to exhaust it (nesting, header volume). The mail still exists: keep its words, attach the rest.
    return partly(raw);
  }
  const html = email.html === undefined ? null : repairMisread(email.html);
  const own = cleanBody(repairMisread(email.text ?? wordsAmongFiles(email)), longestText);
  const text = own.trim() === '' && html !== null ? cleanBody(textOfHtml(html), longestText) : own;
  const headers = email.headers.map((header) => ({ name: header.key, value: header.value }));
  const foundNothing = email.text === undefined && html === null && email.attachments.length === 0;
  // A multipart without its boundary, or cut off before its first part: the words lie where no part begins.
  if (foundNothing && readLeniently(raw).body !== '') return { ...partly(raw), headers };
  return { headers, text, html, attachments: attachmentsOf(email, html), reading: 'whole' };
};

/** Old programs send Latin-1 without saying so, which reads as UTF-8 with holes; then a second reading fills them. */
const parse = async (raw: Uint8Array): Promise<Email> => {
  const options = { forceRfc822Attachments: true };
  const email = await PostalMime.parse(raw, options);
  const hasHoles = `${email.text ?? ''}${email.html ?? ''}`.includes('\ufffd');
  return hasHoles ? PostalMime.parse(withWesternLabels(raw), options) : email;
};

const partly = (raw: Uint8Array): Contents => {
  const { headers, body } = readLeniently(raw);
  const original: MailAttachment = {
    name: 'original.eml', type: 'message/rfc822', size: raw.byteLength, contentId: null, inline: false, content: raw,
  };
  return { headers, text: cleanBody(body, longestText), html: null, attachments: [original], reading: 'partly' };
};

const understood = ({ headers, text, html, attachments, reading }: Contents): UnderstoodMail => {
  const value = (name: string): string | undefined => valuesOf(headers, name)[0];
  const addresses = (name: string) => addressesIn(valuesOf(headers, name));
  return {
    messageId: idsIn(value('message-id') ?? '')[0] ?? null,
    inReplyTo: idsIn(value('in-reply-to') ?? '')[0] ?? null,
    references: referencesIn(valuesOf(headers, 'references')),
    from: addresses('from')[0] ?? null,
    replyTo: addresses('reply-to'),
    to: addresses('to'),
    cc: addresses('cc'),
    deliveredTo: deliveredToIn(headers),
    subject: cleanLine(decodeWords(value('subject') ?? ''), longestSubject),
    sentAt: sentAtIn(value('date')),
    text: text.trim() === '' ? '' : text,
    html: html === null ? null : cleanText(html, longestHtml),
    attachments,
    headers: keptHeaders(headers),
    shortened: isShortened(headers) || text.length >= longestText || (html?.length ?? 0) > longestHtml,
    reading,
  };
};
