import { describe, expect, test } from 'vitest';
import { adjustedMutualInformation, averagePrecision } from './agreement.ts';
import { rank } from './find.ts';
import { groupTexts } from './group.ts';
import { knownWord, leaningOf, readLikeness, writeLikeness } from './likeness.ts';
import { nearest } from './nearest.ts';
import { mergePairs } from './resemble.ts';
import { stemEnglish } from './stem-english.ts';
import { stemItalian } from './stem-italian.ts';
import { bankQuestions, hasLabelledSets, insuranceRequests, judgedReviews, ourThemes, type Sorted } from './train/labelled-sets.ts';
import { learnLikeness, requestOf } from './train/prototypes.ts';
import { englishVectors } from './vectors.ts';
import { plainWords } from './words-of.ts';

/** Sets that are not on this machine are said, not passed over in silence. */
const withSets = hasLabelledSets ? test : test.skip;

const agreementOn = (set: readonly Sorted[]): number =>
  adjustedMutualInformation(groupTexts(set).map(({ group }) => group), set.map(({ label }) => label));

const rightPairsOf = (set: readonly Sorted[]): { right: number; pairs: number } => {
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

describe('English word vectors', () => {
  const nearness = (one: string, other: string): number => {
    const [a, b] = [knownWord(one)!.vector, knownWord(other)!.vector];
    return a.reduce((sum, value, place) => sum + value * b[place]!, 0);
  };

  test('kindred words lie near each other, and endings that are not kept are found by their base', () => {
    expect(nearness('refund', 'payment')).toBeGreaterThan(nearness('refund', 'lamp') + 0.3);
    expect(englishVectors().of('uninstalls')).toEqual(englishVectors().of('uninstall'));
    expect(englishVectors().of('qwrtzp')).toBeUndefined();
  });

  test('what is learned tells intents apart that their courtesies make alike', () => {
    const intents = [
      ['hello could you please cancel my order', 'hi i would like to cancel', 'please can i cancel the order today'],
      ['hello could you please send my invoice', 'hi i would like to have an invoice', 'please can i get the invoice today'],
      ['hello could you please change my address', 'hi i would like to move to a new address', 'please can i get the address changed today'],
    ].map((own) => own.map(requestOf));
    const losses: number[] = [];
    const course = { rounds: 200, intents: 3, requests: 2, sharpness: 12, pace: 0.01, restTurn: 0.002, restBearing: 0.001 };
    const learned = learnLikeness([intents], course, (_, loss) => losses.push(loss));
    expect(losses).toHaveLength(2);
    expect(losses[1]).toBeLessThan(losses[0]! / 2);
    expect(leaningOf(learned, knownWord('invoice')!)).toBeGreaterThan(leaningOf(learned, knownWord('please')!));
    expect(leaningOf(readLikeness(writeLikeness(learned)), knownWord('invoice')!)).toBeCloseTo(leaningOf(learned, knownWord('invoice')!), 2);
  });
});

const themeOf = (theme: string): Sorted[] => ourThemes().filter(({ label }) => label === theme);

describe('in Italian, on our own sentences', () => {
  test('groups agree with the themes, and are the same twice', () => {
    expect(agreementOn(ourThemes())).toBeGreaterThan(0.75);
    expect(groupTexts(ourThemes())).toEqual(groupTexts(ourThemes()));
  });

  test('of the merges suggested nine of ten are right, and say why', () => {
    const { right, pairs } = rightPairsOf(ourThemes());
    expect(right).toBeGreaterThan(0.9);
    expect(pairs).toBeGreaterThanOrEqual(20);
    for (const { words } of mergePairs(themeOf('modulo di reso'))) expect(words.join(' ')).toMatch(/reso|modulo|numero|serie|matricola/u);
  });

  test('a voice joins the theme that stands, others make their own', () => {
    const stands = { id: 'cable', texts: ['Cavo più lungo', ...themeOf('cavo più lungo').slice(0, 6).map(({ text }) => text)] };
    const inside = new Set(stands.texts);
    const voices = ourThemes().filter(({ text }) => !inside.has(text));
    const grouped = new Map(groupTexts(voices, { existing: [stands] }).map(({ id, group }) => [id, group]));
    const joined = voices.filter(({ id }) => grouped.get(id) === 'cable').map(({ label }) => label);
    expect(joined.length).toBeGreaterThanOrEqual(2);
    expect(new Set(joined)).toEqual(new Set(['cavo più lungo']));
    expect(new Set(grouped.values()).size).toBeGreaterThanOrEqual(7);
  });

  test('the theme comes first while capturing, and an empty house answers nothing', () => {
    const themes = [...Map.groupBy(ourThemes(), ({ label }) => label)].map(([id, own]) => ({ id, texts: [id, ...own.slice(0, 4).map(({ text }) => text)] }));
    expect(nearest('il cavo non arriva alla presa, mi serve una prolunga', themes)[0]?.id).toBe('cavo più lungo');
    expect(nearest('rate', themes)[0]?.id).toBe('pagare a rate');
    expect(nearest('il cavo', [])).toEqual([]);
    expect(mergePairs([])).toEqual([]);
    expect(rank('cavo', [])).toEqual([]);
  });
});

describe('on what others collected', () => {
  withSets('insurance requests: 22 intents, the number not told', () => {
    expect(agreementOn(insuranceRequests())).toBeGreaterThan(0.79);
  });

  withSets('questions to a bank: 47 intents, the number not told', () => {
    expect(agreementOn(bankQuestions())).toBeGreaterThan(0.64);
  });

  withSets('of the merges suggested nine of ten are right', () => {
    for (const set of [insuranceRequests(), bankQuestions()]) {
      const { right, pairs } = rightPairsOf(set);
      expect(right).toBeGreaterThan(0.92);
      expect(pairs).toBeGreaterThan(500);
    }
  });

  withSets('reviews about a feature come first', () => {
    const all = judgedReviews().map(({ query, reviews }) => averagePrecision(rank(query, reviews).map(({ id }) => reviews[Number(id)]!.about)));
    expect(all).toHaveLength(12);
    expect(all.reduce((sum, own) => sum + own, 0) / all.length).toBeGreaterThan(0.78);
  });
});
