import { pointOf, shippedLikeness } from './likeness.ts';
import { emptyRows, normalise, rowAt, strongestDirections, type Rows, type SparseRows } from './linear.ts';
import { inHowMany, rarity, termsOf } from './terms.ts';
import { wordsOfAll, type Word } from './words-of.ts';

/** Each text as its words and pairs, by how seldom they are in these texts, of length 1. What stands in one text only ties it to none. */
const termRows = (texts: readonly (readonly Word[])[]): SparseRows => {
  const terms = texts.map(termsOf);
  const holding = inHowMany(terms);
  const columnOf = new Map<string, number>();
  for (const [term, count] of holding) if (count > 1) columnOf.set(term, columnOf.size);
  const begins = new Int32Array(texts.length + 1);
  const [columns, values]: [number[], number[]] = [[], []];
  terms.forEach((own, row) => {
    const known = [...own].filter(([term]) => columnOf.has(term));
    const weights = known.map(([term, count]) => count * rarity(holding.get(term)!, texts.length));
    const length = Math.hypot(...weights) || 1;
    known.forEach(([term], at) => {
      columns.push(columnOf.get(term)!);
      values.push(weights[at]! / length);
    });
    begins[row + 1] = columns.length;
  });
  return { count: texts.length, width: columnOf.size, begins, columns: Int32Array.from(columns), values: Float64Array.from(values) };
};

/** So many directions are kept of the company that words keep: more would learn single texts by heart, fewer throw themes together. */
const directionsFor = (texts: number): number => Math.max(12, Math.round(Math.sqrt(texts)));

/**
 * Words that stand in the same company come to lie together, in any language: what the texts themselves teach (latent semantic analysis).
 * The strong directions are held back by the root of their strength, so that what most texts share does not drown what few say.
 */
const companyRows = (texts: readonly (readonly Word[])[]): Rows => {
  const { columns, strengths } = strongestDirections(termRows(texts), directionsFor(texts.length));
  const rows = emptyRows(texts.length, columns.length);
  columns.forEach((column, place) => {
    const strength = Math.sqrt(strengths[place]!);
    for (let row = 0; row < rows.count; row += 1) rows.data[row * rows.width + place] = column[row]! * strength;
  });
  return normalise(rows);
};

/**
 * Where English words are known beforehand: their vectors, weighed and turned as was learned from requests that people had sorted. Small
 * words are weighed like all others. Italian texts have zeros, and so have texts without a known word.
 */
const meaningRows = (texts: readonly (readonly Word[])[]): Rows => {
  const rows = emptyRows(texts.length, shippedLikeness().bearing.length);
  texts.forEach((words, row) => {
    const point = pointOf(words.filter(({ italian }) => !italian).map(({ word }) => word));
    if (point !== undefined) rowAt(rows, row).set(point);
  });
  return rows;
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
  return beside(companyRows(words), meaningRows(words));
};
