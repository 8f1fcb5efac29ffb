import { blocks, chance, columnCount, headNames, isTone, tableOf, weighs, type HeadName, type Model, type Row } from '../model.ts';

export interface Lesson {
  readonly row: Row;
  /** 1 it is, 0 it is not; a head that nothing is known about is left out. */
  readonly labels: Readonly<Partial<Record<HeadName, number>>>;
  /** How much the lesson counts for what it is, and for how it feels. */
  readonly weight: number;
  readonly toneWeight: number;
}

/** The pull towards zero: on what was counted little, on single words much, since few lessons hold each of them. */
export const pulls = { numbers: 2e-3, meaning: 2e-3, words: 8e-3, toneWords: 7e-4 };
const rounds = 25;
const most = 3;

const pullsOn = (words: number): Float64Array =>
  Float64Array.from({ length: columnCount }, (_, column) => (column === blocks.constant ? 0 : column < blocks.meaning ? pulls.numbers : column < blocks.words ? pulls.meaning : words));

/** A fixed order that looks drawn, so that the same lessons make the same file. */
const shuffled = (size: number, seed: number): Int32Array => {
  const order = Int32Array.from({ length: size }, (_, place) => place);
  let state = seed * 2654435761 + 1;
  for (let place = size - 1; place > 0; place -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (place + 1);
    [order[place], order[other]] = [order[other]!, order[place]!];
  }
  return order;
};

/** What a head weighs of a text. */
const rowFor = (head: HeadName, { columns, values }: Row): Row => ({ columns: columns.filter((column) => weighs(head, column)), values: values.filter((_, at) => weighs(head, columns[at]!)) });

/** One head by stochastic gradient with a step of its own for every column (AdaGrad, Duchi 2011). */
const learnHead = (head: HeadName, lessons: readonly Lesson[]): Float32Array => {
  const own = lessons.filter(({ labels }) => labels[head] !== undefined).map((lesson) => ({ ...lesson, row: rowFor(head, lesson.row) }));
  const positives = own.reduce((sum, { labels }) => sum + labels[head]!, 0);
  const tone = isTone(head);
  // What is rare among the lessons would never be said: it counts up to three times. Feelings are not rare, and their line is drawn afterwards.
  const raised = tone ? 1 : Math.min(most, Math.max(1, Math.sqrt((own.length - positives) / Math.max(1, positives))));
  const pullOn = pullsOn(tone || head === 'complaint' ? pulls.toneWords : pulls.words);
  const weights = new Float64Array(columnCount);
  const seen = new Float64Array(columnCount).fill(1e-2);
  for (let round = 0; round < rounds; round += 1) {
    for (const place of shuffled(own.length, round + 1)) {
      const { row, labels, weight, toneWeight } = own[place]!;
      let sum = 0;
      for (let at = 0; at < row.columns.length; at += 1) sum += weights[row.columns[at]!]! * row.values[at]!;
      const error = (chance(sum) - labels[head]!) * (tone ? toneWeight : weight) * (labels[head] === 1 ? raised : 1);
      for (let at = 0; at < row.columns.length; at += 1) {
        const column = row.columns[at]!;
        const pull = pullOn[column]!;
        const slope = error * row.values[at]! + pull * weights[column]!;
        seen[column]! += slope * slope;
        weights[column]! -= (0.15 / Math.sqrt(seen[column]!)) * slope;
      }
    }
  }
  return Float32Array.from(weights);
};

export const learn = (lessons: readonly Lesson[]): Model => tableOf(Object.fromEntries(headNames.map((head) => [head, learnHead(head, lessons)])) as Record<HeadName, Float32Array>);
