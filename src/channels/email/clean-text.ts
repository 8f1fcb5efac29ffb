/** Text that PostgreSQL takes and that stays within `limit` UTF-16 units: no NUL, no half of a surrogate pair. */
export const cleanText = (text: string, limit: number): string => {
  const bounded = text.length > limit ? text.slice(0, limit) : text;
  return bounded.replaceAll('\0', '').toWellFormed();
};

const lineBreaks = /\r\n?/g;
/** The controls that are no white space, and the marks that turn the reading direction: they disguise names of files and people. */
// oxlint-disable-next-line no-control-regex -- removing control characters is what this is for
const disguises = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** As `cleanText`, with line feeds alone as line breaks. */
export const cleanBody = (text: string, limit: number): string => cleanText(text, limit).replace(lineBreaks, '\n');

/** As `cleanText`, on one line, without control characters and without marks that turn the reading direction. */
export const cleanLine = (text: string, limit: number): string =>
  cleanText(text, limit * 4).replace(disguises, '').split(/\s+/).filter(Boolean).join(' ').slice(0, limit).toWellFormed();
