import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Given } from './command.ts';

const voiceLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** One voice as it stands in a line: its id goes back as it came. */
export type VoiceLine = z.infer<typeof voiceLine>;

export interface VoiceLines {
  readonly voices: readonly VoiceLine[];
  /** Lines that could not be read; each has been named on standard error. */
  readonly bad: number;
}

const voiceIn = (line: string): VoiceLine | string => {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch (error) {
    return `not JSON: ${(error as SyntaxError).message}`;
  }
  const parsed = voiceLine.safeParse(given);
  return parsed.success ? parsed.data : parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ');
};

/** Reads one input to its end. */
const readInto = async (voices: VoiceLine[], input: Readable, refuse: (refusal: { readonly error: string; readonly line?: number }) => void): Promise<void> => {
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      const voice = voiceIn(number === 1 ? line.replace(/^\uFEFF/u, '') : line);
      if (typeof voice === 'string') refuse({ error: voice, line: number });
      else voices.push(voice);
    }
  } catch (error) {
    refuse({ error: `cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}` });
  }
};

/** Every voice of the files named, or of standard input where none is: voices are compared with each other, so all must be there first. */
export const voicesIn = async ({ positionals, say }: Given): Promise<VoiceLines> => {
  const voices: VoiceLine[] = [];
  let bad = 0;
  for (const file of positionals.length === 0 ? ['-'] : positionals) {
    await readInto(voices, file === '-' ? process.stdin : createReadStream(file), (refusal) => {
      bad += 1;
      const words = JSON.stringify({ ...refusal, file });
      say({ it: words, en: words });
    });
  }
  return { voices, bad };
};
