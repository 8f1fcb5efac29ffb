import { hour, minute, plus, type Instant } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import { addWorkingTime, type WorkCalendar } from '#calendar/rules.ts';

/** 1 the reminder, 2 the head, 3 the directors. */
export type Step = 1 | 2 | 3;

/** Working milliseconds before the due instant at which the department is reminded, for an agreement of `minutes`. */
export const reminderAhead = (minutes: number): number => {
  const agreed = minutes * minute;
  return Math.min(agreed / 2, Math.max(agreed / 4, hour));
};

/** Working milliseconds after the due instant at which the directors hear. */
export const directorsAfter = (minutes: number): number => Math.min(4 * hour, Math.max((minutes * minute) / 2, hour));

/** A calendar that was emptied while a request ran must not stop it from climbing: real time counts then. */
const moved = (calendar: WorkCalendar, from: Instant, working: number): Instant => {
  const instant = addWorkingTime(calendar, from, working);
  return isRefusal(instant) ? plus(from, working) : instant;
};

export interface Ladder {
  readonly dueAt: Instant;
  readonly agreedMinutes: number;
  readonly calendar: WorkCalendar;
}

/**
 * When the request climbs next, after `done` steps (0: just asked) that were taken by `now`. Null after the last. After the head
 * the time to the directors counts from the due instant, or from now where the head heard later than that.
 */
export const whenNext = (done: 0 | Step, { dueAt, agreedMinutes, calendar }: Ladder, now: Instant): Instant | null => {
  if (done === 0) return moved(calendar, dueAt, -reminderAhead(agreedMinutes));
  if (done === 1) return dueAt;
  if (done === 2) return moved(calendar, now > dueAt ? now : dueAt, directorsAfter(agreedMinutes));
  return null;
};

export interface Climbing {
  readonly dueAt: Instant;
  readonly climbedTo: 0 | Step;
  readonly nextClimbAt: Instant | null;
  readonly questionedAt: Instant | null;
}

/**
 * What happens next if the department stays silent, and when. Null where nothing does: settled, at the top, or its clock stands
 * still. Once it is late, the head's step takes the place of a reminder that was not sent in time.
 */
export const nextClimb = (request: Climbing, now: Instant): { at: Instant; step: Step } | null => {
  const { nextClimbAt, climbedTo, questionedAt, dueAt } = request;
  if (nextClimbAt === null || questionedAt !== null || climbedTo === 3) return null;
  if (climbedTo === 0 && now >= dueAt) return { at: dueAt, step: 2 };
  return { at: nextClimbAt, step: (climbedTo + 1) as Step };
};
