import type { Language } from '#base/texts.ts';
import { cueNames, cuesIn, type CueName } from './cues/cue.ts';
import { englishCues } from './cues/en.ts';
import { italianCues } from './cues/it.ts';
import { polarityOf, type Polarity } from './polarity.ts';
import { plainText, tokensOf, type Token } from './tokens.ts';

/** What is seen of a text: numbers with a name, and its words. */
export interface Seen {
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly polarity: Polarity;
  readonly cues: Readonly<Record<CueName, number>>;
  readonly numbers: readonly number[];
}

const cuesOf = { it: italianCues, en: englishCues } as const;

const toneNames = [
  'italian', 'whole', 'good', 'bad', 'best', 'worst', 'goodWords', 'badWords', 'onlyGood', 'onlyBad', 'neither', 'both', 'turned', 'loud', 'stretched',
  'exclaims', 'asks', 'asksAtEnd', 'dots', 'short', 'long', 'length', 'firstTone', 'lastTone', 'beforeTurn', 'afterTurn', 'digits', 'askedBad', 'thanksBad', 'goodAlone',
  'link', 'handle', 'handles', 'tags', 'quote', 'cutOff', 'headline', 'ofMe', 'toYou',
] as const;

export const numberNames: readonly string[] = [...toneNames, ...cueNames, ...cueNames.map((name) => `${name}+`)];

const count = (text: string, of: RegExp): number => text.match(of)?.length ?? 0;

const ofMe = { it: /(?<!\p{L})(?:io|mi|me|mio|mia|miei|mie|ho|sono|noi|ci|nostr[oaie]|abbiamo|siamo|\p{L}+iamo)(?!\p{L})/gu, en: /\b(?:i|i'm|i've|i'd|me|my|mine|we|us|our|we're|we've)\b/gu } as const;
const toYou = { it: /(?<!\p{L})(?:tu|ti|te|tuo|tua|voi|vi|vostr[oaie]|avete|siete|potete|fate|sei|hai|\p{L}+ate|\p{L}+ete)(?!\p{L})/gu, en: /\b(?:you|your|you're|u|ur|yours|y'all|guys)\b/gu } as const;

/** What a text looks like before it is read: posts that hand on a headline carry a link, and are about nobody who writes. */
const shapeOf = (raw: string, language: Language): readonly number[] => {
  const small = raw.toLowerCase();
  const handles = count(raw, /(?<![\w.])@\w/gu);
  return [
    /https?:\/\//u.test(raw) ? 1 : 0, handles > 0 ? 1 : 0, Math.max(0, Math.min(3, handles) - 1) / 2, Math.min(3, count(raw, /#\p{L}/gu)) / 3, /["«“]/u.test(raw) ? 1 : 0,
    /(?:\.{3}|…)\s*(?:https?:\S*)?\s*$/u.test(raw) ? 1 : 0, /^[^.!?]{8,60}(?::|,) \P{Ll}/u.test(raw) ? 1 : 0, Math.min(2, count(small, ofMe[language])) / 2, Math.min(2, count(small, toYou[language])) / 2,
  ];
};

const toneOf = (text: string, shape: readonly number[], { tokens, language }: Pick<Seen, 'tokens' | 'language'>): { polarity: Polarity; tone: Record<(typeof toneNames)[number], number> } => {
  const polarity = polarityOf(tokens, language);
  const { good, bad, best, worst, goodWords, badWords, turned, loud, whole } = polarity;
  const words = Math.max(1, tokens.length);
  const [asks, exclaims] = [count(text, /\?/gu), count(text, /!/gu)];
  const thanks = /\b(?:thank|thx|grazie|ringrazi)/u.test(text) ? 1 : 0;
  const scale = Math.sqrt(Math.max(8, words));
  return {
    polarity,
    tone: {
      italian: language === 'it' ? 1 : 0,
      whole, good: good / scale, bad: bad / scale, best: best / 3, worst: worst / 3,
      goodWords: Math.sqrt(goodWords) / 2, badWords: Math.sqrt(badWords) / 2,
      onlyGood: good > 0 && bad === 0 ? 1 : 0, onlyBad: bad > 0 && good === 0 ? 1 : 0, neither: good + bad === 0 ? 1 : 0, both: good > 0 && bad > 0 ? 1 : 0,
      turned: Math.min(2, turned) / 2, loud: Math.min(3, loud) / 3, stretched: tokens.some(({ stretched }) => stretched) ? 1 : 0,
      exclaims: Math.min(3, exclaims) / 3, asks: Math.min(3, asks) / 3, asksAtEnd: /\?\W*$/u.test(text) ? 1 : 0, dots: Math.min(2, count(text, /\.{2,}|…/gu)) / 2,
      short: words < 5 ? 1 : 0, long: words > 40 ? 1 : 0, length: Math.log(words) / 4,
      firstTone: polarity.first, lastTone: polarity.last, beforeTurn: polarity.beforeTurn, afterTurn: polarity.afterTurn,
      digits: Math.min(3, count(text, /\d+/gu)) / 3,
      link: shape[0]!, handle: shape[1]!, handles: shape[2]!, tags: shape[3]!, quote: shape[4]!, cutOff: shape[5]!, headline: shape[6]!, ofMe: shape[7]!, toYou: shape[8]!,
      askedBad: asks > 0 && bad > good ? 1 : 0, thanksBad: thanks === 1 && bad > 0 ? 1 : 0, goodAlone: good > 0 && bad === 0 && asks === 0 ? 1 : 0,
    },
  };
};

/** Looks at a text, or at one sentence of it. */
export const seenIn = (text: string, language: Language): Seen => {
  const plain = plainText(text);
  const small = plain.toLowerCase().trim();
  const tokens = tokensOf(plain);
  const { polarity, tone } = toneOf(small, shapeOf(text.slice(0, 3_000), language), { tokens, language });
  const cues = cuesIn(small, cuesOf[language]);
  return {
    language, tokens, polarity, cues,
    numbers: [...toneNames.map((name) => tone[name]), ...cueNames.map((name) => (cues[name] > 0 ? 1 : 0)), ...cueNames.map((name) => Math.max(0, cues[name] - 1) / 2)],
  };
};
