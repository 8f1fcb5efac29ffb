import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { sourceOf, type Source } from './examples.ts';
import { featureNames, featuresAt } from './features.ts';
import { judge } from './judge.ts';
import { remember, remembersIn } from './known.ts';
import { fitLogistic, logisticScore, sigmoid } from './logistic.ts';
import { aucOf, averagePrecisionOf, brierOf, calibrationErrorOf, liftTop10Of, recallOf } from './measures.ts';
import { modelShape, movesOf, riskOf, risksAt } from './model.ts';
import { shapeOf } from './shape.ts';
import { shippedModel } from './shipped.ts';
import { answersOf, chasesAfter, chasesWithin, isSilentFor, snapshotsOf } from './snapshots.ts';
import { plainOf, threadShape, timelinesOf, type Thread } from './thread.ts';
import { waitsOf, type Said, type Timeline } from './timeline.ts';
import { train } from './train.ts';

const hour = 3_600_000;
const begins = Date.parse('2026-11-16T08:00:00Z');
const shape = shapeOf('Manca il secondo collo. Dov’è?');
const customer = (hours: number): Said => ({ at: begins + hours * hour, by: 'customer', who: '', shape });
const us = (hours: number, who = 'giulia'): Said => ({ at: begins + hours * hour, by: 'us', who, shape });
const timeline = (...said: Said[]): Timeline => ({ said, past: { cases: 0, chased: 0 }, elsewhere: [] });
const hoursOf = (at: number): number => (at - begins) / hour;

describe('a wait', () => {
  test('runs from the first word that nobody answered to the first that somebody else says; a chase does not reset it', () => {
    expect(waitsOf(timeline(customer(0), customer(0.2), us(5), us(6), customer(8), customer(30)))).toEqual([
      { since: begins, posts: [0, 1], answeredAt: begins + 5 * hour },
      { since: begins + 8 * hour, posts: [4, 5], answeredAt: null },
    ]);
  });
  test('is looked at while it is open, and not after the answer', () => {
    expect(snapshotsOf(timeline(customer(0), us(30))).map(({ at }) => hoursOf(at))).toEqual([6, 12, 24]);
    expect(snapshotsOf(timeline(customer(0))).map(({ silence }) => silence)).toEqual([6, 12, 24, 48, 72, 120, 168, 240, 336]);
  });
  test.for([
    ['the customer asks again in time', [customer(0), customer(60)], true],
    ['they ask again too late', [customer(0), customer(100)], false],
    ['they were answered first', [customer(0), us(50), customer(60)], false],
    ['they only finish what they had to say', [customer(0), customer(23.8), customer(24.3)], false],
    ['they finish, and then ask again', [customer(0), customer(23.8), customer(24.3), customer(40)], true],
  ] as const)('%s', ([, said, chases]) => {
    const look = snapshotsOf(timeline(...said)).find(({ silence }) => silence === 24)!;
    expect(chasesWithin(look, 72)).toBe(chases);
  });
  test('a customer leaves in silence who never writes again, answered or not', () => {
    const at = begins + 24 * hour;
    expect(isSilentFor({ timeline: timeline(customer(0), us(30)), at }, 336)).toBe(true);
    expect(isSilentFor({ timeline: timeline(customer(0), us(30), customer(200)), at }, 336)).toBe(false);
  });
  test('an answer did not help where they are back and ask twice', () => {
    const answered = (...later: Said[]) => {
      const one = timeline(customer(0), us(10), ...later);
      return chasesAfter(answersOf(one)[0]!, 72);
    };
    expect(answered(customer(20))).toBe(false);
    expect(answered(customer(20), us(21), customer(40))).toBe(false);
    expect(answered(customer(20), customer(40))).toBe(true);
  });
});

