import { refuse, type Refusal } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import type { InsightKind } from '../contract/kinds.ts';

/** The longest piece of a message that is one voice: what is longer says several things, and each is captured by itself. */
export const longestVoice = 1_000;

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The words between two places of a text, without the white space at their ends, and where these then stand. */
export const wordsAt = (text: string, { from, to }: Span): (Span & { readonly words: string }) | Refusal => {
  if (to > text.length) return refuse('voice.not_there');
  const marked = text.slice(from, to);
  const words = marked.trim();
  if (words === '') return refuse('voice.no_words');
  if (words.length > longestVoice) return refuse('voice.too_long', { most: longestVoice });
  const begins = from + marked.indexOf(words.slice(0, 1));
  return { from: begins, to: begins + words.length, words };
};

const addresses = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const links = /https?:\/\/\S+/giu;
/** Order, telephone and card numbers, IBANs: four figures or more, however spaced. Prices and years are not among them. */
const numbers = /(?<![\p{L}\p{N}€$£])(?:\b[A-Z]{2}\d{2}[\dA-Z ]{10,30}\b|[+(]?\d[\d .()/-]{3,}\d)(?!\s?(?:€|euro|eur\b|%))/giu;
const isYear = (found: string): boolean => /^(?:19|20)\d\d$/u.test(found);

/** The name as a whole, and each of its words of three letters or more, wherever they stand alone. What begins small is no name ("un corriere"). */
const namePatterns = (name: string): RegExp[] =>
  [name, ...name.split(/\s+/u)]
    .filter((part) => part.length >= 3 && /^\p{Lu}/u.test(part))
    .map((part) => new RegExp(`(?<![\\p{L}])${part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}(?![\\p{L}])`, 'giu'));

/** The words with each address, link and number, and each of these names, replaced by what `hide` says. Years stay. */
export const hiding = (words: string, names: readonly string[], hide: (found: string) => string): string => {
  const bare = words.replaceAll(addresses, (found) => hide(found)).replaceAll(links, (found) => hide(found)).replaceAll(numbers, (found) => (isYear(found.trim()) ? found : hide(found)));
  return names.flatMap(namePatterns).reduce((text, pattern) => text.replaceAll(pattern, (found) => hide(found)), bare);
};

/** The words as they may be quoted to whoever does not work on the case: no address, no link, no number, not the customer's name. */
export const minimised = (words: string, saidBy: string): string => hiding(words, [saidBy], () => '[…]');

/** "A customer since 2019", for whoever need not know the name. */
export const someCustomer = (since: string | null, language: Language): string => {
  const year = since?.slice(0, 4);
  if (language === 'it') return year === undefined ? 'un cliente' : `cliente dal ${year}`;
  return year === undefined ? 'a customer' : `a customer since ${year}`;
};

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

export interface TopicWords {
  readonly id: string;
  readonly words: readonly string[];
  readonly isForTheRest: boolean;
}

/** The topic whose words a text holds most of; words match from their beginning, so that "fattura" finds "fatture" by "fattur". */
export const topicFor = (text: string, topics: readonly TopicWords[]): string | null => {
  const tokens = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const held = ({ words }: TopicWords): number => words.filter((word) => tokens.some((token) => token.startsWith(plain(word)))).length;
  let best: { id: string; found: number } | null = null;
  for (const topic of topics) {
    const found = held(topic);
    if (found > 0 && (best === null || found > best.found)) best = { id: topic.id, found };
  }
  return best?.id ?? topics.find(({ isForTheRest }) => isForTheRest)?.id ?? null;
};

/**
 * What words beside a score are, where the words alone do not say: `share` is the score as a part of the best. A low score with a
 * request in it is still a request; praise beside a low score is irony or a slip, and somebody should look.
 */
export const kindOfAnswer = (share: number, likely: InsightKind | null): InsightKind => {
  if (likely !== null && !(likely === 'praise' && share <= 0.4)) return likely;
  if (share <= 0.4) return 'frustration';
  return share >= 0.8 ? 'praise' : 'suggestion';
};
