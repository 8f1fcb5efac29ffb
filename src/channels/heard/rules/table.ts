/**
 * What stands in a file that somebody exported from a review site: which letters it is written in, what parts its columns, and its
 * rows. Spreadsheets of three systems and two decades write this differently and say nothing about it, so all of it is found out from
 * the bytes, shown to whoever loads the file, and changed by them where it was read wrongly.
 */
export const charsets = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Charset = (typeof charsets)[number];

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** `lines`: one JSON object on each. */
export type Format = 'columns' | 'lines';

export interface Table {
  readonly columns: readonly string[];
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly string[])[];
}

/** More columns than this are no export of reviews, and a preview nobody could read. */
export const mostColumns = 60;
const looksAt = 20_000;

/** Is it a spreadsheet's own file (a ZIP, or the older OLE), which is no text at all? */
export const isSpreadsheet = (bytes: Uint8Array): boolean => {
  const begins = (...first: number[]): boolean => first.every((one, at) => bytes[at] === one);
  return begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0);
};

/** In which letters it is written: by its mark, by the zeros of UTF-16, by whether it is UTF-8 throughout; what is none of these was written by an older Windows. */
export const charsetOf = (bytes: Uint8Array): Charset => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, looksAt);
  const zeros = (from: number): number => head.filter((byte, at) => at % 2 === from && byte === 0).length;
  // Every second byte of plain words in UTF-16 is zero, and none in anything else.
  if (head.length > 1 && zeros(1) > head.length / 5) return 'utf-16le';
  if (head.length > 1 && zeros(0) > head.length / 5) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
};

/** The words of the file, without its mark. */
export const wordsOf = (bytes: Uint8Array, charset: Charset): string => new TextDecoder(charset).decode(bytes).replaceAll('\u0000', '');

export const formatOf = (words: string): Format => (/^\s*\{/u.test(words) ? 'lines' : 'columns');

/** The separator with which the first lines fall into equally many columns, and the most of them; a comma where none does. */
export const separatorOf = (words: string): Separator => {
  const head = words.slice(0, looksAt);
  const scored = separators.map((separator) => {
    const [first = [], ...others] = cellsOf(head, separator, 12);
    const like = others.filter((row) => row.length === first.length).length;
    return { separator, score: first.length < 2 ? 0 : first.length * (1 + like) };
  });
  return scored.toSorted((one, other) => other.score - one.score)[0]!.separator;
};

/** Rows and cells by RFC 4180: quotes hold separators and line breaks, two quotes are one. */
const cellsOf = (words: string, separator: Separator, most = Number.POSITIVE_INFINITY): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let from = 0;
  const end = (): void => {
    if (row.some((cell) => cell.trim() !== '')) rows.push(row);
    row = [];
  };
  while (from < words.length && rows.length < most) {
    const { cell, next } = words[from] === '"' ? quotedCell(words, from, separator) : plainCell(words, from, separator);
    row.push(cell);
    if (words[next] === separator) {
      from = next + 1;
      // A separator at the very end opens one more cell, which is empty.
      if (from === words.length) row.push('');
    } else {
      end();
      from = next + (words.startsWith('\r\n', next) ? 2 : 1);
    }
  }
  end();
  return rows;
};

const plainCell = (words: string, from: number, separator: Separator): { cell: string; next: number } => {
  let next = from;
  while (next < words.length && words[next] !== separator && words[next] !== '\n' && words[next] !== '\r') next += 1;
  return { cell: words.slice(from, next), next };
};

const quotedCell = (words: string, from: number, separator: Separator): { cell: string; next: number } => {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const quote = words.indexOf('"', at);
    // Nobody closed it: the rest of the file is the cell, which its reader will see.
    if (quote === -1) return { cell: cell + words.slice(at), next: words.length };
    cell += words.slice(at, quote);
    if (words[quote + 1] !== '"') {
      const rest = plainCell(words, quote + 1, separator);
      return { cell: cell + rest.cell.trim(), next: rest.next };
    }
    cell += '"';
    at = quote + 2;
  }
};

/** The headings and rows of a file with columns. A heading that is missing or there twice gets a number, so that each can be chosen. */
const tableOfColumns = (words: string, separator: Separator): Table => {
  const [head = [], ...rows] = cellsOf(words, separator);
  const columns = head.slice(0, mostColumns).map((name, at) => {
    const called = name.trim();
    return called === '' || head.findIndex((other) => other.trim() === called) < at ? `${called} ${at + 1}`.trim() : called;
  });
  return { columns, rows: rows.map((row) => columns.map((_, at) => (row[at] ?? '').trim())) };
};

/** The column in which a line stands that is no JSON object: it is refused with its words, not lost. */
export const unreadable = '\u0000';

const flat = (value: object, before = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, one]: [string, unknown]): [string, string][] => {
    const name = before + key;
    if (typeof one === 'object' && one !== null && !Array.isArray(one)) return flat(one, `${name}.`);
    return [[name, one === null || one === undefined ? '' : typeof one === 'string' ? one.trim() : JSON.stringify(one)]];
  });

const lineOf = (line: string): Map<string, string> => {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return new Map(flat(value));
  } catch {
    // Said of the row itself, as what became of it.
  }
  return new Map([[unreadable, line.trim()]]);
};

const tableOfLines = (words: string): Table => {
  const lines = words.split(/\r?\n/u).filter((line) => line.trim() !== '').map(lineOf);
  const columns = [...new Set(lines.flatMap((line) => [...line.keys()]))].slice(0, mostColumns);
  return { columns, rows: lines.map((line) => columns.map((column) => line.get(column) ?? '')) };
};

/** The table in the words of a file. */
export const tableOf = (words: string, { format, separator }: { readonly format: Format; readonly separator: Separator }): Table =>
  format === 'lines' ? tableOfLines(words) : tableOfColumns(words, separator);