describe('features', () => {
  const said = fc.array(fc.record({ hours: fc.integer({ min: 0, max: 700 }), ours: fc.boolean() }), { maxLength: 12 }).map((all) => [customer(0), ...all.toSorted((one, other) => one.hours - other.hours).map(({ hours, ours }) => (ours ? us(hours) : customer(hours)))]);
  test('are numbers, whatever was said', () => {
    fc.assert(fc.property(said, fc.nat(800), (all, at) => {
      expect([...featuresAt(timeline(...all), begins + at * hour)].filter((value) => !Number.isFinite(value))).toEqual([]);
    }));
  });
  test('see nothing of what came later', () => {
    fc.assert(
      fc.property(said, fc.nat(700), (all, hours) => {
        const at = begins + hours * hour;
        const whole = { ...timeline(...all), elsewhere: [begins, begins + 350 * hour, begins + 2_000 * hour] };
        const until = { ...whole, said: all.filter((one) => one.at <= at), elsewhere: whole.elsewhere.filter((one) => one <= at) };
        expect(featuresAt(whole, at)).toEqual(featuresAt(until, at));
      }),
    );
  });
  test('read what closes and what asks, in several languages', () => {
    expect(['Grazie, ora funziona.', 'Thanks, problem solved!', 'Danke, es ist gelöst', 'Obrigada, resolvido'].map((text) => [shapeOf(text).thanks, shapeOf(text).solved])).toEqual(Array.from({ length: 4 }, () => [true, true]));
    expect(['Nessuno sa dirmi qualcosa?', 'Any news?', 'Bump', 'Hay alguien?'].map((text) => shapeOf(text).asksForNews)).toEqual(Array(4).fill(true));
    expect(shapeOf('Vorrei un cavo: https://example.test/?colore=rosso').questions).toBe(0);
    expect(plainOf('<p>Ciao&nbsp;Elena</p><blockquote>Grazie a voi</blockquote><p>Dov&#39;è?</p>')).toBe('Ciao Elena\n Dov\'è?');
  });
});

describe('threads', () => {
  const thread = (id: string, author: string, messages: [number, string][], more: Partial<Thread> = {}): Thread => ({
    id, ...more, messages: messages.map(([hours, who]) => ({ at: new Date(begins + hours * hour).toISOString(), author: who, text: author === who ? 'Dov’è?' : 'Eccolo.' })),
  });
  test('become timelines that know the past of their customer as it stood then, and no more', () => {
    const told = timelinesOf([
      thread('b', 'elena', [[100, 'elena'], [110, 'giulia']]),
      thread('a', 'elena', [[0, 'elena'], [10, 'elena'], [200, 'elena']]),
      thread('c', 'spammer', [[5, 'spammer']], { spam: true }),
    ]);
    expect(told.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(told[0]!.timeline.past).toEqual({ cases: 0, chased: 0 });
    expect(told[1]!.timeline.past).toEqual({ cases: 1, chased: 1 });
    expect(told[1]!.timeline.elsewhere.map(hoursOf)).toEqual([0, 10, 200]);
    expect(told[1]!.timeline.said.map(({ by }) => by)).toEqual(['customer', 'us']);
  });
  test('are not read for what was found out later', () => {
    expect(threadShape.parse({ ...thread('a', 'elena', [[0, 'elena']]), solved: true, tags: ['escalate'], locked: true })).toEqual(thread('a', 'elena', [[0, 'elena']]));
  });
});

describe('measures', () => {
  const outcomes = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05].map((risk, place) => ({ risk, happened: place === 0 || place === 3 }));
  test('of ten forecasts', () => {
    expect(aucOf(outcomes)).toBeCloseTo(14 / 16);
    expect(averagePrecisionOf(outcomes)).toBeCloseTo((1 + 2 / 4) / 2);
    expect(liftTop10Of(outcomes)).toBeCloseTo(5);
    expect(calibrationErrorOf(outcomes)).toBeCloseTo(10);
    expect(brierOf([{ risk: 0.5, happened: true }, { risk: 0, happened: false }])).toBe(0.125);
    expect(aucOf(outcomes.map((one) => ({ ...one, risk: 0.5 })))).toBe(0.5);
  });
  test('what twelve looks a day catch: each wait once a day', () => {
    const looked = Array.from({ length: 20 }, (_, place) => ({ wait: `w${place}`, day: 1, risk: place / 20, happened: place === 19 || place === 0 }));
    expect(recallOf(looked, 12)).toBe(0.5);
    expect(recallOf([...looked, { wait: 'w0', day: 1, risk: 0.99, happened: true }], 12)).toBe(1);
  });
});

