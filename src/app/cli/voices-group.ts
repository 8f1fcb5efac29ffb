import { groupTexts, mergePairs } from '#voices/index.ts';
import { exits, type Command } from './command.ts';
import { voicesIn } from './voices-lines.ts';

const threeDigits = (score: number): number => Math.round(score * 1000) / 1000;

export const voicesGroup: Command = {
  name: 'voices group',
  operands: '[FILE…]',
  summary: {
    it: 'raggruppa quello che dicono i clienti: righe JSON {id, text}, una riga {id, group} ciascuna; senza file, dallo standard input',
    en: 'groups what customers say: lines of JSON {id, text}, one line {id, group} each; without a file, from standard input',
  },
  options: {
    suggest: { type: 'boolean', words: { it: 'stampa invece le coppie da riunire: {a, b, score}, le più sicure per prime', en: 'prints the pairs to be merged instead: {a, b, score}, the surest first' } },
  },
  run: async (given) => {
    const { voices, bad } = await voicesIn(given);
    // Inside, a voice is known by its place in the file: ids may be numbers, or stand there twice.
    const texts = voices.map(({ text }, place) => ({ id: String(place), text }));
    const idOf = (place: string): string | number => voices[Number(place)]!.id;
    if (given.values['suggest'] === true) {
      for (const { a, b, score } of mergePairs(texts)) given.print(JSON.stringify({ a: idOf(a), b: idOf(b), score: threeDigits(score) }));
    } else for (const { id, group } of groupTexts(texts)) given.print(JSON.stringify({ id: idOf(id), group }));
    return bad === 0 ? exits.fine : exits.badData;
  },
};
