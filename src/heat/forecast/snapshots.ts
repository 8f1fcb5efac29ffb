import { sameBreath, waitsOf, type Timeline, type Wait } from './timeline.ts';

const hour = 3_600_000;

/** Hours of our silence, counted from the first message that waits, at which a wait is looked at. */
export const looks = [6, 12, 24, 48, 72, 120, 168, 240, 336] as const;

/** One open wait at one instant. */
export interface Snapshot {
  readonly timeline: Timeline;
  readonly wait: Wait;
  readonly at: number;
  /** The look that it is, in hours. */
  readonly silence: number;
}

/** Every open wait of a timeline at each look at which nobody had answered yet. */
export const snapshotsOf = (timeline: Timeline): Snapshot[] =>
  waitsOf(timeline).flatMap((wait) =>
    looks.flatMap((silence) => {
      const at = wait.since + silence * hour;
      return wait.answeredAt !== null && wait.answeredAt <= at ? [] : [{ timeline, wait, at, silence }];
    }),
  );

/**
 * Whether the customer writes again within so many hours of the snapshot, before anyone answers, and at least an hour after what
 * they wrote last.
 */
export const chasesWithin = ({ timeline, wait, at }: Snapshot, hours: number): boolean => {
  let before = Number.NEGATIVE_INFINITY;
  for (const place of wait.posts) {
    const post = timeline.said[place]?.at ?? 0;
    if (post > at && post <= at + hours * hour && post - before >= sameBreath) return true;
    before = post;
  }
  return false;
};

/** Whether the customer never writes again within so many hours of the snapshot, answered or not. */
export const isSilentFor = ({ timeline, at }: Pick<Snapshot, 'timeline' | 'at'>, hours: number): boolean =>
  !timeline.said.some((one) => one.by === 'customer' && one.at > at && one.at <= at + hours * hour);

/** Each instant at which we answered: what an answer is worth is learnt there. */
export const answersOf = (timeline: Timeline): { timeline: Timeline; at: number }[] => waitsOf(timeline).flatMap(({ answeredAt }) => (answeredAt === null ? [] : [{ timeline, at: answeredAt }]));

/** Whether, within so many hours of an answer, the customer is back and asks again before the next one. */
export const chasesAfter = ({ timeline, at }: Pick<Snapshot, 'timeline' | 'at'>, hours: number): boolean => {
  let waits: number | null = null;
  for (const one of timeline.said) {
    if (one.at <= at || one.at > at + hours * hour) continue;
    if (one.by === 'us') waits = null;
    else if (waits !== null && one.at - waits >= sameBreath) return true;
    else waits = one.at;
  }
  return false;
};
