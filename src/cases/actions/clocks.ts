import { addWorkingTime } from '#calendar/rules.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Instant } from '#base/clock.ts';
import type { Work } from '#base/work.ts';
import { caseEvents } from '../contract.ts';
import { policy } from '../rules.ts';
import { updateCase } from '../queries/case.ts';

interface Clocks {
  readonly claimDueAt: Instant;
  readonly firstWordDueAt: Instant;
  readonly lookAgainAt: Instant;
}

/** The three deadlines of `policy`, from now, in the working hours of the department in whose queue the case stands. */
export const clocksOf = async (work: Work, departmentId: string): Promise<Clocks> => {
  const calendar = await calendarOfDepartment(work.tx, departmentId, work.now);
  const within = (milliseconds: number): Instant => {
    const due = addWorkingTime(calendar, work.now, milliseconds);
    if (isRefusal(due)) throw new Error(`The calendar of department ${departmentId} never opens.`);
    return due;
  };
  return {
    claimDueAt: within(policy.claimWithin),
    firstWordDueAt: within(policy.firstWordWithin),
    lookAgainAt: within(policy.lookAgainWithin),
  };
};

/** Moves the next update and starts its warning anew. The one way in which that instant changes. */
export const moveNextUpdate = async (work: Work, caseId: string, dueAt: Instant, because: string): Promise<void> => {
  await updateCase(work.tx, caseId, work.now, { next_update_due_at: dueAt, next_update_warned_at: null, next_update_missed_at: null });
  work.emit(caseEvents['case.next_update_set'](caseId, { dueAt: dueAt.toISOString(), because }));
};
