import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/db/db.ts';
import { isRefusal } from '#base/refusal.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import type { Topic } from '../queries/topics.ts';
import { decideByOf, nextClimbAt } from '../rules.ts';

/** The day by which a theme of this topic is decided, counted from now in its department's calendar, and its first step. */
export const clockFrom = async (tx: Tx, topic: Topic, now: Instant): Promise<{ decideBy: Instant; nextClimbAt: Instant | null }> => {
  const calendar = await calendarOfDepartment(tx, topic.department_id, now);
  const decideBy = decideByOf(calendar, now, topic.decides_within_days);
  if (isRefusal(decideBy)) throw new Error('The calendar of a department never opens.');
  return { decideBy, nextClimbAt: nextClimbAt(0, decideBy, calendar) };
};

/** When the next step of a clock that goes on is due. */
export const stepAfter = async (tx: Tx, { topic, climbedTo, decideBy, now }: { topic: Topic; climbedTo: number; decideBy: Instant; now: Instant }): Promise<Instant | null> =>
  nextClimbAt(climbedTo, decideBy, await calendarOfDepartment(tx, topic.department_id, now));
