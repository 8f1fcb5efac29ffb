import { writeFile } from 'node:fs/promises';
import { trainUnderstanding } from '#voices/index.ts';
import { BadUsage, exits, type Command } from './command.ts';

export const voicesTrain: Command = {
  name: 'voices train',
  operands: '',
  summary: { it: 'addestra la comprensione dei testi sui dati che lo permettono', en: 'trains the understanding of texts on the data that may be used for it' },
  options: {
    data: { type: 'string', value: 'DIR', words: { it: 'la cartella con feedback/ e conversations/', en: 'the folder with feedback/ and conversations/' } },
    out: { type: 'string', value: 'FILE', words: { it: 'dove scrivere i pesi', en: 'where to write the weights' } },
  },
  run: async ({ values, print, say }) => {
    const [data, out] = [values['data'], values['out']];
    if (typeof data !== 'string' || typeof out !== 'string') throw new BadUsage({ it: 'Servono --data e --out.', en: 'Both --data and --out are needed.' });
    try {
      const { file, lessons } = trainUnderstanding(data);
      await writeFile(out, file);
      print(JSON.stringify({ lessons, bytes: file.length }));
      return exits.fine;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      say({ it: `Il file non si legge: ${(error as Error).message}`, en: `The file cannot be read: ${(error as Error).message}` });
      return exits.badData;
    }
  },
};
