/** What a cell holds. Numbers are written plainly, so that a spreadsheet can add them up. */
export type Cell = string | number | null;

/** A spreadsheet takes what begins like this for a formula, and runs it. */
const startsFormula = /^[=+\-@\t\r]/u;
const needsQuotes = /[",\r\n]/u;

const cell = (value: Cell): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // What customers write ends up here: an apostrophe before it makes it text for good (OWASP, CSV injection).
  const safe = startsFormula.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * A table as CSV: commas, quotes and CRLF as in RFC 4180, and a byte order mark, without which spreadsheets take UTF-8 for something
 * else and spoil every accent. Text that a spreadsheet would run as a formula is made harmless.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string => `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
