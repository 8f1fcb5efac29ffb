import { featuresAt } from './features.ts';
import type { HeadName } from './model.ts';
import { answersOf, chasesAfter, chasesWithin, isSilentFor, snapshotsOf } from './snapshots.ts';
import type { Told } from './thread.ts';
import type { Timeline } from './timeline.ts';

const hour = 3_600_000;

/** One source of timelines: a file of threads, or the cases of the house. They are in the order in which they were opened. */
export interface Source {
  readonly told: readonly Told[];
  /** The last instant that it knows of: what would have happened later is not known, and not taken for silence. */
  readonly until: number;
}

export const sourceOf = (told: readonly Told[]): Source => ({ told, until: told.reduce((latest, { timeline }) => timeline.said.reduce((most, { at }) => Math.max(most, at), latest), 0) });

export interface Example {
  readonly id: string;
  /** The wait within the thread. */
  readonly wait: string;
  readonly at: number;
  readonly silence: number;
  readonly row: Float64Array;
  readonly happened: boolean;
}

/** So far ahead each head looks (hours). Fourteen days without a word are taken for good. */
export const horizons: Readonly<Record<HeadName, number>> = { chase24: 24, chase72: 72, leaves: 336, chaseIfAnswered: 72 };

interface Between {
  readonly from: number;
  readonly to: number;
  /** What is known only after this is not an example. */
  readonly until: number;
}

const opened = ({ timeline }: Told): number => timeline.said[0]?.at ?? 0;

/** The examples of a head, of the cases that were opened in a stretch of time. */
export const examplesOf = ({ told }: Source, head: HeadName, { from, to, until }: Between): Example[] => {
  const known = until - horizons[head] * hour;
  return told
    .filter((one) => opened(one) >= from && opened(one) < to)
    .flatMap(({ id, timeline }) => looksAt(timeline, head).filter(({ at }) => at <= known).map(({ since, ...look }) => ({ ...look, id, wait: `${id} ${since}`, row: rowAt(timeline, look.at) })));
};

// Three heads look at the same snapshots, and each of them twice.
const rows = new WeakMap<Timeline, Map<number, Float64Array>>();
const rowAt = (timeline: Timeline, at: number): Float64Array => {
  const known = rows.get(timeline) ?? new Map<number, Float64Array>();
  rows.set(timeline, known);
  const row = known.get(at) ?? featuresAt(timeline, at);
  known.set(at, row);
  return row;
};

interface Look {
  readonly since: number;
  readonly at: number;
  readonly silence: number;
  readonly happened: boolean;
}

/** When a head looks at a case, and what became of it. */
const looksAt = (timeline: Timeline, head: HeadName): Look[] => {
  const ahead = horizons[head];
  if (head === 'chaseIfAnswered') return answersOf(timeline).map((answer) => ({ since: answer.at, at: answer.at, silence: 0, happened: chasesAfter(answer, ahead) }));
  return snapshotsOf(timeline).map((snapshot) => ({
    since: snapshot.wait.since, at: snapshot.at, silence: snapshot.silence, happened: head === 'leaves' ? isSilentFor(snapshot, ahead) : chasesWithin(snapshot, ahead),
  }));
};

/** When the first `share` of the cases of a source had been opened: earlier cases teach, later ones test. */
export const cutOf = ({ told }: Source, share: number): number => {
  const next = told[Math.floor(told.length * share)];
  return next === undefined ? Number.POSITIVE_INFINITY : opened(next);
};
