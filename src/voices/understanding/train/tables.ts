import { readFileSync } from 'node:fs';

/** The rows of a file of comma- or tab-separated values (RFC 4180) by the names in its first line. */
export const tableIn = (file: string, separator = ','): Record<string, string>[] => {
  const quoted = separator === ',';
  const rows: string[][] = [[]];
  const cell = new RegExp(quoted ? `(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r?\\n|$)` : `()([^${separator}\\n]*)(${separator}|\\n|$)`, 'gu');
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  for (const [whole, inQuotes, plain, end] of text.matchAll(cell)) {
    rows.at(-1)!.push(inQuotes === undefined || (inQuotes === '' && plain !== undefined) ? (plain ?? '') : inQuotes.replaceAll('""', '"'));
    if (end === '' || whole === '') break;
    if (end !== separator) rows.push([]);
  }
  const [names = [], ...lines] = rows;
  return lines.filter((line) => line.length > 1).map((line) => Object.fromEntries(names.map((name, place) => [name, line[place] ?? ''])));
};
