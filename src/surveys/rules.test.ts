import { describe, expect, it } from 'vitest';
import { day, hour, plus } from '#base/clock.ts';
import { question, type Question, type Rule } from './contract.ts';
import * as rules from './rules.ts';

const words = { it: 'Domanda', en: 'Question' };
const asks = (key: string, kind: Question['kind'], more: object = {}): Question => question.parse({ key, kind, words, ...more });
const scored = (score: number): rules.Answer => ({ score, chosen: [], words: null });
const chose = (...chosen: string[]): rules.Answer => ({ score: null, chosen, words: null });
const keys = (questions: readonly Question[]): string[] => questions.map(({ key }) => key);

describe('which question comes next', () => {
  const why = asks('why', 'text', { onlyIf: { question: 'how', is: 'at_most', value: 2 } });
  const questions = [
    asks('how', 'csat', { isNeeded: true }), why, asks('what', 'several', { choices: [{ key: 'time', words }, { key: 'tone', words }], onlyIf: { question: 'how', is: 'at_least', value: 4 } }),
    asks('late', 'yes_no', { onlyIf: { question: 'what', is: 'is', value: 'time' } }), asks('end', 'nps'),
  ];

  it('hangs on what was answered, and on what that hangs on', () => {
    expect(keys(rules.askedOf(questions, {}))).toEqual(['how', 'end']);
    expect(keys(rules.askedOf(questions, { how: scored(2) }))).toEqual(['how', 'why', 'end']);
    expect(keys(rules.askedOf(questions, { how: scored(5), what: chose('tone', 'time') }))).toEqual(['how', 'what', 'late', 'end']);
    // They went back and gave a 1: what was said under the 5 is asked no more and counts no more.
    const thoughtAgain = { how: scored(1), what: chose('time'), late: chose('yes') };
    expect(keys(rules.askedOf(questions, thoughtAgain))).toEqual(['how', 'why', 'end']);
    expect(rules.countedAnswers(questions, thoughtAgain).map((one) => one.question.key)).toEqual(['how']);
  });

  it('goes on and back, and says what is missing', () => {
    const low = { how: scored(1) };
    expect([rules.questionAfter(questions, {}, null)?.key, rules.questionAfter(questions, low, 'how')?.key, rules.questionAfter(questions, low, 'end')]).toEqual(['how', 'why', null]);
    expect([rules.questionBefore(questions, low, 'end')?.key, rules.questionBefore(questions, low, 'how')]).toEqual(['why', null]);
    expect([rules.firstMissing(questions, {})?.key, rules.firstMissing(questions, low)]).toEqual(['how', null]);
  });

  it('reads an answer, an empty one, and what is none', () => {
    const csat = asks('how', 'csat');
    expect([rules.readAnswer(csat, ['4']), rules.readAnswer(csat, ['']), rules.readAnswer(csat, ['6']), rules.readAnswer(csat, ['0']), rules.readAnswer(csat, ['1e0'])]).toEqual([scored(4), null, undefined, undefined, undefined]);
    expect(rules.readAnswer(asks('n', 'nps'), ['0'])).toEqual(scored(0));
    expect([rules.readAnswer(questions[2]!, ['time', 'tone', 'time']), rules.readAnswer(questions[2]!, ['time', 'other'])]).toEqual([chose('time', 'tone'), undefined]);
    expect([rules.readAnswer(asks('y', 'yes_no'), ['yes', 'no']), rules.readAnswer(why, ['  '])]).toEqual([chose('yes'), null]);
  });

  it('finds the flaw that would ask in vain', () => {
    const flaw = (...list: Question[]) => rules.flawIn({ questions: list })?.flaw ?? null;
    expect(flaw(...questions)).toBeNull();
    expect(flaw(asks('a', 'csat'), asks('a', 'nps'))).toBe('same_key');
    expect(flaw(asks('a', 'choice', { choices: [{ key: 'x', words }] }))).toBe('choices_missing');
    expect(flaw(asks('a', 'choice', { choices: [{ key: 'x', words }, { key: 'x', words }] }))).toBe('same_choice');
    expect(flaw(why, asks('how', 'csat'))).toBe('looks_ahead');
    expect(flaw(asks('how', 'csat'), asks('b', 'text', { onlyIf: { question: 'how', is: 'at_least', value: 6 } }))).toBe('cannot_be');
    expect(flaw(asks('how', 'text'), asks('b', 'text', { onlyIf: { question: 'how', is: 'is', value: 'yes' } }))).toBe('cannot_be');
  });
});

