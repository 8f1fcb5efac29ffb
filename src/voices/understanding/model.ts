import { numberNames, type Seen } from './features.ts';
import { meaningOf, meaningWidth } from './meaning.ts';

/** What the model says of a text; each is a logistic regression of its own. */
export const headNames = ['good', 'bad', 'complaint', 'feature_request', 'frustration', 'suggestion', 'idea', 'defect', 'praise', 'leaving_risk', 'question'] as const;
export type HeadName = (typeof headNames)[number];

/** Words and pairs of neighbours fall into so many boxes: a box that two words share is rare enough, and the file stays small. */
const boxes = 1 << 15;

/** Once for what a text is, learned from both languages together, and once for how it feels, by language: there a link or an exclamation mark weighs differently. */
const countedBy = { both: 0, en: numberNames.length, it: 2 * numberNames.length } as const;
const counted = 3 * numberNames.length;

/** Where each kind of column begins: what was counted, what the words mean, the words themselves, the constant. */
export const blocks = { numbers: 0, meaning: counted, words: counted + meaningWidth, constant: counted + meaningWidth + boxes } as const;

export const columnCount = blocks.constant + 1;

/** Whether a head says how a text feels; it weighs what was counted by language, the others weigh it in both. */
export const isTone = (head: HeadName): boolean => head === 'good' || head === 'bad';

export const weighs = (head: HeadName, column: number): boolean => column >= blocks.meaning || isTone(head) === column >= countedBy.en;

/** The endings of an Italian word say who and how many, its beginning what. */
const stemLength = 5;

const boxIn = (hash: number): number => ((hash >>> 0) ^ (hash >>> 15)) & (boxes - 1);

/** FNV-1a, folded to the number of boxes; pieces of another kind or language start from another seed. */
const boxOf = (piece: string, seed: number): number => {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < piece.length; at += 1) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193);
  return boxIn(hash);
};

const seeds = { it: { word: 1, pair: 2, part: 3, stem: 4 }, en: { word: 11, pair: 12, part: 13, stem: 14 } } as const;

/** The boxes of every run of three to five letters, begun at each place once. */
const runsOf = (framed: string, seed: number, found: Set<number>): void => {
  for (let from = 0; from + 3 <= framed.length; from += 1) {
    let hash = 0x811c9dc5 ^ seed;
    for (let at = from; at < Math.min(framed.length, from + 5); at += 1) {
      hash = Math.imul(hash ^ framed.charCodeAt(at), 0x01000193);
      if (at >= from + 2) found.add(boxIn(hash));
    }
  }
};

/** The boxes of the words, of pairs of neighbours, of the beginnings, and of runs of three to five letters, which unknown words share with known ones. */
const boxesOf = ({ tokens, language }: Seen): Set<number> => {
  const found = new Set<number>();
  const seed = seeds[language];
  tokens.forEach(({ word }, at) => {
    found.add(boxOf(word, seed.word));
    if (at > 0) found.add(boxOf(`${tokens[at - 1]!.word} ${word}`, seed.pair));
    if (word.length > stemLength) found.add(boxOf(word.slice(0, stemLength), seed.stem));
    runsOf(`_${word}_`, seed.part, found);
  });
  return found;
};

/** The columns of a text that are not zero, and their values; the last column is the constant. */
export interface Row {
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

export const rowOf = (seen: Seen): Row => {
  const columns: number[] = [];
  const values: number[] = [];
  const put = (column: number, value: number): void => {
    columns.push(column);
    values.push(value);
  };
  seen.numbers.forEach((value, column) => {
    if (value === 0) return;
    put(countedBy.both + column, value);
    put(countedBy[seen.language] + column, value);
  });
  if (seen.language === 'en') meaningOf(seen.tokens).forEach((value, place) => put(blocks.meaning + place, value));
  const found = boxesOf(seen);
  // A long text has many words and must not outweigh what was counted of it.
  const share = 1 / Math.sqrt(Math.max(4, found.size));
  for (const box of found) put(blocks.words + box, share);
  put(blocks.constant, 1);
  return { columns, values };
};

export interface Model {
  /** For each column the weights of all heads beside each other: a text touches thousands of columns, and memory is read by the line. */
  readonly table: Float32Array;
}

/** One table out of the weights of each head. */
export const tableOf = (weights: Readonly<Record<HeadName, ArrayLike<number>>>): Model => {
  const table = new Float32Array(columnCount * headNames.length);
  headNames.forEach((head, place) => {
    for (let column = 0; column < columnCount; column += 1) table[column * headNames.length + place] = weights[head][column]!;
  });
  return { table };
};

export const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** The chance that each head speaks of. */
export const chancesOf = ({ table }: Model, { columns, values }: Row): Record<HeadName, number> => {
  const sums = new Float64Array(headNames.length);
  for (let at = 0; at < columns.length; at += 1) {
    const [from, value] = [columns[at]! * headNames.length, values[at]!];
    for (let place = 0; place < sums.length; place += 1) sums[place]! += table[from + place]! * value;
  }
  return Object.fromEntries(headNames.map((head, place) => [head, chance(sums[place]!)])) as Record<HeadName, number>;
};
