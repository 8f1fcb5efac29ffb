import { z } from 'zod';
import { firstShowing } from '#calendar/rules/zone.ts';
import { findPromises } from '#promises/rules.ts';
import { exits, type Command } from './command.ts';
import { readJsonLines } from './json-lines.ts';

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // Intl throws where it knows no such zone; that is the answer.
    return false;
  }
};

const written = z.object({
  text: z.string(),
  // The rules read both languages at once, since agents mix them; the field says that nothing else is read.
  lang: z.string().regex(/^(?:it|en)(?:[-_]|$)/iu, 'it or en').optional(),
  sentAt: z.iso.datetime({ offset: true, local: true }),
  timeZone: z.string().refine(isTimeZone, 'not a time zone of the IANA database'),
});

/** A time without an offset is what the clock on the wall of the time zone showed. */
const instantOf = (sentAt: string, timeZone: string): Date =>
  /(?:Z|[+-]\d{2}:?\d{2})$/iu.test(sentAt) ? new Date(sentAt) : new Date(firstShowing(timeZone, Date.parse(`${sentAt}Z`)));

const promisesIn = ({ text, sentAt, timeZone }: z.output<typeof written>): readonly object[] =>
  findPromises(text, { now: instantOf(sentAt, timeZone), timeZone }).map(({ words, due, vague }) => ({ words, due: due?.toISOString() ?? null, vague }));

export const promisesFind: Command = {
  name: 'promises find',
  operands: '[FILE…]',
  summary: {
    it: 'trova le promesse in quello che scrivono gli operatori: righe JSON {text, lang, sentAt, timeZone}, una riga di risposta ciascuna; senza file, dallo standard input',
    en: 'finds the promises in what agents write: lines of JSON {text, lang, sentAt, timeZone}, one line of answer each; without a file, from standard input',
  },
  options: {},
  run: async (given) => {
    const bad = await readJsonLines(given, written, (line) => given.print(JSON.stringify({ promises: promisesIn(line) })));
    return bad === 0 ? exits.fine : exits.badData;
  },
};