describe('the scores', () => {
  const counts = (...scores: number[]) => new Map([...new Set(scores)].map((score) => [score, scores.filter((one) => one === score).length]));

  it('say what they divide by', () => {
    expect(rules.csatOf(counts(5, 5, 4, 3, 1))).toMatchObject({ share: 0.6, n: 5 });
    // 3 promoters, 2 passives, 5 detractors of ten answers.
    expect(rules.npsOf(counts(10, 9, 9, 8, 7, 6, 5, 3, 2, 0))).toMatchObject({ value: -20, n: 10 });
    expect(rules.cesOf(counts(7, 6, 5, 4, 1))).toMatchObject({ mean: 4.6, n: 5, easy: { share: 0.6, n: 5 } });
    expect(rules.responseOf({ sent: 12, delivered: 10, answered: 4 }).rate).toMatchObject({ share: 0.4, n: 10 });
    // Answered though no server has confirmed it: it was reached.
    expect(rules.responseOf({ sent: 1, delivered: 0, answered: 1 }).rate).toMatchObject({ share: 1, n: 1 });
  });

  it('hide below five answers', () => {
    expect([rules.csatOf(counts(5, 5, 5, 5)).share, rules.npsOf(counts(9, 9, 9, 9)).value, rules.cesOf(counts(7, 7, 7, 7)).mean]).toEqual([null, null, null]);
    expect(rules.responseOf({ sent: 0, delivered: 0, answered: 0 }).rate).toEqual({ share: null, n: 0, interval: null });
  });

  it('know how sure they are', () => {
    // Wilson's own check: 0 and all of ten, and 81 of 263 as in Newcombe (1998), 0.2553 to 0.3662.
    expect(rules.wilson(0, 10)).toEqual({ from: 0, to: expect.closeTo(0.2775, 4) });
    expect(rules.wilson(10, 10)).toEqual({ from: expect.closeTo(0.7225, 4), to: expect.closeTo(1, 9) });
    expect(rules.wilson(81, 263)).toEqual({ from: expect.closeTo(0.2553, 4), to: expect.closeTo(0.3662, 4) });
    const [few, many] = [rules.npsInterval(3, 5, 10), rules.npsInterval(300, 500, 1_000)];
    expect(many.to - many.from).toBeLessThan((few.to - few.from) / 8);
    expect([few.from < -20 && few.to > -20, rules.npsInterval(10, 0, 10).to <= 100]).toEqual([true, true]);
  });
});

