import { emptyRows, normalise, rowAt, strongestDirections, type Rows, type SparseRows } from './linear.ts';
import { englishVectors } from './vectors.ts';
import { wordsOfAll, type Word } from './words-of.ts';

type Weighted = ReadonlyMap<string, number>;

/** A pair of neighbours counts half of a word: it repeats what its words say. */
const pairWeight = 0.5;

/** The stems of a text and its pairs of neighbouring stems, small words left out, with how often they stand there. */
const termsOf = (words: readonly Word[]): Weighted => {
  const counts = new Map<string, number>();
  const telling = words.filter(({ small }) => !small).map(({ stem }) => stem);
  const add = (term: string, weight: number): void => void counts.set(term, (counts.get(term) ?? 0) + weight);
  telling.forEach((stem, at) => {
    add(stem, 1);
    if (at > 0) add(`${telling[at - 1]} ${stem}`, pairWeight);
  });
  return counts;
};

const inHowMany = (texts: readonly Iterable<string>[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const terms of texts) for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
};

const rarity = (holding: number, texts: number): number => Math.log((1 + texts) / holding);

/** Each text as its words and pairs, by how seldom they are in these texts, of length 1. What stands in one text only ties it to none. */
const termRows = (texts: readonly (readonly Word[])[]): SparseRows => {
  const terms = texts.map(termsOf);
  const holding = inHowMany(terms.map((own) => own.keys()));
  const columnOf = new Map<string, number>();
  for (const [term, count] of holding) if (count > 1) columnOf.set(term, columnOf.size);
  const begins = new Int32Array(texts.length + 1);
  const [columns, values]: [number[], number[]] = [[], []];
  terms.forEach((own, row) => {
    const known = [...own].filter(([term]) => columnOf.has(term));
    const weights = known.map(([term, count]) => (count < 1 ? count : 1 + Math.log(count)) * rarity(holding.get(term)!, texts.length));
    const length = Math.hypot(...weights) || 1;
    known.forEach(([term], at) => {
      columns.push(columnOf.get(term)!);
      values.push(weights[at]! / length);
    });
    begins[row + 1] = columns.length;
  });
  return { count: texts.length, width: columnOf.size, begins, columns: Int32Array.from(columns), values: Float64Array.from(values) };
};

/** Words that stand in the same company come to lie together, in any language: what the texts themselves teach (latent semantic analysis). */
const companyRows = (texts: readonly (readonly Word[])[], wanted: number): Rows => {
  const { columns, strengths } = strongestDirections(termRows(texts), wanted);
  const rows = emptyRows(texts.length, columns.length);
  columns.forEach((column, place) => column.forEach((value, row) => (rows.data[row * rows.width + place] = value * Math.sqrt(strengths[place]!))));
  return normalise(rows);
};

/** Where English words are known beforehand: the mean of their vectors, rare ones before frequent ones. Italian texts have zeros. */
const meaningRows = (texts: readonly (readonly Word[])[]): Rows => {
  const vectors = englishVectors();
  const rows = emptyRows(texts.length, vectors.width);
  const holding = inHowMany(texts.map((words) => words.map(({ word }) => word)));
  texts.forEach((words, row) => {
    const own = rowAt(rows, row);
    for (const { word, small, italian } of words) {
      const vector = small || italian ? undefined : vectors.of(word);
      if (vector === undefined) continue;
      const weight = rarity(holding.get(word)!, texts.length) / Math.hypot(...vector);
      vector.forEach((value, place) => (own[place]! += value * weight));
    }
  });
  return normalise(rows);
};

const beside = (one: Rows, other: Rows): Rows => {
  const rows = emptyRows(one.count, one.width + other.width);
  for (let row = 0; row < rows.count; row += 1) {
    const own = rowAt(rows, row);
    own.set(rowAt(one, row));
    own.set(rowAt(other, row), one.width);
  }
  return normalise(rows);
};

/** Each text as a point, so that texts about the same lie in the same direction; the points mean something only beside each other. */
export const textRows = (texts: readonly string[]): Rows => {
  const words = wordsOfAll(texts);
  return beside(companyRows(words, Math.min(80, Math.ceil(texts.length / 4))), meaningRows(words));
};
