import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { firstShowing } from '#calendar/rules/zone.ts';
import { findPromises } from '#promises/rules.ts';
import { exits, type Command, type Given } from './command.ts';

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

type Answer = { readonly promises: readonly object[] } | { readonly error: string };

const answerTo = (line: string): Answer => {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch (error) {
    return { error: `not JSON: ${(error as SyntaxError).message}` };
  }
  const parsed = written.safeParse(given);
  if (!parsed.success) return { error: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ') };
  const { text, sentAt, timeZone } = parsed.data;
  return { promises: findPromises(text, { now: instantOf(sentAt, timeZone), timeZone }).map(({ words, due, vague }) => ({ words, due: due?.toISOString() ?? null, vague })) };
};

/** Answers line by line, so that a pipe sees each answer as it is there. Returns how many lines could not be read. */
const answerAll = async (file: string, input: Readable, { print, say }: Given): Promise<number> => {
  const refuse = (refusal: object): void => say({ it: JSON.stringify(refusal), en: JSON.stringify(refusal) });
  let [number, bad] = [0, 0];
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      const answer = answerTo(number === 1 ? line.replace(/^\uFEFF/u, '') : line);
      if ('promises' in answer) print(JSON.stringify(answer));
      else {
        bad += 1;
        refuse({ error: answer.error, file, line: number });
      }
    }
  } catch (error) {
    bad += 1;
    refuse({ error: `cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`, file });
  }
  return bad;
};

export const promisesFind: Command = {
  name: 'promises find',
  operands: '[FILE…]',
  summary: {
    it: 'trova le promesse in quello che scrivono gli operatori: righe JSON {text, lang, sentAt, timeZone}, una riga di risposta ciascuna; senza file, dallo standard input',
    en: 'finds the promises in what agents write: lines of JSON {text, lang, sentAt, timeZone}, one line of answer each; without a file, from standard input',
  },
  options: {},
  run: async (given) => {
    let bad = 0;
    for (const file of given.positionals.length === 0 ? ['-'] : given.positionals) bad += await answerAll(file, file === '-' ? process.stdin : createReadStream(file), given);
    return bad === 0 ? exits.fine : exits.badData;
  },
};
