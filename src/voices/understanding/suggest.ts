import type { Language } from '#base/texts.ts';
import { classify, type Kind } from './classify.ts';
import { languageOf } from './language.ts';
import { sentencesOf, withoutManners, type Sentence } from './sentences.ts';

/** A span of a message that others should hear; a question is answered, not heard. */
export interface Suggestion {
  readonly from: number;
  readonly to: number;
  readonly kind: Exclude<Kind, 'question'>;
  readonly score: number;
}

/**
 * How sure each kind must be before a colleague is bothered with it: whoever dismisses nine of ten suggestions stops reading them.
 * What is rarest and costs most when it is missed is asked for least. In this order, when a sentence is several things.
 */
const surely: Readonly<Record<Suggestion['kind'], number>> = { leaving_risk: 0.7, feature_request: 0.7, idea: 0.7, suggestion: 0.7, defect: 0.7, frustration: 0.85, praise: 0.9 };
const inOrder = Object.keys(surely) as Suggestion['kind'][];

/** Shorter than this nobody outside the case understands it. */
const fewestWords = 4;
/** More than this a message of one person seldom says; the surest stay. */
const mostInOne = 5;

const suggestionIn = ({ from, to, words }: Sentence, language: Language): Suggestion | undefined => {
  const bare = withoutManners(words);
  if ((bare.match(/\p{L}+/gu)?.length ?? 0) < fewestWords) return undefined;
  const { kinds } = classify(bare, language);
  if (kinds[0]?.kind === 'question') return undefined;
  for (const kind of inOrder) {
    const score = kinds.find((one) => one.kind === kind)?.score ?? 0;
    if (score >= surely[kind]) return { from, to, kind, score };
  }
  return undefined;
};

/**
 * The sentences of a message that are worth hearing, in their order, each with its kind: what a colleague would mark. Rather silent
 * than wrong. `from` and `to` count as JavaScript does: `text.slice(from, to)`.
 */
export const suggestInsights = (text: string, lang?: Language): Suggestion[] => {
  const language = lang ?? languageOf(text);
  const found = sentencesOf(text).flatMap((sentence) => suggestionIn(sentence, language) ?? []);
  const surest = [...found].sort((one, other) => other.score - one.score).slice(0, mostInOne);
  return found.filter((one) => surest.includes(one));
};
