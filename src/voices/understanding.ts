import type { Language } from '#base/texts.ts';
import { insightKind, type InsightKind } from './contract.ts';
import { classify } from './understanding/classify.ts';
import { suggestInsights, type Suggestion } from './understanding/suggest.ts';

/** What the words are likely to be; null where nothing says. */
export const likelyKind = (words: string): InsightKind | null => {
  for (const { kind } of classify(words).kinds) {
    const known = insightKind.safeParse(kind);
    if (known.success) return known.data;
  }
  return null;
};

/** Of one message no more than these, the surest: a colleague reads it, too. */
const mostOfMessage = 3;

/** What somebody pastes after that is a log or a contract; reading all of it would keep others waiting. In UTF-16 units. */
const mostRead = 10_000;

/** The sentences of a message that others should hear, in their order; at most three, of its first 10,000 characters. Offsets in UTF-16 units of `text`. */
export const worthHearing = (text: string, language: Language): Suggestion[] =>
  suggestInsights(text.slice(0, mostRead), language)
    // Thanks at the end of a mail are praise to a machine; a colleague marks real praise by hand.
    .filter(({ kind }) => kind !== 'praise')
    .toSorted((one, other) => other.score - one.score)
    .slice(0, mostOfMessage)
    .toSorted((one, other) => one.from - other.from);
