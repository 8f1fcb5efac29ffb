import type { StandingTheme } from './group.ts';
import { dot } from './linear.ts';
import { pointOf } from './likeness.ts';
import { inHowMany, rarity, termsOf } from './terms.ts';
import { wordsOfAll, type Word } from './words-of.ts';

export interface NearTheme {
  readonly id: string;
  /** 0 to 1. Nearest first; what shares neither words nor meaning is left out. */
  readonly score: number;
}

interface Learned {
  readonly id: string;
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
  readonly point: Float64Array | undefined;
}

interface Themes {
  readonly learned: readonly Learned[];
  readonly holding: ReadonlyMap<string, number>;
}

const englishPoint = (words: readonly Word[]): Float64Array | undefined => pointOf(words.filter(({ italian }) => !italian).map(({ word }) => word));

const weighed = (terms: ReadonlyMap<string, number>, holding: ReadonlyMap<string, number>, themes: number): Map<string, number> =>
  new Map([...terms].map(([term, count]) => [term, count * rarity(holding.get(term) ?? 1, themes)]));

const learn = (themes: readonly StandingTheme[]): Themes => {
  const words = wordsOfAll(themes.map(({ texts }) => texts.join(' . ')));
  const terms = words.map(termsOf);
  const holding = inHowMany(terms);
  const learned = themes.map(({ id }, place) => {
    const weights = weighed(terms[place]!, holding, themes.length);
    return { id, weights, length: Math.hypot(...weights.values()), point: englishPoint(words[place]!) };
  });
  return { learned, holding };
};

/** The same list of themes is read once: whoever captures voice after voice asks with the same list. */
const inMind = new WeakMap<readonly StandingTheme[], Themes>();

/** English requests are all somewhat alike, by their politeness; only what is above this tells anything. */
const politeness = 0.3;
/** Words that are shared say more than words that are kindred. */
const kindredWeight = 0.5;
/** Less than this is chance. */
const worthShowing = 0.08;

/**
 * The themes that a text is likely to belong to, the nearest first: by the words they share, the rare ones more, and in English by
 * what the words mean. Themes are known by all their texts, their title among them.
 */
export const nearest = (text: string, themes: readonly StandingTheme[]): NearTheme[] => {
  const { learned, holding } = inMind.get(themes) ?? learn(themes);
  if (!inMind.has(themes)) inMind.set(themes, { learned, holding });
  // The language of a few words is told by the themes beside them.
  const words = wordsOfAll([text, ...themes.slice(0, 20).flatMap(({ texts }) => texts.slice(0, 1))])[0] ?? [];
  const own = weighed(termsOf(words), holding, themes.length);
  const length = Math.hypot(...own.values()) || 1;
  const point = englishPoint(words);
  return learned
    .map((theme) => {
      const shared = [...own].reduce((sum, [term, weight]) => sum + weight * (theme.weights.get(term) ?? 0), 0) / (length * (theme.length || 1));
      const kindred = point === undefined || theme.point === undefined ? shared : Math.max(0, dot(point, theme.point) - politeness) / (1 - politeness);
      return { id: theme.id, score: (1 - kindredWeight) * shared + kindredWeight * kindred };
    })
    .filter(({ score }) => score >= worthShowing)
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
};
