import { readFileSync } from 'node:fs';
import type { Language } from '#base/texts.ts';
import { englishDegrees, englishNegations, englishTurns, englishWords } from './lexicon/en.ts';
import { italianDegrees, italianNegations, italianTurns, italianWords } from './lexicon/it.ts';
import { signs, weightsOf, type Weights } from './lexicon/words.ts';
import type { Token } from './tokens.ts';

/** What the words of a text weigh together, by the rules of the language. */
export interface Polarity {
  /** Sum of what is good, sum of what is bad, both above 0. */
  readonly good: number;
  readonly bad: number;
  /** Both against each other, -1 to 1; what follows a "but" counts more. */
  readonly whole: number;
  /** The first and the last third alone; what stands before and after a "but", 0 where there is none. */
  readonly first: number;
  readonly last: number;
  readonly beforeTurn: number;
  readonly afterTurn: number;
  /** The strongest word on either side, with its negations and degrees. */
  readonly best: number;
  readonly worst: number;
  readonly goodWords: number;
  readonly badWords: number;
  /** Words that were turned round by a negation. */
  readonly turned: number;
  readonly loud: number;
}

interface Rules {
  readonly weights: Weights;
  readonly negations: ReadonlySet<string>;
  readonly degrees: ReadonlyMap<string, number>;
  readonly turns: ReadonlySet<string>;
}

const degreesOf = (list: Readonly<Record<number, string>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(list).flatMap(([factor, words]) => words.split(/\s+/u).map((word): [string, number] => [word, Number(factor)])));

/** The words of general English, made by train/make-general-words.ts: a weight and its words on each line. */
const generalEnglish = (): Record<number, string> =>
  Object.fromEntries(
    readFileSync(new URL('lexicon/general-en.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line): [string, string] => {
        const [weight = '', words = ''] = line.split('\t');
        return [weight, words];
      }),
  );

const rules: Readonly<Record<Language, Rules>> = {
  it: { weights: weightsOf(italianWords), negations: new Set(italianNegations), degrees: degreesOf(italianDegrees), turns: new Set(italianTurns) },
  en: { weights: weightsOf(generalEnglish(), englishWords), negations: new Set(englishNegations), degrees: degreesOf(englishDegrees), turns: new Set(englishTurns) },
};

/** How far back a negation reaches, in words; the next stop ends it. VADER looks as far (Hutto and Gilbert 2014). */
const reach = 3;
/** "Not good" is bad, but less than "bad" is. */
const turnedRound = -0.74;

const shorter = (word: string): string => word.replace(/(\p{L})\1/gu, '$1');

const weightAt = (tokens: readonly Token[], at: number, { weights, negations, degrees }: Rules): { weight: number; turned: boolean } => {
  const { word, loud, stretched } = tokens[at]!;
  let weight = signs[word] ?? weights(word) ?? (stretched ? weights(shorter(word)) : undefined) ?? 0;
  if (weight === 0) return { weight, turned: false };
  let turned = false;
  for (let back = 1; back <= reach && at - back >= 0 && !tokens[at - back + 1]!.afterBreak; back += 1) {
    const before = tokens[at - back]!.word;
    const degree = degrees.get(before);
    if (degree !== undefined) weight *= 1 + (degree - 1) / back;
    if (negations.has(before)) turned = !turned;
  }
  if (loud || stretched) weight *= 1.25;
  return { weight: turned ? weight * turnedRound : weight, turned };
};

interface Weighed {
  readonly weight: number;
  readonly turned: boolean;
}

const balanced = (weighed: number): number => weighed / Math.sqrt(weighed * weighed + 15);

/** The words between two places against each other, -1 to 1. */
const between = (found: readonly Weighed[], from: number, to: number): number => balanced(found.slice(from, to).reduce((sum, { weight }) => sum + weight, 0));

/** Weighs the words of a text. */
export const polarityOf = (tokens: readonly Token[], language: Language): Polarity => {
  const own = rules[language];
  const found = tokens.map((_, at) => weightAt(tokens, at, own));
  const turn = tokens.findLastIndex(({ word }, at) => own.turns.has(word) && at > 1 && at < tokens.length - 2);
  const sums = { good: 0, bad: 0, weighed: 0, best: 0, worst: 0, goodWords: 0, badWords: 0, turned: 0, loud: 0 };
  found.forEach(({ weight, turned }, at) => {
    if (tokens[at]!.loud) sums.loud += 1;
    if (weight === 0) return;
    if (turned) sums.turned += 1;
    if (weight > 0) {
      sums.good += weight;
      sums.goodWords += 1;
      sums.best = Math.max(sums.best, weight);
    } else {
      sums.bad -= weight;
      sums.badWords += 1;
      sums.worst = Math.max(sums.worst, -weight);
    }
    sums.weighed += weight * (turn < 0 ? 1 : at < turn ? 0.6 : 1.4);
  });
  const third = Math.max(6, Math.ceil(tokens.length / 3));
  return {
    ...sums,
    whole: balanced(sums.weighed),
    first: between(found, 0, third),
    last: between(found, Math.max(0, tokens.length - third), tokens.length),
    afterTurn: turn < 0 ? 0 : between(found, turn, tokens.length),
    beforeTurn: turn < 0 ? 0 : between(found, 0, turn),
  };
};
