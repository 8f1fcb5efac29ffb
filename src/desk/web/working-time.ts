import { useMemo } from 'react';
import { useRead } from '#app/web/client.ts';
import { calendarRoutes } from '#calendar/contract.ts';
import { workingTimeBetween } from '#calendar/rules.ts';
import { departmentRoutes } from '#people/contract.ts';

/**
 * How much of a stretch of time the service was open, in milliseconds, by the rule and the calendar that the server uses. Undefined
 * until the calendar is there; it is asked for only where a silence is on the screen, and never holds the case up.
 */
export const useWorkingTime = (departmentId: string, on: boolean): ((from: Date, to: Date) => number) | undefined => {
  const departments = useRead(departmentRoutes.list, undefined, { on }).data;
  const calendars = useRead(calendarRoutes.list, undefined, { on }).data;
  return useMemo(() => {
    const calendarId = departments?.find(({ id }) => id === departmentId)?.calendarId;
    const calendar = calendars?.find(({ id }) => id === calendarId);
    return calendar && ((from, to) => workingTimeBetween(calendar, from, to));
  }, [departments, calendars, departmentId]);
};
