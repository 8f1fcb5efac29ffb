import { z } from 'zod';
import { featureNames, features, featuresAt, type FeatureName, type Theme } from './features.ts';
import { sigmoid } from './logistic.ts';
import type { Timeline } from './timeline.ts';

/** One forecast: log-odds are the constant and each feature times its weight. Already calibrated. */
const head = z.object({ constant: z.number(), weights: z.array(z.number()), means: z.array(z.number()) });
export type Head = z.infer<typeof head>;

export const headNames = ['chase24', 'chase72', 'leaves', 'chaseIfAnswered'] as const;
export type HeadName = (typeof headNames)[number];

export const modelShape = z.object({
  version: z.literal(1),
  /** The columns, by name: features that were added later are not asked of an older model. */
  features: z.array(z.string()),
  heads: z.object({ chase24: head, chase72: head, leaves: head, chaseIfAnswered: head }),
  /** Threads that taught it, and how many snapshots of open waits they gave. */
  taught: z.object({ threads: z.number().int(), snapshots: z.number().int(), chases: z.number().int(), remembered: z.string() }),
});
export type Model = z.infer<typeof modelShape>;

/** Where each column of a model stands among today's features. Throws where it asks for one that is gone. */
const placesIn = new WeakMap<Model, readonly number[]>();
const placesOf = (model: Model): readonly number[] => {
  const known = placesIn.get(model);
  if (known !== undefined) return known;
  const places = model.features.map((name) => featureNames.indexOf(name as FeatureName));
  if (places.includes(-1)) throw new Error(`The model asks for features that are not there: ${model.features.filter((_, column) => places[column] === -1).join(', ')}.`);
  placesIn.set(model, places);
  return places;
};

/** The calibrated risk, 0 to 1, of a row of all features. */
export const riskOf = (model: Model, name: HeadName, row: ArrayLike<number>): number => {
  const { constant, weights } = model.heads[name];
  const places = placesOf(model);
  let logOdds = constant;
  for (let column = 0; column < weights.length; column += 1) logOdds += weights[column]! * row[places[column]!]!;
  return sigmoid(logOdds);
};

/** How much each theme moves the log-odds away from those of the average case; the strongest first. They add up. */
export const movesOf = (model: Model, name: HeadName, row: ArrayLike<number>): { theme: Theme; by: number }[] => {
  const { weights, means } = model.heads[name];
  const moves = new Map<Theme, number>();
  for (const [column, place] of placesOf(model).entries()) {
    const { theme } = features[place]!;
    moves.set(theme, (moves.get(theme) ?? 0) + weights[column]! * (row[place]! - means[column]!));
  }
  return [...moves].map(([theme, by]) => ({ theme, by })).toSorted((one, other) => Math.abs(other.by) - Math.abs(one.by));
};

export interface Risks {
  /** That the customer asks again before we answer, within 24 and 72 hours. */
  readonly chase24: number;
  readonly chase72: number;
  /** That they never write again. */
  readonly leaves: number;
  /** That they ask again within 72 hours though we answer now. */
  readonly chaseIfAnswered: number;
}

/** An answer like most: its length is the median of the threads that the shipped model was taught by. */
const anAnswer = { chars: 330, questions: 0, links: 0, lines: 2, thanks: false, solved: false, still: false, asksForNews: false, comesBack: false, shows: false, adds: false, broken: false, asksHow: false, began: false, tried: false };

/** The same case, had we answered at `now`. */
export const asIfAnswered = ({ said, ...rest }: Timeline, now: number): Timeline => {
  const who = said.findLast(({ by }) => by === 'us')?.who ?? 'us';
  return { ...rest, said: [...said.filter(({ at }) => at <= now), { at: now, by: 'us', who, shape: anAnswer }] };
};

/** All risks of an open wait at `now` (milliseconds). */
export const risksAt = (model: Model, timeline: Timeline, now: number): Risks => {
  const row = featuresAt(timeline, now);
  const [chase24, chase72] = [riskOf(model, 'chase24', row), riskOf(model, 'chase72', row)];
  return {
    // Two regressions do not know that a day is part of three.
    chase24: Math.min(chase24, chase72),
    chase72: Math.max(chase24, chase72),
    leaves: riskOf(model, 'leaves', row),
    chaseIfAnswered: riskOf(model, 'chaseIfAnswered', featuresAt(asIfAnswered(timeline, now), now)),
  };
};
