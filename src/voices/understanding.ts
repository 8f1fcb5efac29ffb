import { insightKind, type InsightKind } from './contract.ts';
import { classify } from './understanding/classify.ts';

interface Texts {
  readonly id: string;
  readonly texts: readonly string[];
}

/** Words by their beginnings, without accents: enough for "cavo" and "cavi", "return" and "returns". */
const stems = (text: string): Set<string> =>
  new Set((text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.slice(0, Math.max(4, word.length - 2))));

/** The themes that say nearly the same as a text, the nearest first; 0 to 1, by the words they share, the rare ones more. */
export const nearestOf = (text: string, themes: readonly Texts[]): { id: string; score: number }[] => {
  const sets = themes.map(({ id, texts }) => ({ id, held: stems(texts.join(' ')) }));
  const rarity = (stem: string): number => Math.log((1 + sets.length) / (1 + sets.filter(({ held }) => held.has(stem)).length)) + 0.1;
  const own = [...stems(text)];
  const whole = own.reduce((sum, stem) => sum + rarity(stem), 0);
  return sets
    .map(({ id, held }) => ({ id, score: whole === 0 ? 0 : own.filter((stem) => held.has(stem)).reduce((sum, stem) => sum + rarity(stem), 0) / whole }))
    .filter(({ score }) => score > 0.15)
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
};

/** What the words are likely to be; null where nothing says. */
export const likelyKind = (words: string): InsightKind | null => {
  for (const { kind } of classify(words).kinds) {
    const known = insightKind.safeParse(kind);
    if (known.success) return known.data;
  }
  return null;
};
