import { day } from '#base/clock.ts';
import type { Instant } from '#base/clock.ts';
import { refuse } from '#base/refusal.ts';
import type { Refusal } from '#base/refusal.ts';
import { spansAfter, spansBefore, spansOn } from './opening-hours.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { dayNumberAt } from './zone.ts';

/** A deadline further away than this is a mistake in the figures; the search ends there. */
const furthestDeadline = 20 * 366 * day;

/**
 * The instant at which `workingMilliseconds` of open time have passed since `start`.
 *
 * A deadline that uses the time up exactly is the closing, not the next opening: "four hours" from Monday 14:00 to 18:00 are
 * due at 18:00. Nothing added is `start` itself, open or closed, so that adding in two steps equals adding in one. A negative
 * figure goes back, for a warning ahead of a deadline; using the time up exactly, it ends at an opening.
 *
 * Refuses when the calendar stays closed for 366 days in a row, or opens so little that the deadline is 20 years away.
 */
export const addWorkingTime = (
  calendar: WorkCalendar, start: Instant, workingMilliseconds: number,
): Instant | Refusal<'calendar.never_open'> => {
  if (!Number.isFinite(workingMilliseconds)) throw new RangeError(`working time is ${workingMilliseconds}`);
  if (workingMilliseconds === 0) return start;
  const due = workingMilliseconds > 0
    ? forward(calendar, start.getTime(), workingMilliseconds)
    : back(calendar, start.getTime(), -workingMilliseconds);
  return due === undefined ? refuse('calendar.never_open') : new Date(due);
};

const forward = (calendar: WorkCalendar, start: number, working: number): number | undefined => {
  let left = working;
  for (const span of spansAfter(calendar, start)) {
    const from = Math.max(span.from, start);
    if (left <= span.to - from) return from + left;
    if (from - start > furthestDeadline) return undefined;
    left -= span.to - from;
  }
  return undefined;
};

const back = (calendar: WorkCalendar, start: number, working: number): number | undefined => {
  let left = working;
  for (const span of spansBefore(calendar, start)) {
    const to = Math.min(span.to, start);
    if (left <= to - span.from) return to - left;
    if (start - to > furthestDeadline) return undefined;
    left -= to - span.from;
  }
  return undefined;
};

/** The open milliseconds from `from` to `to`; negative when `to` is the earlier of the two. */
export const workingTimeBetween = (calendar: WorkCalendar, from: Instant, to: Instant): number => {
  if (to < from) return 0 - workingTimeBetween(calendar, to, from);
  const [start, end] = [from.getTime(), to.getTime()];
  const lastDay = dayNumberAt(calendar.timeZone, end);
  let total = 0;
  for (let one = dayNumberAt(calendar.timeZone, start); one <= lastDay; one += 1) {
    for (const span of spansOn(calendar, one)) {
      total += Math.max(0, Math.min(span.to, end) - Math.max(span.from, start));
    }
  }
  return total;
};
