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

const feltLine = labelledLine.pick({ text: true, lang: true, sentiment: true });

export type Felt = z.infer<typeof feltLine>;

const linesOf = (name: string): unknown[] =>
  readFileSync(new URL(`../labelled/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

/** Our own sentences, invented and labelled by hand: `teach-it` taught the shipped weights, `test-it` never did. */
export const labelled = (name: 'teach-it' | 'teach-en' | 'test-it' | 'test-en'): Labelled[] => linesOf(name).map((line) => labelledLine.parse(line));

/** Our own sentences that teach feeling only: what else they say was not asked. */
export const felt = (name: 'feel-it' | 'feel-en'): Felt[] => linesOf(name).map((line) => feltLine.parse(line));

const marked = z.object({
  reviews: z.object({ read: z.array(z.tuple([z.int(), z.int()])), requests: z.array(z.int()), unclear: z.array(z.int()) }),
  issues: z.object({ requests: z.array(z.string()), others: z.array(z.string()) }),
});

/** Which lines of two public sets ask for something that is not there; only their numbers are ours. */
export const readRequests = (): z.infer<typeof marked> => marked.parse(JSON.parse(readFileSync(new URL('../labelled/requests.json', import.meta.url), 'utf8')));
