/** The front door of calendars for other domains; the arithmetic itself stands in `rules.ts` and is imported from there. */
export { addCalendar } from './actions.ts';
export { calendarById, calendarOfDepartment } from './queries.ts';
