// Makes likeness-en.json, what was learned about which words of a request say what it is about, from collections whose licences allow it
// (BANKING77: CC BY 4.0; DSTC 11 track 2: CDLA-Permissive 2.0; MultiDoGO: CDLA-Permissive 1.0), none of which ships:
//   node src/voices/understanding/train/make-likeness.ts DATA src/voices/understanding/likeness-en.json [COLLECTION…]
// DATA is the folder that holds feedback/ and conversations/. Naming collections teaches from those only, for a test on what was left out.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeLikeness } from '../likeness.ts';
import { learnLikeness, requestOf, type Course, type Lessons } from './prototypes.ts';
import { tableIn } from './tables.ts';

interface Sorted {
  readonly text: string;
  readonly intent: string;
}

/** What is said in any conversation, whatever it is about, teaches nothing about requests. */
const anyConversation = new Set(['confirmation', 'rejection', 'thankyou', 'openinggreeting', 'closinggreeting', 'contentonly', 'outofdomain', 'intent']);

const bank = (data: string): Sorted[] => tableIn(path.join(data, 'feedback/banking77/train.csv')).map(({ text = '', category = '' }) => ({ text, intent: category }));

/** Every second intent, by name: to teach from one half and test on the other. */
const half = (sorted: readonly Sorted[], odd: 0 | 1): Sorted[] => {
  const names = [...new Set(sorted.map(({ intent }) => intent))].sort();
  return sorted.filter(({ intent }) => names.indexOf(intent) % 2 === odd);
};

const collections: Readonly<Record<string, (data: string) => Sorted[]>> = {
  bank,
  'bank-even': (data) => half(bank(data), 0),
  'bank-odd': (data) => half(bank(data), 1),
  insurance: (data) =>
    readFileSync(path.join(data, 'feedback/dstc11/development-utterances.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { utterance: string; intent: string })
      .map(({ utterance, intent }) => ({ text: utterance, intent })),
  orders: (data) =>
    ['airline', 'fastfood', 'insurance']
      .flatMap((domain) => tableIn(path.join(data, `conversations/multidogo/${domain}-turns.tsv`), '\t'))
      .map(({ utterance = '', intent = '' }) => ({ text: utterance, intent }))
      .filter(({ intent }) => /^[a-z]+$/u.test(intent) && !anyConversation.has(intent)),
};

/** An intent of fewer requests has no middle to speak of. */
const fewest = 8;

const lessonsOf = (sorted: readonly Sorted[]): Lessons => {
  const byIntent = Map.groupBy(
    sorted.map(({ text, intent }) => ({ intent, request: requestOf(text) })).filter(({ request }) => request.length > 0),
    ({ intent }) => intent,
  );
  return [...byIntent.values()].filter((own) => own.length >= fewest).map((own) => own.map(({ request }) => request));
};

const course: Course = { rounds: 1500, intents: 16, requests: 4, sharpness: 12, pace: 0.01, restTurn: 0.002, restBearing: 0.001 };

const [data, out, ...named] = process.argv.slice(2);
if (data === undefined || out === undefined) throw new Error('make-likeness.ts DATA OUT.json [COLLECTION…]');
const chosen = named.length > 0 ? named : ['bank', 'insurance', 'orders'];
const lessons = chosen.map((name) => {
  const collection = collections[name];
  if (collection === undefined) throw new Error(`${name}? There are ${Object.keys(collections).join(', ')}.`);
  return lessonsOf(collection(data));
});
writeFileSync(out, writeLikeness(learnLikeness(lessons, course, (round, loss) => process.stderr.write(`round ${round}: loss ${loss.toFixed(3)}\n`))));
