import { decodeWords } from 'postal-mime';
import { cleanLine } from '../clean-text.ts';
import { addressesIn } from '../mail-headers.ts';
import type { MailAddress } from '../understood-mail.ts';

/** From whom and about what, as it reads in a list; null where the mail does not say. */
export interface HeadLines {
  readonly sender: string | null;
  readonly subject: string | null;
}

const longest = 300;
/** Headers longer than this are no headers any more. */
const farEnough = 64_000;

export const headLinesOf = (from: MailAddress | null, subject: string): HeadLines => {
  const sender = from === null ? '' : from.name === '' ? from.address : `${from.name} <${from.address}>`;
  return { sender: cleanLine(sender, longest) || null, subject: cleanLine(subject, longest) || null };
};

/**
 * The same two lines out of bytes that could not be read as a mail, so that whoever looks at the quarantine knows whom to write to.
 * Takes what looks like a header, wherever it stands near the beginning, and believes nothing.
 */
export const headLinesIn = (raw: Buffer): HeadLines => {
  const head = raw.subarray(0, farEnough).toString('latin1').replaceAll('\r\n', '\n').replaceAll(/\n[ \t]+/gu, ' ');
  const valueOf = (name: string): string => {
    const found = new RegExp(`(?:^|\\n)${name}:(?<value>[^\\n]{0,2000})`, 'iu').exec(head)?.groups?.['value'] ?? '';
    // Headers ought to be ASCII; those that are not are UTF-8 these days, more often than anything else.
    return Buffer.from(found, 'latin1').toString('utf8').trim();
  };
  const from = valueOf('from');
  const [address] = addressesIn([from]);
  return address === undefined
    ? { sender: cleanLine(decodeWords(from), longest) || null, subject: cleanLine(decodeWords(valueOf('subject')), longest) || null }
    : headLinesOf(address, decodeWords(valueOf('subject')));
};