test('what was remembered is known again, and nearly nothing else is', () => {
  const knows = remembersIn(remember(Array.from({ length: 2_000 }, (_, place) => `thread-${place}`)));
  expect(Array.from({ length: 2_000 }, (_, place) => knows(`thread-${place}`)).every(Boolean)).toBe(true);
  expect(Array.from({ length: 2_000 }, (_, place) => knows(`other-${place}`)).filter(Boolean).length).toBeLessThan(60);
});

test('a regression finds the line that made its examples', () => {
  const rows = Array.from({ length: 4_000 }, (_, place) => Float64Array.of((place % 41) / 10 - 2, (place % 7) - 3));
  const labels = rows.map(([one], place) => Number(((place * 2_654_435_761) % 1_000) / 1_000 < sigmoid(1.5 * one! - 1)));
  const model = fitLogistic({ rows, labels }, 1);
  expect(logisticScore(model, [1, 0]) - logisticScore(model, [0, 0])).toBeCloseTo(1.5, 0);
  expect(Math.abs(logisticScore(model, [0, 1]) - logisticScore(model, [0, 0]))).toBeLessThan(0.1);
});

/** An invented service where who has asked twice asks again, and who was answered at once does not. */
const invented = (count: number, seed = 1): Source =>
  sourceOf(
    timelinesOf(
      Array.from({ length: count }, (_, place): Thread => {
        const impatient = (place * 7 + seed) % 5 === 0;
        const at = (hours: number): string => new Date(begins + (place * 3 + hours) * hour).toISOString();
        const first = [{ at: at(0), author: `c${place}`, text: 'Dov’è il mio pacco?' }];
        const more = impatient ? [{ at: at(3), author: `c${place}`, text: 'Allora?' }, { at: at(40), author: `c${place}`, text: 'Ancora niente?' }] : [];
        return { id: `${seed}-${place}`, messages: [...first, ...more, ...(place % 3 === 0 ? [{ at: at(90), author: 'giulia', text: 'È partito.' }] : [])] };
      }),
    ),
  );

