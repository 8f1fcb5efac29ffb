import { evaluateUnderstanding } from '#voices/index.ts';
import { BadUsage, exits, type Command } from './command.ts';

export const voicesEvaluate: Command = {
  name: 'voices evaluate',
  operands: '',
  summary: { it: 'misura la comprensione dei testi su insiemi etichettati', en: 'measures the understanding of texts on labelled sets' },
  options: { data: { type: 'string', value: 'DIR', words: { it: 'la cartella con feedback/ e conversations/', en: 'the folder with feedback/ and conversations/' } } },
  run: async ({ values, print, say }) => {
    const { data } = values;
    if (typeof data !== 'string') throw new BadUsage({ it: 'Serve --data: la cartella degli insiemi.', en: '--data is needed: the folder of the sets.' });
    try {
      for (const [name, figure] of Object.entries(evaluateUnderstanding(data))) print(JSON.stringify({ name, ...figure }));
      return exits.fine;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      say({ it: `Il file non si legge: ${(error as Error).message}`, en: `The file cannot be read: ${(error as Error).message}` });
      return exits.badData;
    }
  },
};
