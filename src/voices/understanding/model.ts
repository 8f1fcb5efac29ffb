import { numberNames, type Seen } from './features.ts';

/** What the model says of a text; each is a logistic regression of its own. */
export const headNames = ['good', 'bad', 'complaint', 'feature_request', 'frustration', 'suggestion', 'idea', 'defect', 'praise', 'leaving_risk', 'question'] as const;
export type HeadName = (typeof headNames)[number];

/** Words and pairs of neighbours fall into so many boxes: a box that two words share is rare enough, and the file stays small. */
const boxes = 1 << 13;

export const columnCount = numberNames.length + boxes + 1;

const boxOf = (word: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return ((hash >>> 0) ^ (hash >>> 15)) & (boxes - 1);
};

/** The columns of a text that are not zero, and their values; the last column is the constant. */
export interface Row {
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

export const rowOf = ({ numbers, tokens, language }: Seen): Row => {
  const columns: number[] = [];
  const values: number[] = [];
  const put = (column: number, value: number): void => {
    columns.push(column);
    values.push(value);
  };
  numbers.forEach((value, column) => {
    if (value !== 0) put(column, value);
  });
  const found = new Set<number>();
  tokens.forEach(({ word }, at) => {
    found.add(boxOf(`${language} ${word}`));
    if (at > 0) found.add(boxOf(`${language} ${tokens[at - 1]!.word} ${word}`));
  });
  // A long text has many words and must not outweigh what was counted of it.
  const share = 1 / Math.sqrt(Math.max(4, found.size));
  for (const box of found) put(numberNames.length + box, share);
  put(columnCount - 1, 1);
  return { columns, values };
};

export interface Model {
  readonly weights: Readonly<Record<HeadName, Float32Array>>;
}

export const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** The chance that each head speaks of. */
export const chancesOf = ({ weights }: Model, { columns, values }: Row): Record<HeadName, number> => {
  const found = {} as Record<HeadName, number>;
  for (const head of headNames) {
    const own = weights[head];
    let sum = 0;
    for (let at = 0; at < columns.length; at += 1) sum += own[columns[at]!]! * values[at]!;
    found[head] = chance(sum);
  }
  return found;
};
