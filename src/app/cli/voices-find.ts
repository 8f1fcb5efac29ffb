import { rank } from '#voices/index.ts';
import { BadUsage, exits, type Command } from './command.ts';
import { voicesIn } from './voices-lines.ts';

export const voicesFind: Command = {
  name: 'voices find',
  operands: '[FILE…]',
  summary: {
    it: 'mette in ordine quello che dicono i clienti per quanto riguarda un argomento: righe JSON {id, text}, una riga {id, score} ciascuna, la più vicina per prima',
    en: 'ranks what customers say by how much it is about something: lines of JSON {id, text}, one line {id, score} each, the nearest first',
  },
  options: {
    query: { type: 'string', value: 'TEXT', words: { it: 'di che cosa si parla, in parole proprie: «cavo più lungo»', en: 'what it is about, in your own words: “longer cable”' } },
  },
  run: async (given) => {
    const query = String(given.values['query'] ?? '').trim();
    if (query === '') throw new BadUsage({ it: 'Scriva con --query che cosa cercare.', en: 'Say with --query what to look for.' });
    const { voices, bad } = await voicesIn(given);
    for (const { id, score } of rank(query, voices.map(({ text }, place) => ({ id: String(place), text })))) {
      given.print(JSON.stringify({ id: voices[Number(id)]!.id, score: Math.round(score * 1000) / 1000 }));
    }
    return bad === 0 ? exits.fine : exits.badData;
  },
};
