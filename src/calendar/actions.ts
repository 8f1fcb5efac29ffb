import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { calendarEvents, type CalendarInput } from './contract.ts';
import { knowsHolidaysOf } from './holidays.ts';
import { insertCalendar, isNameTaken, updateCalendar } from './queries.ts';

type CalendarRefusal = Refusal<'calendar.name_taken' | 'calendar.unknown_country'>;

const whyNot = async (work: Work, id: string, input: CalendarInput): Promise<CalendarRefusal | null> => {
  if (await isNameTaken(work.tx, input.name, id)) return refuse('calendar.name_taken', { name: input.name });
  if (input.holidaysOf === null) return null;
  const { country, region } = input.holidaysOf;
  const known = await knowsHolidaysOf(region === undefined ? { country } : { country, region });
  return known ? null : refuse('calendar.unknown_country', { country, region: region ?? null });
};

/** Adds a calendar and returns its id. */
export const addCalendar = async (work: Work, input: CalendarInput): Promise<string | CalendarRefusal> => {
  const id = newId(work.now);
  const refusal = await whyNot(work, id, input);
  if (refusal !== null) return refusal;
  await insertCalendar(work.tx, id, input);
  work.emit(calendarEvents['calendar.added'](null, { calendarId: id }));
  return id;
};

/** Deadlines that are already set stay where they are: they were told to somebody. */
export const changeCalendar = async (work: Work, id: string, input: CalendarInput): Promise<string | CalendarRefusal> => {
  const refusal = await whyNot(work, id, input);
  if (refusal !== null) return refusal;
  if (!(await updateCalendar(work.tx, id, input))) throw new NotFound();
  work.emit(calendarEvents['calendar.changed'](null, { calendarId: id }));
  return id;
};
