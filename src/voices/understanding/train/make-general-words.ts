// Makes lexicon/general-en.txt, the judging words of general English, from the word list of VADER (Hutto and Gilbert 2014, MIT; taken
// from the package vader-sentiment 1.1.3, Apache-2.0: `npm pack vader-sentiment@1.1.3`, file vader_lexicon.txt):
//   node src/voices/understanding/train/make-general-words.ts vader_lexicon.txt src/voices/understanding/lexicon/general-en.txt
import { readFileSync, writeFileSync } from 'node:fs';

/** Below this, the people who were asked did not agree that the word judges at all. */
const faintest = 0.8;
/** VADER weighs from -4 to 4; our lists from -3 to 3. */
const scale = 0.8;

/** Names for people that are only insults: what they say of a service the words around them say as well, and nobody should have to read them here. */
const insults = /^(?:n[i]gger|f[a]ggots?|f[a]gs?|ret[a]rd(?:ed)?|t[a]rd|sh[y]lock|d[y]ke|tw[a]t)$/u;

const [source, target] = process.argv.slice(2);
if (source === undefined || target === undefined) throw new Error('make-general-words.ts vader_lexicon.txt OUT.txt');
const byWeight = new Map<number, string[]>();
for (const line of readFileSync(source, 'utf8').split('\n')) {
  const [word = '', weight = ''] = line.split('\t');
  if (!/^[a-z]{3,}(?:[-'][a-z]+)*$/u.test(word) || Math.abs(Number(weight)) < faintest || insults.test(word)) continue;
  const level = Math.round(Number(weight) * scale * 2) / 2;
  byWeight.set(level, [...(byWeight.get(level) ?? []), word]);
}
writeFileSync(target, [...byWeight].sort(([one], [other]) => one - other).map(([level, words]) => `${level}\t${words.join(' ')}\n`).join(''));