describe('whom we ask', () => {
  const everybody: Rule = { ways: { mail: true, page: false, link: false, widget: false }, afterHours: 24, channels: [], departmentIds: [], languages: [], valueFromCents: null, valueToCents: null, samplePercent: 100, restDays: 30, livesDays: 21, origins: [] };
  const somebody: rules.Audience = { channel: 'email', departmentId: 'servizio', language: 'it', yearlyValueCents: null };

  it('is whoever is meant', () => {
    expect(rules.isMeant(everybody, somebody)).toBe(true);
    expect(rules.isMeant({ ...everybody, channels: ['phone'] }, somebody)).toBe(false);
    expect(rules.isMeant({ ...everybody, languages: ['en'] }, somebody)).toBe(false);
    const large = { ...everybody, valueFromCents: 100_000, valueToCents: 500_000 };
    expect([null, 99_999, 100_000, 500_000, 500_001].map((yearlyValueCents) => rules.isMeant(large, { ...somebody, yearlyValueCents }))).toEqual([false, false, true, true, false]);
  });

  it('is the same sample every time, about as large as it was asked to be, and the larger one holds the smaller', () => {
    const cases = Array.from({ length: 2_000 }, (_, place) => `0197a3f2-${place.toString(16).padStart(4, '0')}-7000-8000-000000000000`);
    const of = (percent: number) => cases.filter((id) => rules.isSampled('survey', id, percent));
    const [twenty, fifty] = [of(20), of(50)];
    expect([of(0).length, of(100).length]).toEqual([0, 2_000]);
    expect(Math.abs(twenty.length - 400)).toBeLessThan(80);
    expect(twenty.every((id) => fifty.includes(id))).toBe(true);
    expect(of(20)).toEqual(twenty);
    expect(cases.filter((id) => rules.isSampled('another', id, 20))).not.toEqual(twenty);
  });

  it('is nobody whom it would hurt, with the reason', () => {
    const now = new Date('2026-11-24T10:00:00Z');
    const fine: rules.Standing = {
      isSampled: true, isRunning: true, isMerged: false, isResolved: true, hasRefused: false, lastAskedAt: null, hasRated: false, isBoiling: false, isMachine: false, prefersPhone: false, hasPec: false,
      address: { value: 'elena@posta.example', isProven: true, hasBounced: false },
    };
    const why = (change: Partial<rules.Standing>) => rules.whyNotAsked(everybody, { ...fine, ...change }, now);
    expect(why({})).toBeNull();
    expect([why({ isSampled: false }), why({ isRunning: false }), why({ isMerged: true }), why({ isResolved: false }), why({ hasRefused: true })]).toEqual(['not_sampled', 'stopped', 'merged', 'reopened', 'refused']);
    expect([why({ lastAskedAt: plus(now, -30 * day + hour) }), why({ lastAskedAt: plus(now, -30 * day) })]).toEqual(['asked_lately', null]);
    expect([why({ hasRated: true }), why({ isBoiling: true }), why({ isMachine: true }), why({ prefersPhone: true })]).toEqual(['rated', 'boiling', 'machine', 'prefers_phone']);
    expect([why({ address: null }), why({ address: null, hasPec: true })]).toEqual(['no_address', 'pec']);
    const at = (value: string, change = {}) => why({ address: { value, isProven: true, hasBounced: false, ...change } });
    expect([at('no-reply@ditta.example'), at('elena@posta.example', { isProven: false }), at('elena@posta.example', { hasBounced: true }), at('norberto@posta.example')]).toEqual(['machine', 'unproven', 'bounced', null]);
  });
});

describe('what is low', () => {
  it('is a low score of each scale', () => {
    expect([[1, 2, 3], [5, 6, 7], [3, 4]].map((scores, place) => scores.map((score) => rules.isLowScore((['csat', 'nps', 'ces'] as const)[place]!, score)))).toEqual([[true, true, false], [true, true, false], [true, false]]);
  });

  it('is a bitter word, and none that is denied', () => {
    expect(rules.bitterWords('È una vergogna: mi sento presa in giro, non compro più da voi.')).toEqual(['presa in giro', 'vergogna', 'non compro più']);
    expect(rules.bitterWords('Mai più!')).toEqual(['mai più']);
    expect(rules.bitterWords('I will never again order here, the worst service.')).toEqual(['never again', 'worst']);
    for (const kind of ['Non ho mai più avuto problemi, grazie.', 'Non sono delusa, anzi.', 'I was not disappointed at all.', 'Tutto bene, gentilissimi.', 'Bella lampada: la consiglio.']) expect(rules.bitterWords(kind)).toEqual([]);
  });

  it('keeps what made it so, and hears through a better ear where there is one', () => {
    const answers = [{ question: asks('how', 'csat'), answer: scored(4) }, { question: asks('why', 'text'), answer: { score: null, chosen: [], words: 'Pessimo.' } }];
    expect(rules.lowIn(answers, rules.bitterWords)).toEqual({ scores: [], bitter: ['pessimo'] });
    expect(rules.lowIn(answers, () => [])).toBeNull();
    expect(rules.lowIn([{ question: asks('how', 'ces'), answer: scored(3) }], rules.bitterWords)).toEqual({ scores: [{ kind: 'ces', score: 3 }], bitter: [] });
  });
});
