import type { Attachment, Email } from 'postal-mime';

import { decodeBytes } from './charset-repair.ts';
import { cleanLine } from './clean-text.ts';
import type { MailAttachment } from './understood-mail.ts';

const endings: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml', 'text/calendar': 'ics', 'application/ics': 'ics', 'text/plain': 'txt', 'text/html': 'html',
  'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/webp': 'webp', 'text/csv': 'csv',
  'text/rfc822-headers': 'txt', 'message/delivery-status': 'txt', 'application/zip': 'zip', 'application/ms-tnef': 'dat',
};

/** The name of a file as metadata only: no folders, no control characters, bounded, never empty. */
const nameOf = (attachment: Attachment, index: number): string => {
  const own = cleanLine((attachment.filename ?? '').split(/[/\\]/).at(-1) ?? '', 200).replace(/^\.+/, '');
  return own === '' ? `${String(index + 1)}.${endings[attachment.mimeType] ?? 'bin'}` : own;
};

const bytesOf = (content: Attachment['content']): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content instanceof Uint8Array ? content : new Uint8Array(content);

const safelyDecoded = (reference: string): string => {
  try {
    return decodeURIComponent(reference);
  } catch {
    // A stray per cent sign is part of the id as its author wrote it.
    return reference;
  }
};

/** Content ids that the HTML shows by `cid:`, lower case. */
const shownIds = (html: string): Set<string> =>
  new Set([...html.matchAll(/\bcid:([^"'\s>)]{1,500})/gi)].map((match) => safelyDecoded(match[1] ?? '').toLowerCase()));

/** The body of a mail whose content type is broken ("text", "text/enriched"): the parser takes it for a file, people wrote it as words. */
export const wordsAmongFiles = (email: Email): string => {
  const first = email.attachments[0];
  const isBody = email.html === undefined && first !== undefined && first.filename === null && first.disposition !== 'attachment';
  const isWords = /^text(\/(?!calendar|csv|rfc822-headers|directory|x-vcard|vcard)|$)/.test(first?.mimeType ?? '');
  return isBody && isWords ? decodeBytes(bytesOf(first.content)) : '';
};

export const attachmentsOf = (email: Email, html: string | null): MailAttachment[] => {
  const shown = html === null ? new Set<string>() : shownIds(html);
  return email.attachments.map((attachment, index) => {
    const contentId = cleanLine((attachment.contentId ?? '').replace(/[<>]/g, ''), 500) || null;
    const content = bytesOf(attachment.content);
    return {
      name: nameOf(attachment, index),
      type: cleanLine(attachment.mimeType, 200) || 'application/octet-stream',
      size: content.byteLength,
      contentId,
      inline: contentId !== null && shown.has(contentId.toLowerCase()) && attachment.mimeType.startsWith('image/'),
      content,
    };
  });
};
