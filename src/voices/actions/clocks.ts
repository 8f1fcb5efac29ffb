import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/db/db.ts';
import { isRefusal } from '#base/refusal.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import type { Topic } from '../queries/topics.ts';
import { decideByOf, nextClimbAt, policy } from '../rules.ts';

export interface Clock {
  /** The end of the day by which it is to be done. */
  readonly by: Instant;
  readonly nextClimbAt: Instant | null;
}

const inWorkingDays = async (tx: Tx, topic: Topic, { days, now }: { days: number; now: Instant }): Promise<Clock> => {
  const calendar = await calendarOfDepartment(tx, topic.department_id, now);
  const by = decideByOf(calendar, now, days);
  if (isRefusal(by)) throw new Error('The calendar of a department never opens.');
  return { by, nextClimbAt: nextClimbAt(0, by, calendar) };
};

/** The day by which a theme of this topic is decided, counted from now in its department's calendar, and its first step. */
export const clockFrom = (tx: Tx, topic: Topic, now: Instant): Promise<Clock> => inWorkingDays(tx, topic, { days: topic.decides_within_days, now });

/** The same of a voice that stands in no theme yet: by when somebody of the topic puts it into one. */
export const placingClockFrom = (tx: Tx, topic: Topic, now: Instant): Promise<Clock> => inWorkingDays(tx, topic, { days: policy.placesWithin, now });

/** When the next step of a clock that goes on is due. */
export const stepAfter = async (tx: Tx, { topic, climbedTo, by, now }: { topic: Topic; climbedTo: number; by: Instant; now: Instant }): Promise<Instant | null> =>
  nextClimbAt(climbedTo, by, await calendarOfDepartment(tx, topic.department_id, now));
