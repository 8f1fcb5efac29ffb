import { z } from 'zod';
import type { Given } from './command.ts';
import { readJsonLines } from './json-lines.ts';

const voiceLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** One voice as it stands in a line: its id goes back as it came. */
export type VoiceLine = z.infer<typeof voiceLine>;

interface VoiceLines {
  readonly voices: readonly VoiceLine[];
  /** Lines that could not be read; each has been named on standard error. */
  readonly bad: number;
}

/** Every voice of the files named, or of standard input where none is: voices are compared with each other, so all must be there first. */
export const voicesIn = async (given: Given): Promise<VoiceLines> => {
  const voices: VoiceLine[] = [];
  const bad = await readJsonLines(given, voiceLine, (voice) => voices.push(voice));
  return { voices, bad };
};
