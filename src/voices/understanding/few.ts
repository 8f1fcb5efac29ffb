import { kinOf } from './kin-italian.ts';
import { pointOf } from './likeness.ts';
import { dot } from './linear.ts';
import { wordsOfAll, type Word } from './words-of.ts';

// Where only some dozens of voices lie loose, they teach nothing about which words go together, and which are frequent. So they are
// compared by what they share themselves: words, in Italian families of words, in English what is meant.

/** From so many texts on it is better to learn from the texts themselves; measured on parts of the sorted sets. */
export const fewTexts = 150;

/** Two groups become one while their members are this alike on average; the same for 8 texts and for 140, in both languages. */
export const alike = 0.13;

/** As if so many more texts stood beside them, none with these words: among five texts a word that stands in three is not common yet. */
const besides = 10;
/** A family of words says more than one of its words, which customers choose by chance. */
const kinWeight = 1.6;
/** One shared word alone may be chance: both speak of the courier, one because it is late, one because it is kind. */
const loneWeight = 0.5;
/** English requests are all somewhat alike, by their politeness; only what is above this tells anything. */
const politeness = 0.3;

const countedTerms = (words: readonly Word[]): Map<string, number> => {
  const telling = words.filter(({ small }) => !small);
  const kins = telling.flatMap(({ stem, italian }) => {
    const kin = italian ? kinOf(stem) : undefined;
    return kin === undefined ? [] : [[`= ${kin}`, kinWeight] as const];
  });
  return new Map([...telling.map(({ stem }) => [stem, 1] as const), ...kins]);
};

/** Where the English of some words lies; undefined for Italian, and where no word is known. */
export const englishPoint = (words: readonly Word[]): Float64Array | undefined => pointOf(words.filter(({ italian }) => !italian).map(({ word }) => word));

/** How near two English texts lie beyond what politeness makes alike, 0 to 1. */
export const kindred = (one: Float64Array, other: Float64Array): number => Math.max(0, dot(one, other) - politeness) / (1 - politeness);

interface Read {
  readonly terms: ReadonlyMap<string, number>;
  readonly length: number;
  readonly point: Float64Array | undefined;
}

const readAll = (texts: readonly string[]): Read[] => {
  const words = wordsOfAll(texts);
  const terms = words.map(countedTerms);
  const holding = new Map<string, number>();
  for (const own of terms) for (const term of own.keys()) holding.set(term, (holding.get(term) ?? 0) + 1);
  return terms.map((own, place) => {
    const weights = new Map([...own].map(([term, count]) => [term, count * Math.log((texts.length + besides) / holding.get(term)!)]));
    return { terms: weights, length: Math.hypot(...weights.values()), point: englishPoint(words[place]!) };
  });
};

const likenessOf = (one: Read, other: Read): number => {
  const both = [...one.terms].filter(([term]) => other.terms.has(term));
  const sum = both.reduce((sum, [term, weight]) => sum + weight * other.terms.get(term)!, 0);
  const shared = ((both.length > 1 ? 1 : loneWeight) * sum) / (one.length * other.length || 1);
  return one.point === undefined || other.point === undefined ? shared : (shared + kindred(one.point, other.point)) / 2;
};

/** How alike every two of a few texts are, 0 to 1, row by row. */
export const likenessesOfFew = (texts: readonly string[]): Float32Array => {
  const read = readAll(texts);
  const all = new Float32Array(texts.length ** 2);
  read.forEach((one, row) => {
    for (let column = row; column < read.length; column += 1) {
      const likeness = likenessOf(one, read[column]!);
      all[row * texts.length + column] = likeness;
      all[column * texts.length + row] = likeness;
    }
  });
  return all;
};

const closest = (between: Float32Array, alive: ReadonlySet<number>, count: number): readonly [number, number] | undefined => {
  let [best, most]: [readonly [number, number] | undefined, number] = [undefined, alike];
  for (const one of alive) {
    for (const other of alive) {
      if (other <= one || between[one * count + other]! < most) continue;
      most = between[one * count + other]!;
      best = [one, other];
    }
  }
  return best;
};

/** Groups by average linkage (Sokal and Michener 1958): for each of `count` things the place of the first of its group. */
export const linked = (likeness: Float32Array, count: number): number[] => {
  const groupOf = Array.from({ length: count }, (_, place) => place);
  const sizes = groupOf.map(() => 1);
  const between = Float32Array.from(likeness);
  const alive = new Set(groupOf);
  for (let pair = closest(between, alive, count); pair !== undefined; pair = closest(between, alive, count)) {
    const [one, other] = pair;
    for (const third of alive) {
      // The average over both is what each had on average, weighed by how many they were.
      const mean = (sizes[one]! * between[one * count + third]! + sizes[other]! * between[other * count + third]!) / (sizes[one]! + sizes[other]!);
      between[one * count + third] = mean;
      between[third * count + one] = mean;
    }
    sizes[one]! += sizes[other]!;
    alive.delete(other);
    groupOf.forEach((group, place) => {
      if (group === other) groupOf[place] = one;
    });
  }
  return groupOf;
};
