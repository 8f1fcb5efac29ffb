import { createContext, useMemo } from 'react';
import { useRead } from '#app/web/client.ts';
import { calendarRoutes } from '#calendar/contract.ts';
import type { WorkCalendar } from '#calendar/rules.ts';
import { departmentRoutes } from '#people/contract.ts';

/** Whose hours count for every date that is offered below; the usual office hours where nobody is named. */
export const HoursOf = createContext<string | null>(null);

/** When that department works, as the server reckons; undefined until it is known, and for no department. It never holds a screen up. */
export const useDepartmentCalendar = (departmentId: string | null): WorkCalendar | undefined => {
  const on = departmentId !== null;
  const departments = useRead(departmentRoutes.list, undefined, { on }).data;
  const calendars = useRead(calendarRoutes.list, undefined, { on }).data;
  return useMemo(() => {
    const calendarId = departments?.find(({ id }) => id === departmentId)?.calendarId;
    return calendars?.find(({ id }) => id === calendarId);
  }, [departments, calendars, departmentId]);
};
