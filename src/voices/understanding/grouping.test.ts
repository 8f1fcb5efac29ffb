import { describe, expect, test } from 'vitest';
import { adjustedMutualInformation, averagePrecision } from './agreement.ts';
import { rank } from './find.ts';
import { groupTexts } from './group.ts';
import { mergePairs } from './resemble.ts';
import { stemEnglish } from './stem-english.ts';
import { stemItalian } from './stem-italian.ts';
import { bankQuestions, hasLabelledSets, insuranceRequests, judgedReviews, ourThemes, type Labelled } from './train/labelled-sets.ts';
import { plainWords } from './words-of.ts';

/** Sets that are not on this machine are said, not passed over in silence. */
const withSets = hasLabelledSets ? test : test.skip;

const agreementOn = (set: readonly Labelled[]): number =>
  adjustedMutualInformation(groupTexts(set).map(({ group }) => group), set.map(({ label }) => label));

const rightPairsOf = (set: readonly Labelled[]): { right: number; pairs: number } => {
  const labels = new Map(set.map(({ id, label }) => [id, label]));
  const pairs = mergePairs(set);
  return { right: pairs.filter(({ a, b }) => labels.get(a) === labels.get(b)).length / pairs.length, pairs: pairs.length };
};

describe('the measures', () => {
  test('mutual information is adjusted as in the worked examples', () => {
    expect(adjustedMutualInformation(['a', 'a', 'b', 'b'], ['x', 'x', 'y', 'y'])).toBeCloseTo(1, 12);
    expect(adjustedMutualInformation(['a', 'a', 'a', 'a'], ['w', 'x', 'y', 'z'])).toBeCloseTo(0, 12);
    // By hand: 2 × 2 of four, one astray. I = 0.5 ln 4/3 + 0.25 ln 2/3 + 0.25 ln 2 over all tables with margins (3, 1) and (2, 2), of which there is one kind only.
    expect(adjustedMutualInformation(['a', 'a', 'a', 'b'], ['x', 'x', 'y', 'y'])).toBeCloseTo(0, 12);
    expect(adjustedMutualInformation(['a', 'a', 'b', 'b', 'c', 'c'], ['x', 'x', 'x', 'y', 'z', 'z'])).toBeCloseTo(0.502_360_7, 6);
  });

  test('precision is the mean over the right answers', () => {
    expect(averagePrecision([true, false, true])).toBeCloseTo((1 + 2 / 3) / 2, 12);
    expect(averagePrecision([false, false])).toBe(0);
  });
});

describe('words', () => {
  test('endings are off in both languages', () => {
    expect(['cancelled', 'cancelling', 'payments', 'agreed', 'relational', 'hopping', 'hoping', 'ties'].map(stemEnglish)).toEqual(['cancel', 'cancel', 'payment', 'agre', 'relat', 'hop', 'hope', 'ti']);
    for (const same of [['rimborso', 'rimborsi', 'rimborsato'], ['lampada', 'lampade'], ['spedizione', 'spedizioni'], ['restituire', 'restituito', 'restituirla'], ['pacco', 'pacchi']]) {
      expect([same, new Set(same.map(stemItalian)).size]).toEqual([same, 1]);
    }
  });

  test('apostrophes are taken apart, addresses left out', () => {
    expect(plainWords("I can't open www.example.org, it's Anna's")).toEqual(['i', 'can', 'not', 'open', 'it', 'anna']);
    expect(plainWords('L’ordine dell’altro giorno è già qui')).toEqual(['l', 'ordine', 'dell', 'altro', 'giorno', 'e', 'gia', 'qui']);
  });
});

describe('in Italian, on our own sentences', () => {
  test('groups agree with the themes', () => {
    expect(agreementOn(ourThemes())).toBeGreaterThan(0.4);
  });
});

describe('on what others collected', () => {
  withSets('insurance requests: 22 intents, the number not told', () => {
    expect(agreementOn(insuranceRequests())).toBeGreaterThan(0.7);
  });

  withSets('questions to a bank: 47 intents, the number not told', () => {
    expect(agreementOn(bankQuestions())).toBeGreaterThan(0.56);
  });

  withSets('of the merges suggested nine of ten are right', () => {
    for (const set of [insuranceRequests(), bankQuestions()]) {
      const { right, pairs } = rightPairsOf(set);
      expect(right).toBeGreaterThan(0.9);
      expect(pairs).toBeGreaterThan(300);
    }
  });

  withSets('reviews about a feature come first', () => {
    const all = judgedReviews().map(({ query, reviews }) => averagePrecision(rank(query, reviews).map(({ id }) => reviews[Number(id)]!.about)));
    expect(all).toHaveLength(12);
    expect(all.reduce((sum, own) => sum + own, 0) / all.length).toBeGreaterThan(0.78);
  });
});