describe('a model', () => {
  const source = invented(600);
  const model = train([source], { share: 0.75 });
  test('is the same for the same threads, to the bit', () => {
    expect(JSON.stringify(train([invented(600)], { share: 0.75 }))).toBe(JSON.stringify(model));
    expect(modelShape.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
  });
  test('is tested on threads that did not teach it, and sees who is impatient', () => {
    const found = evaluate(model, [source], { head: 'chase72', horizonHours: 72 });
    expect(found.threads + found.threadsLeftOut).toBe(600);
    expect(found.threads).toBeGreaterThan(130);
    expect(found.auc).toBeGreaterThan(0.95);
    expect(found.brier!).toBeLessThan(found.brierBase!);
  });
  test('says what moved it, and the moves add up', () => {
    const row = featuresAt(timeline(customer(0), customer(3)), begins + 6 * hour);
    const head = model.heads.chase72;
    const average = head.means.reduce((sum, mean, column) => sum + mean * head.weights[column]!, head.constant);
    const moved = movesOf(model, 'chase72', row).reduce((sum, { by }) => sum + by, average);
    expect(sigmoid(moved)).toBeCloseTo(riskOf(model, 'chase72', row), 6);
  });
  test('does not forget a feature silently', () => {
    expect(() => riskOf({ ...model, features: ['gone', ...model.features.slice(1)] }, 'chase72', new Float64Array(featureNames.length))).toThrow('gone');
  });
});

describe('the judge', () => {
  test('keeps a model of our own only where it beats the one in use on held-back cases', () => {
    const own = invented(900);
    const first = judge(own, shippedModel());
    expect(first.model).not.toBeNull();
    expect(first.measures!.ours!.brier!).toBeLessThan(first.measures!.shipped.brier!);
    expect(first.shows).toMatchObject({ chase24: true, chase72: true });
    // What is as good is not better.
    expect(judge(own, { ...first.model!, taught: { ...first.model!.taught, remembered: remember([]) } }).model).toBeNull();
  });
  test('hides a risk that says less than the same number for everybody', () => {
    const own = invented(300, 3);
    const sure = (constant: number) => ({ constant, weights: [], means: [] });
    const wrong = modelShape.parse({ ...shippedModel(), features: [], heads: { chase24: sure(4), chase72: sure(4), leaves: sure(4), chaseIfAnswered: sure(-4) } });
    const found = judge({ ...own, told: own.told.slice(0, 250) }, wrong);
    expect([found.snapshots < 2_000, found.model]).toEqual([true, null]);
    expect(found.shows).toMatchObject({ chase24: false, chase72: false });
  });
  test('says nothing where there is too little to judge by', () => {
    expect(judge(invented(40), shippedModel())).toMatchObject({ model: null, shows: null, measures: null });
  });
});

test('the shipped model gives risks in order, in microseconds', () => {
  const one = timeline(customer(0), us(5), customer(6), customer(9));
  const risks = risksAt(shippedModel(), one, begins + 12 * hour);
  expect(risks.chase24).toBeLessThanOrEqual(risks.chase72);
  for (const risk of Object.values(risks)) expect(risk > 0 && risk < 1).toBe(true);
  const row = featuresAt(one, begins + 12 * hour);
  const started = performance.now();
  for (let time = 0; time < 20_000; time += 1) riskOf(shippedModel(), 'chase72', row);
  expect((performance.now() - started) / 20_000).toBeLessThan(0.05);
});

const corpus = fileURLToPath(new URL('../../../../shared/data/conversations', import.meta.url));
const known = existsSync(corpus);
if (!known) process.stderr.write('The public threads are not beside the project: what the shipped model foresees of them is not measured.\n');
const sourceIn = (file: string): Source => {
  const bytes = readFileSync(`${corpus}/${file}`);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return sourceOf(timelinesOf(text.trim().split('\n').map((line) => threadShape.parse(JSON.parse(line)))));
};

describe.runIf(known)('the shipped model on public threads that did not teach it', () => {
  // docs/forecast.md has the figures, and those that were hoped for and not reached.
  test('later threads of the same communities', { timeout: 120_000 }, () => {
    const sources = ['sumo-firefox-2019.jsonl.gz', 'sumo-thunderbird-2023.jsonl.gz'].map(sourceIn);
    const found = evaluate(shippedModel(), sources, { head: 'chase72', horizonHours: 72 });
    expect(found.threadsLeftOut).toBeGreaterThan(8_000);
    expect(found.auc).toBeGreaterThan(0.775);
    expect(found.aucAt24h).toBeGreaterThan(0.72);
    expect(found.liftTop10).toBeGreaterThan(4);
    expect(found.calibrationErrorTopDecile).toBeLessThan(2);
    expect(found.brier!).toBeLessThan(found.brierBase!);
    expect(found.aucElapsedSilence).toBeLessThan(0.5);
  });
  test('Italian threads, which it never saw the like of', { timeout: 60_000 }, () => {
    const found = evaluate(shippedModel(), [sourceIn('sumo-thunderbird-it.jsonl')], { head: 'chase72', horizonHours: 72 });
    expect(found.auc).toBeGreaterThan(0.72);
  });
});
