import { z } from 'zod';
import { classify } from '#voices/index.ts';
import { exits, type Command } from './command.ts';
import { readJsonLines } from './json-lines.ts';

const written = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  lang: z.string().nullish(),
});

/** `it`, `it-IT`, `en_GB`; another language than ours is found in the words like none at all. */
const languageIn = (lang: string | null | undefined): 'it' | 'en' | undefined => (/^it(?:[-_]|$)/iu.test(lang ?? '') ? 'it' : /^en(?:[-_]|$)/iu.test(lang ?? '') ? 'en' : undefined);

export const voicesClassify: Command = {
  name: 'voices classify',
  operands: '[FILE…]',
  summary: {
    it: 'dice che cosa c’è in un testo (richiesta, difetto, elogio…), come suona e se è un reclamo: righe JSON {id, text, lang}, una riga di risposta ciascuna; senza file, dallo standard input',
    en: 'says what is in a text (request, defect, praise…), how it sounds and whether it is a complaint: lines of JSON {id, text, lang}, one line of answer each; without a file, from standard input',
  },
  options: {},
  run: async (given) => {
    const bad = await readJsonLines(given, written, ({ id, text, lang }) => given.print(JSON.stringify({ id, ...classify(text, languageIn(lang)) })));
    return bad === 0 ? exits.fine : exits.badData;
  },
};
