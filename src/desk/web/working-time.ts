import { useMemo } from 'react';
import { workingTimeBetween } from '#calendar/rules.ts';
import { useDepartmentCalendar } from '#cases/web/department-calendar.ts';

/**
 * How much of a stretch of time the service was open, in milliseconds, by the rule and the calendar that the server uses. Undefined
 * until the calendar is there; it is asked for only where a silence is on the screen, and never holds the case up.
 */
export const useWorkingTime = (departmentId: string, on: boolean): ((from: Date, to: Date) => number) | undefined => {
  const calendar = useDepartmentCalendar(on ? departmentId : null);
  return useMemo(() => calendar && ((from, to) => workingTimeBetween(calendar, from, to)), [calendar]);
};
