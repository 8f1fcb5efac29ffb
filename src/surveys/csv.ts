/** What a spreadsheet would take for a formula is told to be text: a customer's words must not reckon on whoever opens the table. */
const harmless = (value: string): string => (/^[\s]*[=+\-@\t\r]/u.test(value) && !/^-?\d+(?:[.,]\d+)?$/u.test(value) ? `'${value}` : value);

const cell = (value: string | number | null): string => `"${harmless(value === null ? '' : String(value)).replaceAll('"', '""')}"`;

/** A table as spreadsheets read it everywhere: quoted, with semicolons as Italian ones expect, and marked as UTF-8. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string => `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
