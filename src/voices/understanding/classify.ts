import type { Language } from '#base/texts.ts';
import { seenIn } from './features.ts';
import { languageOf } from './language.ts';
import { shippedModel } from './learned.ts';
import { chancesOf, rowOf, type HeadName, type Model } from './model.ts';
import { sentencesOf, withoutManners } from './sentences.ts';

/** What somebody may be saying; the kinds of an insight, and the plain question. */
export const kindNames = ['feature_request', 'frustration', 'suggestion', 'idea', 'defect', 'praise', 'leaving_risk', 'question'] as const;
export type Kind = (typeof kindNames)[number];

export interface Understood {
  readonly lang: Language;
  /** What it is more likely than not, the likeliest first. */
  readonly kinds: readonly { readonly kind: Kind; readonly score: number }[];
  /** -1 to 1: below -0.2 negative, above 0.2 positive, between them neither. */
  readonly sentiment: number;
  /** 0 to 1: from 0.5 on it is a complaint. */
  readonly complaint: number;
}

interface Sure {
  readonly good: number;
  readonly bad: number;
}

/**
 * How sure one side must be before a text is called good or bad; measured on other texts than those that taught it. Who calls somebody by
 * the handle before everybody wants something of them; a remark about a thing must say more before it is a feeling.
 */
const sure: Readonly<Record<Language, { readonly called: Sure; readonly else: Sure }>> = {
  it: { called: { good: 0.08, bad: 0.18 }, else: { good: 0.08, bad: 0.18 } },
  en: { called: { good: 0.16, bad: 0.24 }, else: { good: 0.26, bad: 0.46 } },
};
const handle = /(?<![\w.])@\w/u;

/** Nothing lies between neither and either, so that whoever puts the line at 0.1 or at 0.3 reads the same. */
const faintest = 0.35;
const neitherEnds = 0.05;

/** From -1 to 1 with a gap on both sides of what is neither good nor bad. */
const sentimentOf = ({ good, bad }: Readonly<Record<HeadName, number>>, lines: Sure): number => {
  const lean = good - bad;
  const line = lean > 0 ? lines.good : lines.bad;
  const size = Math.abs(lean);
  const spread = size < line ? (size / line) * neitherEnds : faintest + ((size - line) / (1 - line)) * (1 - faintest);
  return lean > 0 ? spread : -spread;
};

/** Rare things are said only where the model is surer than even: by how much, as log odds. */
const reserve: Readonly<Partial<Record<Kind, number>>> = { feature_request: 0.4 };

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** A mail says several things: what one of its sentences says clearly is said, a little less surely than where nothing else stands. */
const reading = { fewestWords: 4, mostSentences: 10, penalty: 0.5, longFrom: 40 } as const;

type Chances = Record<HeadName, number>;

const lowered = (score: number, by: number): number => {
  const odds = (score / (1 - score)) * Math.exp(-by);
  return Number.isFinite(odds) ? odds / (1 + odds) : score;
};

const wordCount = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;

const inSentences = (text: string, read: (text: string) => Chances): Chances => {
  const whole = read(text);
  const sentences = sentencesOf(text).map(({ words }) => withoutManners(words)).filter((words) => wordCount(words) >= reading.fewestWords);
  if (sentences.length < 2) return whole;
  const each = sentences.slice(0, reading.mostSentences).map(read);
  const clearest = (head: HeadName): number => lowered(Math.max(...each.map((one) => one[head])), reading.penalty);
  for (const kind of kindNames) whole[kind] = Math.max(whole[kind], clearest(kind));
  // What is short was weighed as a whole; a long letter drowns its one grievance in courtesies.
  if (wordCount(text) >= reading.longFrom) whole.complaint = Math.max(whole.complaint, clearest('complaint'));
  return whole;
};

/** What the words themselves say of each kind, feeling and complaint, by a given model. */
export const understand = (text: string, lang: Language, model: Model): Understood => {
  // A bare number, a link or nothing says nothing.
  if (!/\p{L}{2}|\p{Extended_Pictographic}|[:;=]-?[()]/u.test(text)) return { lang, kinds: [], sentiment: 0, complaint: 0 };
  const lines = sure[lang][handle.test(text) ? 'called' : 'else'];
  const chances = inSentences(text, (part) => chancesOf(model, rowOf(seenIn(part, lang))));
  const kinds = kindNames.map((kind) => ({ kind, score: rounded(lowered(chances[kind], reserve[kind] ?? 0)) })).filter(({ score }) => score >= 0.5);
  return { lang, kinds: kinds.sort((one, other) => other.score - one.score), sentiment: rounded(sentimentOf(chances, lines)), complaint: rounded(chances.complaint) };
};

/**
 * What one text says: its kinds with their chances (0 to 1, only those more likely than not), how it feels (-1 to 1; below -0.2
 * negative, above 0.2 positive) and whether it is a complaint (0 to 1; from 0.5). Without a language its own is found. Pure; some
 * tenths of a millisecond. docs/voices.md says how well it does.
 */
export const classify = (text: string, lang?: Language): Understood => understand(text, lang ?? languageOf(text), shippedModel());
