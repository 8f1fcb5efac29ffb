import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { inspectMail } from '#channels/email/index.ts';
import { BadUsage, exits, type Command } from './command.ts';

/** The bytes of a file, or of standard input for "-"; the system's code where they cannot be read. */
export const bytesOf = async (file: string): Promise<Uint8Array | { unreadable: string }> => {
  try {
    return await (file === '-' ? buffer(process.stdin) : readFile(file));
  } catch (error) {
    return { unreadable: (error as NodeJS.ErrnoException).code ?? (error as Error).message };
  }
};

export const mailInspect: Command = {
  name: 'mail inspect',
  operands: 'FILE…',
  summary: {
    it: 'dice che cosa Presa capisce di un messaggio di posta: una riga JSON per file, "-" per lo standard input',
    en: 'says what Presa makes of a mail: one line of JSON a file, "-" for standard input',
  },
  options: {},
  run: async ({ positionals, print }) => {
    if (positionals.length === 0) throw new BadUsage({ it: 'Indichi almeno un file.', en: 'Name at least one file.' });
    let exit: number = exits.fine;
    for (const file of positionals) {
      const bytes = await bytesOf(file);
      if (bytes instanceof Uint8Array) print(JSON.stringify({ file, ...(await inspectMail(bytes)) }));
      else {
        exit = exits.badData;
        print(JSON.stringify({ file, ok: false, quarantine: `unreadable: ${bytes.unreadable}` }));
      }
    }
    return exit;
  },
};
