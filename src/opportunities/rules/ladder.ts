import { plus, type Instant } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import { addWorkingTime, type WorkCalendar } from '#calendar/rules.ts';
import { directorsAfter } from '#requests/rules.ts';

/** 1 the head of the department, 2 the leads and the management. */
export type Step = 1 | 2;

interface Ladder {
  readonly dueAt: Instant;
  readonly agreedMinutes: number;
  readonly calendar: WorkCalendar;
}

/**
 * When it climbs next after `done` steps that were taken by `now`; null after the last. The second step counts from the due instant, or
 * from now where the head heard later than that, in the department's working time, and in real time where it never works.
 */
export const climbTime = (done: 0 | Step, { dueAt, agreedMinutes, calendar }: Ladder, now: Instant): Instant | null => {
  if (done === 0) return dueAt;
  if (done === 2) return null;
  const from = now > dueAt ? now : dueAt;
  const then = addWorkingTime(calendar, from, directorsAfter(agreedMinutes));
  return isRefusal(then) ? plus(from, directorsAfter(agreedMinutes)) : then;
};

/** The step that comes next, and when; null where nothing is awaited or nobody stands higher. */
export const nextClimb = ({ climbedTo, nextClimbAt }: { readonly climbedTo: 0 | Step; readonly nextClimbAt: Instant | null }): { at: Instant; step: Step } | null =>
  nextClimbAt === null || climbedTo === 2 ? null : { at: nextClimbAt, step: climbedTo === 0 ? 1 : 2 };
