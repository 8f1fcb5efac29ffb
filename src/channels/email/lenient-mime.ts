import { decodeWords } from 'postal-mime';

import { decodeBytes } from './charset-repair.ts';
import type { MailHeader } from './understood-mail.ts';

const longestHead = 262_144;
const longestBody = 1_000_000;

/**
 * Head and body of a mail whose MIME structure cannot be read (thousands of nested parts, megabytes of headers). Reads only what
 * any line-oriented reader would, so it cannot fail; the caller attaches the original.
 */
export const readLeniently = (raw: Uint8Array): { headers: MailHeader[]; body: string } => {
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const blanks = [mail.indexOf('\r\n\r\n'), mail.indexOf('\n\n')].filter((index) => index >= 0);
  const end = blanks.length > 0 ? Math.min(...blanks) : mail.byteLength;
  const head = decodeBytes(mail.subarray(0, Math.min(end, longestHead)));
  return { headers: unfold(head), body: decodeBytes(mail.subarray(end, end + longestBody)).trim() };
};

const unfold = (head: string): MailHeader[] => {
  const headers: { name: string; lines: string[] }[] = [];
  for (const line of head.split(/\r?\n/)) {
    const match = /^([!-9;-~]{1,100}):/.exec(line);
    if (match?.[1] !== undefined) headers.push({ name: match[1].toLowerCase(), lines: [line.slice(match[0].length)] });
    else if (/^[ \t]/.test(line)) headers.at(-1)?.lines.push(line);
  }
  return headers.map(({ name, lines }) => ({ name, value: decodeWords(lines.join(' ').trim()) }));
};
