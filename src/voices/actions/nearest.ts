import type { OutputOf } from '#base/contract.ts';
import type { Work } from '#base/work.ts';
import type { nearestThemes } from '../contract.ts';
import { themesForFinding } from '../queries/themes.ts';
import { likelyKind } from '../understanding.ts';
import { nearest as nearestOf } from '../understanding/nearest.ts';
import { topicOfWords } from './theming.ts';

const shown = 5;

/** What some words are likely to be, and the themes that say nearly the same. */
export const nearest = async (work: Work, words: string): Promise<OutputOf<typeof nearestThemes>> => {
  const themes = await themesForFinding(work.tx);
  const found = nearestOf(words, themes.map(({ id, title, examples }) => ({ id, texts: [title, ...examples] }))).slice(0, shown);
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  return {
    kind: likelyKind(words),
    topicId: await topicOfWords(work, words),
    themes: found.flatMap(({ id, score }) => {
      const theme = byId.get(id);
      return theme === undefined ? [] : [{ id, number: theme.number, title: theme.title, customers: theme.customers, score }];
    }),
  };
};
