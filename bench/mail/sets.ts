import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One message of the corpus, with what others read in it. */
export interface Sample {
  /** `flanker/bounce/zed.eml` */
  readonly name: string;
  readonly raw: Buffer;
  /** Sender and subject as another program reads them; undefined where nobody did. */
  readonly oracle: Oracle | undefined;
}

export interface Oracle {
  readonly from: string;
  readonly subject: string;
}

interface OracleRow {
  readonly file: string;
  readonly from?: string;
  readonly subject?: string;
}

const rowsOf = async <Row>(path: string): Promise<Row[]> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Row[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

const isMail = (file: string): boolean => !/\.json$|LICENSE|COPYING|README/u.test(file);
/** These hold the words of a mail without its headers. */
const bodiesOnly = new Set(['reply-trimmer', 'reply-github']);

const headed = (type: 'plain' | 'html'): Buffer =>
  Buffer.from(`From: Somebody <somebody@example.net>\r\nTo: help@example.org\r\nSubject: Re: A question\r\nMIME-Version: 1.0\r\nContent-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`);
/** What is a body alone gets the plainest headers that a mail can have. */
const asMail = (set: string, file: string, bytes: Buffer): Buffer => {
  if (file.endsWith('.html')) return Buffer.concat([headed('html'), bytes]);
  return bodiesOnly.has(set) ? Buffer.concat([headed('plain'), bytes]) : bytes;
};

/** Every message below `folder`, set by set, in the order of their names. */
export const samplesIn = async (folder: string): Promise<Sample[]> => {
  const samples: Sample[] = [];
  for (const set of (await readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory()).map(({ name }) => name).toSorted()) {
    const rows = [...(await rowsOf<OracleRow>(join(folder, set, 'oracle.json'))), ...(set === 'stalwart' ? await rowsOf<OracleRow>(join(folder, set, 'expected.json')) : [])];
    const read = new Map(rows.map((row) => [row.file, row]));
    const files = await readdir(join(folder, set), { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile() && isMail(one.name)).map((one) => join(one.parentPath, one.name)).toSorted()) {
      const inSet = file.slice(join(folder, set).length + 1);
      const bytes = await readFile(file);
      const row = read.get(inSet);
      samples.push({ name: `${set}/${inSet}`, raw: asMail(set, file, bytes), oracle: row === undefined ? undefined : { from: row.from ?? '', subject: row.subject ?? '' } });
    }
  }
  return samples;
};

export interface ExpectedBounce {
  readonly file: string;
  readonly isBounce: boolean;
  readonly isAutoReply: boolean;
  readonly isFeedbackLoop: boolean;
  readonly recipients: readonly { readonly reason: string }[];
}
export const expectedBounces = (folder: string): Promise<ExpectedBounce[]> => rowsOf(join(folder, 'bounces-sisimai/expected.json'));

export interface ExpectedReply {
  readonly file: string;
  readonly replyText: string;
  readonly kind?: string;
}
export const expectedReplies = (folder: string, set: string): Promise<ExpectedReply[]> => rowsOf(join(folder, set, 'expected.json'));

export interface ExpectedPec {
  readonly file: string;
  readonly xRicevuta: string | null;
  readonly riferimentoMessageId: string | null;
  readonly daticert: { readonly oggetto: string; readonly giorno: string; readonly ora: string };
}
export const expectedPec = (folder: string): Promise<ExpectedPec[]> => rowsOf(join(folder, 'pec/expected.json'));
