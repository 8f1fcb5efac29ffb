import { classify } from '#voices/index.ts';
import { bitterWords, type HearBitter } from './rules.ts';

/**
 * Only what is surely a complaint and surely ill-humoured, or says that they are leaving: at 0.9 "a little slow, but kind" is one as well,
 * and whoever is called in vain twice does not come the third time.
 */
const surely = { complaint: 0.95, sentiment: -0.95, leaving: 0.6 } as const;
/** So much of what was written is shown where no single phrase stands for it. */
const longestExcerpt = 120;

/** The phrases that say it outright; where there are none, the words as a whole, if those who understand voices find them bitter. */
export const hearBitter: HearBitter = (text) => {
  const phrases = bitterWords(text);
  if (phrases.length > 0) return phrases;
  const { complaint, sentiment, kinds } = classify(text);
  const leaves = kinds.some(({ kind, score }) => kind === 'leaving_risk' && score >= surely.leaving);
  return leaves || (complaint >= surely.complaint && sentiment <= surely.sentiment) ? [text.trim().replaceAll(/\s+/gu, ' ').slice(0, longestExcerpt)] : [];
};
