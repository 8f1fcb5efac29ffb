import { englishPoint, kindred } from './few.ts';
import type { StandingTheme } from './group.ts';
import { kinOf } from './kin-italian.ts';
import { inHowMany, rarity, termsOf } from './terms.ts';
import { wordsOfAll, type Word } from './words-of.ts';

export interface NearTheme {
  readonly id: string;
  /** 0 to 1. Nearest first; what shares neither words nor meaning is left out. */
  readonly score: number;
}

/** The terms of a text, and in Italian the families of its words: "filo" finds the theme of the cable. */
const termsAndKin = (words: readonly Word[]): Map<string, number> => {
  const kins = words.flatMap(({ stem, small, italian }) => (small || !italian ? [] : [kinOf(stem)])).filter((kin) => kin !== undefined);
  return new Map([...termsOf(words), ...kins.map((kin) => [`= ${kin}`, 1] as const)]);
};

interface ReadTheme {
  readonly terms: ReadonlyMap<string, number>;
  readonly point: Float64Array | undefined;
}

/** Reading is what costs, and between one capture and the next hardly any theme has changed. */
const keptInMind = 5_000;
const inMind = new Map<string, ReadTheme>();

const readTheme = ({ texts }: StandingTheme): ReadTheme => {
  const whole = texts.join(' . ');
  const before = inMind.get(whole);
  if (before !== undefined) return before;
  const words = wordsOfAll([whole])[0] ?? [];
  const theme = { terms: termsAndKin(words), point: englishPoint(words) };
  if (inMind.size >= keptInMind) inMind.clear();
  inMind.set(whole, theme);
  return theme;
};

/** Words that are shared say more than words that are kindred. */
const kindredWeight = 0.5;
/** Less than this is chance. */
const worthShowing = 0.08;

/**
 * The themes that a text is likely to belong to, the nearest first: by the words they share, the rare ones more, and in English by
 * what the words mean. Themes are known by all their texts, their title among them.
 */
export const nearest = (text: string, themes: readonly StandingTheme[]): NearTheme[] => {
  const read = themes.map(readTheme);
  const holding = inHowMany(read.map(({ terms }) => terms));
  const weigh = (term: string, count: number): number => count * rarity(holding.get(term) ?? 1, themes.length);
  // The language of a few words is told by the themes beside them.
  const words = wordsOfAll([text, ...themes.slice(0, 20).flatMap(({ texts }) => texts.slice(0, 1))])[0] ?? [];
  const own = [...termsAndKin(words)].map(([term, count]) => ({ term, weight: weigh(term, count) }));
  const length = Math.hypot(...own.map(({ weight }) => weight)) || 1;
  const point = englishPoint(words);
  return themes
    .map(({ id }, place) => {
      const theme = read[place]!;
      let square = 0;
      for (const [term, count] of theme.terms) square += weigh(term, count) ** 2;
      const shared = own.reduce((sum, { term, weight }) => sum + weight * weigh(term, theme.terms.get(term) ?? 0), 0) / (length * (Math.sqrt(square) || 1));
      const meant = point === undefined || theme.point === undefined ? shared : kindred(point, theme.point);
      return { id, score: (1 - kindredWeight) * shared + kindredWeight * meant };
    })
    .filter(({ score }) => score >= worthShowing)
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
};
