import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { kindNames } from '../classify.ts';

const labelledLine = z.object({
  text: z.string(),
  lang: z.enum(['it', 'en']),
  sentiment: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  complaint: z.union([z.literal(0), z.literal(1)]),
  kinds: z.array(z.enum(kindNames)),
});

export type Labelled = z.infer<typeof labelledLine>;

/** Our own sentences, invented and labelled by hand: `teach-it` taught the shipped weights, `test-it` never did. */
export const labelled = (name: 'teach-it' | 'teach-en' | 'test-it' | 'test-en'): Labelled[] =>
  readFileSync(new URL(`../labelled/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => labelledLine.parse(JSON.parse(line)));

const marked = z.object({
  reviews: z.object({ read: z.array(z.tuple([z.int(), z.int()])), requests: z.array(z.int()), unclear: z.array(z.int()) }),
  issues: z.object({ requests: z.array(z.string()), others: z.array(z.string()) }),
});

/** Which lines of two public sets ask for something that is not there; only their numbers are ours. */
export const readRequests = (): z.infer<typeof marked> => marked.parse(JSON.parse(readFileSync(new URL('../labelled/requests.json', import.meta.url), 'utf8')));
