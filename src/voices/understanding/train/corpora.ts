import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '#base/texts.ts';
import { kindNames } from '../classify.ts';
import { seenIn } from '../features.ts';
import { rowOf, type HeadName } from '../model.ts';
import { framed } from './frames.ts';
import { felt, labelled, type Felt, type Labelled } from './labelled.ts';
import type { Lesson } from './learn.ts';
import { tableIn } from './tables.ts';

/** A share of a set that is always the same, told by the text itself: what teaches never tests. */
export const shareOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash >>> 0) % 1000) / 1000;
};

interface Labels extends Readonly<Partial<Record<HeadName, number>>> {
  readonly weight: number;
  readonly toneWeight?: number;
}

const lesson = (text: string, language: Language, { weight, toneWeight = weight, ...labels }: Labels): Lesson => ({ row: rowOf(seenIn(text, language)), labels, weight, toneWeight });

const feeling = (sentiment: Felt['sentiment']): Pick<Labels, 'good' | 'bad'> => ({ good: sentiment > 0 ? 1 : 0, bad: sentiment < 0 ? 1 : 0 });

const ours = ({ text, lang, sentiment, complaint, kinds }: Labelled, weights: Pick<Labels, 'weight' | 'toneWeight'>): Lesson =>
  lesson(text, lang, {
    ...weights,
    ...feeling(sentiment), complaint,
    ...Object.fromEntries(kindNames.map((kind) => [kind, kinds.includes(kind) ? 1 : 0])),
  });

const ourOwn = (): Lesson[] => [
  ...[...labelled('teach-it'), ...labelled('teach-en')].map((line) => ours(line, { weight: 1 })),
  ...[...felt('feel-it'), ...felt('feel-en')].map(({ text, lang, sentiment }) => lesson(text, lang, { weight: 1, ...feeling(sentiment) })),
  // A frame says what a sentence is for; its feeling is too regular to learn feeling from.
  ...[...framed('it'), ...framed('en')].map((line) => ours(line, { weight: 0.4, toneWeight: 0.03 })),
];

/** Stars are a weak label of the words beside them: three say nothing, one is a complaint. */
const reviews = (data: string): Lesson[] =>
  tableIn(path.join(data, 'feedback/review-replies-firefox-android.csv')).flatMap((row) => {
    const [language, stars, text] = [row['Reviewer Language'], Number(row['Star Rating']), row['Review Text'] ?? ''];
    if ((language !== 'it' && language !== 'en') || stars === 3 || text.length < 8) return [];
    return [lesson(text, language, { good: stars > 3 ? 1 : 0, bad: stars < 3 ? 1 : 0, ...(stars === 2 ? {} : { complaint: stars === 1 ? 1 : 0 }), weight: 0.5, toneWeight: 0.05 })];
  });

/** Sentences of reviews with the feeling towards the feature that they speak of. */
const opinions = (data: string): Lesson[] =>
  tableIn(path.join(data, 'feedback/app-review-features/opinion-ground-truth.csv')).flatMap((row) => {
    const [text, good, bad] = [row['Sentence content'] ?? '', row['Feature (Positive)'] !== '', row['Feature (Negative)'] !== ''];
    if (row['Feature (All Annotated)'] === '' || (good && bad) || shareOf(text) >= teaches) return [];
    return [lesson(text, 'en', { good: good ? 1 : 0, bad: bad ? 1 : 0, weight: 0.5 })];
  });

/** Complaints that reached a public authority. */
const formalComplaints = (data: string): Lesson[] =>
  tableIn(path.join(data, 'feedback/cfpb-complaints-1000.csv'))
    .map(({ narrative = '' }) => narrative)
    .filter((text) => shareOf(text) < teaches)
    .map((text) => lesson(text, 'en', { good: 0, bad: 1, complaint: 1, feature_request: 0, praise: 0, weight: 0.3, toneWeight: 0.15 }));

/** What customers say while they order, book and change: requests without any displeasure, and thanks. */
const plainRequests = (data: string): Lesson[] => {
  const turns = ['airline', 'insurance', 'fastfood'].flatMap((domain) => tableIn(path.join(data, `conversations/multidogo/${domain}-turns.tsv`), '\t'));
  const said = turns
    .filter(({ utteranceId = '', intent = '' }) => shareOf(utteranceId) < 0.06 && !(/thank/u.test(intent) && /,|<div>/u.test(intent)))
    .map(({ utterance = '', intent = '' }) => lesson(utterance, 'en', { good: /thank/u.test(intent) ? 1 : 0, bad: 0, complaint: 0, feature_request: 0, leaving_risk: 0, weight: 0.3, toneWeight: 0.15 }));
  const asked = readFileSync(path.join(data, 'feedback/dstc11/development-utterances.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { utterance: string }).utterance)
    .filter((text) => shareOf(text) < teaches)
    .map((text) => lesson(text, 'en', { good: 0, bad: 0, complaint: 0, feature_request: 0, weight: 0.3, toneWeight: 0.15 }));
  return [...said, ...asked];
};

/** The part of each public set that teaches. */
export const teaches = 0.3;

/** Everything that may teach what ships: our own sentences, and sets whose licence allows it (docs/voices.md names them). */
export const allLessons = (data: string): Lesson[] => [...ourOwn(), ...reviews(data), ...opinions(data), ...formalComplaints(data), ...plainRequests(data)];
