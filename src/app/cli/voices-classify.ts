import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { classify } from '#voices/index.ts';
import { exits, type Command, type Given } from './command.ts';

const written = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  lang: z.string().nullish(),
});

/** `it`, `it-IT`, `en_GB`; another language than ours is found in the words like none at all. */
const languageIn = (lang: string | null | undefined): 'it' | 'en' | undefined => (/^it(?:[-_]|$)/iu.test(lang ?? '') ? 'it' : /^en(?:[-_]|$)/iu.test(lang ?? '') ? 'en' : undefined);

type Answer = { readonly found: object } | { readonly error: string };

const answerTo = (line: string): Answer => {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch (error) {
    return { error: `not JSON: ${(error as SyntaxError).message}` };
  }
  const parsed = written.safeParse(given);
  if (!parsed.success) return { error: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ') };
  const { id, text, lang } = parsed.data;
  return { found: { id, ...classify(text, languageIn(lang)) } };
};

/** Line by line, so that a pipe sees each answer as it is there. Returns how many lines could not be read. */
const answerAll = async (file: string, input: Readable, { print, say }: Given): Promise<number> => {
  const refuse = (refusal: object): void => say({ it: JSON.stringify(refusal), en: JSON.stringify(refusal) });
  let [number, bad] = [0, 0];
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      const answer = answerTo(line.replace(/^\uFEFF/u, ''));
      if ('found' in answer) print(JSON.stringify(answer.found));
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

export const voicesClassify: Command = {
  name: 'voices classify',
  operands: '[FILE…]',
  summary: {
    it: 'dice che cosa c’è in un testo (richiesta, difetto, elogio…), come suona e se è un reclamo: righe JSON {id, text, lang}, una riga di risposta ciascuna; senza file, dallo standard input',
    en: 'says what is in a text (request, defect, praise…), how it sounds and whether it is a complaint: lines of JSON {id, text, lang}, one line of answer each; without a file, from standard input',
  },
  options: {},
  run: async (given) => {
    let bad = 0;
    for (const file of given.positionals.length === 0 ? ['-'] : given.positionals) bad += await answerAll(file, file === '-' ? process.stdin : createReadStream(file), given);
    return bad === 0 ? exits.fine : exits.badData;
  },
};
