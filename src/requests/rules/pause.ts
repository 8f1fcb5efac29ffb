import { plus, type Instant } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import { addWorkingTime, workingTimeBetween, type WorkCalendar } from '#calendar/rules.ts';

interface Paused {
  readonly dueAt: Instant;
  readonly nextClimbAt: Instant | null;
  readonly questionedAt: Instant;
}

/**
 * The clock runs on at `now`: the due instant and the next climb move by exactly the working time since the question. What was
 * late when it was asked is as late afterwards, what had two hours left has two hours left.
 */
export const resume = (request: Paused, now: Instant, calendar: WorkCalendar): { dueAt: Instant; nextClimbAt: Instant | null } => {
  const open = workingTimeBetween(calendar, request.questionedAt, now);
  const move = (instant: Instant): Instant => {
    const later = addWorkingTime(calendar, instant, open);
    return isRefusal(later) ? plus(instant, open) : later;
  };
  return { dueAt: move(request.dueAt), nextClimbAt: request.nextClimbAt === null ? null : move(request.nextClimbAt) };
};
