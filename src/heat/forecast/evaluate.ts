import { examplesOf, type Example, type Source } from './examples.ts';
import { remembersIn } from './known.ts';
import { aucOf, averagePrecisionOf, brierOf, calibrationErrorOf, liftTop10Of, rateOf, recallOf, type Looked } from './measures.ts';
import { riskOf, type HeadName, type Model } from './model.ts';

/** What somebody looks at on a day. */
const aDay = 12;
const day = 86_400_000;

export interface Evaluation {
  readonly n: number;
  readonly positives: number;
  readonly horizonHours: number;
  readonly auc: number | null;
  readonly aucAt24h: number | null;
  readonly averagePrecision: number | null;
  readonly liftTop10: number | null;
  readonly recallAt12: number | null;
  readonly brier: number | null;
  readonly brierBase: number | null;
  /** Percentage points. */
  readonly calibrationErrorTopDecile: number | null;
  readonly aucElapsedSilence: number | null;
  readonly threads: number;
  /** Threads that taught the model and are therefore no test of it. */
  readonly threadsLeftOut: number;
}

const told = (value: number): number | null => (Number.isFinite(value) ? Number(value.toFixed(5)) : null);

const measured = (looked: readonly (Looked & { readonly silence: number })[]): Omit<Evaluation, 'n' | 'positives' | 'horizonHours' | 'threads' | 'threadsLeftOut'> => {
  const rate = rateOf(looked);
  return {
    auc: told(aucOf(looked)),
    aucAt24h: told(aucOf(looked.filter(({ silence }) => silence === 24))),
    averagePrecision: told(averagePrecisionOf(looked)),
    liftTop10: told(liftTop10Of(looked)),
    recallAt12: told(recallOf(looked, aDay)),
    brier: told(brierOf(looked)),
    brierBase: told(rate * (1 - rate)),
    calibrationErrorTopDecile: told(calibrationErrorOf(looked)),
    aucElapsedSilence: told(aucOf(looked.map(({ silence, happened }) => ({ risk: silence, happened })))),
  };
};

const lookedAt = (model: Model, head: HeadName, examples: readonly Example[]): (Looked & { silence: number })[] =>
  examples.map(({ row, happened, wait, at, silence }) => ({ risk: riskOf(model, head, row), happened, wait, silence, day: Math.floor(at / day) }));

/** How well a model foresees the cases of the sources, leaving out those that taught it. */
export const evaluate = (model: Model, sources: readonly Source[], { head, horizonHours }: { readonly head: HeadName; readonly horizonHours: number }): Evaluation => {
  const hasTaught = remembersIn(model.taught.remembered);
  const fresh = sources.map((source) => ({ ...source, told: source.told.filter(({ id }) => !hasTaught(id)) }));
  const count = (all: readonly Source[]): number => all.reduce((sum, source) => sum + source.told.length, 0);
  const everything = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const looked = lookedAt(model, head, fresh.flatMap((source) => examplesOf(source, head, { ...everything, until: source.until })));
  return {
    n: looked.length, positives: looked.filter(({ happened }) => happened).length, horizonHours, ...measured(looked),
    threads: count(fresh), threadsLeftOut: count(sources) - count(fresh),
  };
};
