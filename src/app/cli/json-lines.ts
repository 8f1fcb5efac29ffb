import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Given } from './command.ts';

/** Why a line cannot be used. */
interface BadLine {
  readonly error: string;
}

const jsonLine = <Shape extends z.ZodType>(line: string, shape: Shape): { readonly data: z.output<Shape> } | BadLine => {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch (error) {
    return { error: `not JSON: ${(error as SyntaxError).message}` };
  }
  const parsed = shape.safeParse(given);
  return parsed.success ? { data: parsed.data } : { error: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ') };
};

const readOne = async <Shape extends z.ZodType>(input: Readable, shape: Shape, { take, refuse }: { take: (data: z.output<Shape>) => void; refuse: (refusal: BadLine & { readonly line?: number }) => void }): Promise<void> => {
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      const read = jsonLine(number === 1 ? line.replace(/^\uFEFF/u, '') : line, shape);
      if ('data' in read) take(read.data);
      else refuse({ error: read.error, line: number });
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Without a code it is no file that fails, but whoever takes the lines.
    if (code === undefined) throw error;
    refuse({ error: `cannot be read: ${code}` });
  }
};

/**
 * Reads lines of JSON from the files named, or from standard input where none is, and hands each on as it comes, so that a pipe sees its
 * answer as it is there. What cannot be read is named on standard error, with its file and line, and keeps no other from being read.
 * Returns how many could not.
 */
export const readJsonLines = async <Shape extends z.ZodType>({ positionals, say }: Given, shape: Shape, take: (data: z.output<Shape>) => void): Promise<number> => {
  let bad = 0;
  for (const file of positionals.length === 0 ? ['-'] : positionals) {
    await readOne(file === '-' ? process.stdin : createReadStream(file), shape, {
      take,
      refuse: ({ error, line }) => {
        bad += 1;
        const words = JSON.stringify({ error, file, ...(line !== undefined && { line }) });
        say({ it: words, en: words });
      },
    });
  }
  return bad;
};
