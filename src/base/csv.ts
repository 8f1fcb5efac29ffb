import type { Language } from './texts.ts';

/** What a cell holds. Numbers are written so that a spreadsheet of the reader's language can add them up. */
export type Cell = string | number | null;

/** A spreadsheet takes what begins like this for a formula, and runs it; some look past white space first. */
const startsFormula = /^\s*[=+\-@\t\r]/u;
const isNumber = /^-?\d+(?:[.,]\d+)?$/u;
const needsQuotes = /[",;\r\n]/u;

/** Where the comma stands before the decimals, spreadsheets part the columns with semicolons. */
const marks = { it: { between: ';', decimal: ',' }, en: { between: ',', decimal: '.' } } as const;

const cell = (value: Cell, decimal: ',' | '.'): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', decimal);
  // What customers write ends up here: an apostrophe before it makes it text for good (OWASP, CSV injection).
  const safe = startsFormula.test(value) && !isNumber.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * A table as CSV, as spreadsheets of that language open it: quotes and CRLF as in RFC 4180, columns parted by commas in English and by
 * semicolons in Italian, and a byte order mark, without which UTF-8 is taken for something else and every accent is spoilt. Text that
 * a spreadsheet would run as a formula is made harmless.
 */
export const csvOf = (rows: readonly (readonly Cell[])[], language: Language): string => {
  const { between, decimal } = marks[language];
  return `\uFEFF${rows.map((row) => `${row.map((value) => cell(value, decimal)).join(between)}\r\n`).join('')}`;
};
