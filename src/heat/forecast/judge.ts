import type { Shows } from '../queries/nights.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import { cutOf, examplesOf, type Source } from './examples.ts';
import { brierOf, rateOf } from './measures.ts';
import { riskOf, type HeadName, type Model } from './model.ts';
import { train } from './train.ts';

/** Fewer snapshots of open waits, or fewer chases among them, teach nothing that holds. */
export const enough = { snapshots: 2_000, chases: 100 } as const;
/** To see whether a forecast is any good, less will do. */
const enoughToJudge = { snapshots: 500, chases: 20 } as const;
/** The last quarter of the cases, in time, is held back. */
const share = 0.75;

export interface Judged {
  readonly snapshots: number;
  readonly chases: number;
  /** Null: the shipped one stays. */
  readonly model: Model | null;
  /** Null: too little to judge by; all is shown, as it comes. */
  readonly shows: Shows | null;
  readonly measures: { readonly ours: Evaluation | null; readonly shipped: Evaluation } | null;
}

const beats = (ours: Evaluation, shipped: Evaluation): boolean => ours.auc !== null && shipped.auc !== null && ours.auc > shipped.auc && ours.brier !== null && shipped.brier !== null && ours.brier < shipped.brier;

const isBetterThanTheBaseRate = (model: Model, held: Source, head: HeadName): boolean => {
  const outcomes = examplesOf(held, head, { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, until: held.until }).map(({ row, happened }) => ({ risk: riskOf(model, head, row), happened }));
  const rate = rateOf(outcomes);
  return outcomes.length > 0 && brierOf(outcomes) <= rate * (1 - rate);
};

/**
 * Learns from the cases of the house and decides what forecasts from now on. A model of our own is kept only if on the held-back weeks
 * it has both the higher AUC and the lower Brier score than the shipped one; and a risk is shown only if there its Brier score is not
 * worse than saying the same number for everybody.
 */
export const judge = (own: Source, shipped: Model): Judged => {
  const looked = examplesOf(own, 'chase72', { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, until: own.until });
  const counted = { snapshots: looked.length, chases: looked.filter(({ happened }) => happened).length };
  if (counted.snapshots < enoughToJudge.snapshots || counted.chases < enoughToJudge.chases) return { ...counted, model: null, shows: null, measures: null };
  const cut = cutOf(own, share);
  const held = { ...own, told: own.told.filter(({ timeline }) => timeline.said[0]!.at >= cut) };
  const asked = { head: 'chase72', horizonHours: 72 } as const;
  const theirs = evaluate(shipped, [held], asked);
  const candidate = counted.snapshots >= enough.snapshots && counted.chases >= enough.chases ? train([own], { share }) : null;
  const ours = candidate === null ? null : evaluate(candidate, [held], asked);
  const model = candidate !== null && ours !== null && beats(ours, theirs) ? candidate : null;
  const shows = (head: HeadName): boolean => isBetterThanTheBaseRate(model ?? shipped, held, head);
  return { ...counted, model, shows: { chase24: shows('chase24'), chase72: shows('chase72'), leaves: shows('leaves') }, measures: { ours, shipped: theirs } };
};
