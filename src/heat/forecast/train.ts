import { cutOf, examplesOf, type Example, type Source } from './examples.ts';
import { featureNames, type FeatureName } from './features.ts';
import { remember } from './known.ts';
import { fitLogistic, logisticScore, type Logistic } from './logistic.ts';
import { headNames, type Head, type HeadName, type Model } from './model.ts';

export interface Training {
  /** Share of each source's cases, the first that were opened, that teach; the others are left for the test. */
  readonly share: number;
  readonly columns?: readonly FeatureName[];
}

/** Chosen on time-held-back slices of the part that teaches; between 100 and 1,000 it hardly matters. */
const ridge = 300;
/** Of the part that teaches, the last third calibrates what the first two thirds forecast. */
const calibratedFrom = 2 / 3;

/** Where there is no example at all: one in fifty, in log-odds. */
const unknown = Math.log(1 / 49);

const rowOf = (columns: readonly number[], { row }: Example): Float64Array => Float64Array.from(columns, (column) => row[column]!);

const fit = (examples: readonly Example[], columns: readonly number[]): Logistic =>
  fitLogistic({ rows: examples.map((one) => rowOf(columns, one)), labels: examples.map(({ happened }) => Number(happened)) }, ridge);

/** Six figures are more than the data know, and the same on every machine. */
const rounded = (value: number): number => Number(value.toPrecision(6));

/** The regression and its calibration, as one. */
const asHead = ({ means, spreads, weights }: Logistic, { slope, constant }: { slope: number; constant: number }): Head => {
  const each = means.map((_, column) => (slope * weights[column]!) / spreads[column]!);
  const base = slope * weights.at(-1)! + constant - means.reduce((sum, mean, column) => sum + each[column]! * mean, 0);
  return { constant: rounded(base), weights: each.map(rounded), means: means.map(rounded) };
};

/**
 * Log-odds that were forecast, against what became of them later (Platt 1999): a straight line that puts too sure or too shy a
 * forecast right. Where the later part knows too little, or would turn the order round, the forecast stays as it is.
 */
const calibrated = (scores: readonly number[], happened: readonly boolean[]): { slope: number; constant: number } => {
  const asItIs = { slope: 1, constant: 0 };
  if (happened.filter(Boolean).length < 20 || happened.every(Boolean)) return asItIs;
  const line = fitLogistic({ rows: scores.map((score) => Float64Array.of(score)), labels: happened.map(Number) }, 1e-3);
  const slope = line.weights[0]! / line.spreads[0]!;
  return slope <= 0.2 ? asItIs : { slope, constant: line.weights[1]! - slope * line.means[0]! };
};

const headOf = (name: HeadName, sources: readonly Source[], { share, columns }: { share: number; columns: readonly number[] }): { head: Head; examples: Example[] } => {
  const part = (from: number, to: number): Example[] =>
    sources.flatMap((source) => {
      const [begins, ends] = [from === 0 ? Number.NEGATIVE_INFINITY : cutOf(source, from), cutOf(source, to)];
      return examplesOf(source, name, { from: begins, to: ends, until: Math.min(ends, source.until) });
    });
  const examples = part(0, share);
  if (examples.length === 0) return { head: { constant: rounded(unknown), weights: columns.map(() => 0), means: columns.map(() => 0) }, examples };
  const early = fit(part(0, share * calibratedFrom), columns);
  const late = part(share * calibratedFrom, share);
  const line = calibrated(late.map((one) => logisticScore(early, rowOf(columns, one))), late.map(({ happened }) => happened));
  return { head: asHead(fit(examples, columns), line), examples };
};

/** Trains all heads on the earlier part of the sources. The same sources give the same model, to the bit. */
export const train = (sources: readonly Source[], { share, columns = featureNames }: Training): Model => {
  const places = columns.map((name) => featureNames.indexOf(name));
  const made = headNames.map((name) => headOf(name, sources, { share, columns: places }));
  const [chase24, chase72, leaves, chaseIfAnswered] = made.map(({ head }) => head) as [Head, Head, Head, Head];
  const snapshots = made[1]!.examples;
  const teachers = sources.flatMap((source) => source.told.slice(0, Math.floor(source.told.length * share)).map(({ id }) => id));
  return {
    version: 1,
    features: [...columns],
    heads: { chase24, chase72, leaves, chaseIfAnswered },
    taught: { threads: teachers.length, snapshots: snapshots.length, chases: snapshots.filter(({ happened }) => happened).length, remembered: remember(teachers) },
  };
};
