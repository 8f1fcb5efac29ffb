import type { Selectable } from 'kysely';
import { day, plus, type Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { Tables } from '#migrations/tables.ts';
import { CalendarInput, type CalendarInUse } from './contract.ts';
import { holidaysFor } from './holidays.ts';
import type { Holiday, WorkCalendar } from './rules.ts';

type Stored = Selectable<Tables['calendars']>;

export const inputFrom = (row: Stored): CalendarInput =>
  CalendarInput.parse({
    name: row.name,
    timeZone: row.time_zone,
    week: row.week,
    holidaysOf: row.holidays_country === null
      ? null
      : {
          country: row.holidays_country,
          ...(row.holidays_region === null ? {} : { region: row.holidays_region }),
          ...(row.patron_day === null ? {} : { patronDay: row.patron_day }),
        },
    exceptions: row.exceptions,
  });

/** The year before counts working time that began last December, the two after it hold whatever is due. */
const yearsAround = (now: Instant): number[] => [-1, 0, 1, 2].map((step) => now.getUTCFullYear() + step);

const holidaysAround = async (input: CalendarInput, now: Instant): Promise<Holiday[]> => {
  if (input.holidaysOf === null) return [];
  const { country, region, patronDay } = input.holidaysOf;
  const of = { country, ...(region === undefined ? {} : { region }), ...(patronDay === undefined ? {} : { patronDay }) };
  return holidaysFor(of, yearsAround(now));
};

// By content and not by id: a calendar that was changed by another process is another content, and rules remember their answers
// under the object, so the same content must be the same object. Old contents are few; the oldest goes when there are many.
const remembered = new Map<string, Promise<WorkCalendar>>();
const mostRemembered = 200;

const expand = async (input: CalendarInput, now: Instant): Promise<WorkCalendar> => ({
  timeZone: input.timeZone, week: input.week, exceptions: input.exceptions, holidays: await holidaysAround(input, now),
});

const workCalendarFrom = (row: Stored, now: Instant): Promise<WorkCalendar> => {
  const { id: _id, name: _name, ...content } = row;
  const key = `${now.getUTCFullYear()} ${JSON.stringify(content)}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const made = expand(inputFrom(row), now);
  // A failure is not an answer worth keeping.
  made.catch(() => remembered.delete(key));
  remembered.set(key, made);
  if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value ?? key);
  return made;
};

/** The calendar with its holidays written out for the years around `now`. Throws where there is none: ids of calendars come from rows. */
export const calendarById = async (reader: Reader, id: string, now: Instant): Promise<WorkCalendar> =>
  workCalendarFrom(await reader.selectFrom('calendars').selectAll().where('id', '=', id).executeTakeFirstOrThrow(), now);

export const calendarOfDepartment = async (reader: Reader, departmentId: string, now: Instant): Promise<WorkCalendar> => {
  const row = await reader.selectFrom('calendars').innerJoin('departments', 'departments.calendar_id', 'calendars.id')
    .selectAll('calendars').where('departments.id', '=', departmentId).executeTakeFirstOrThrow();
  return workCalendarFrom(row, now);
};

const viewOf = async (row: Stored, departments: readonly string[], now: Instant): Promise<CalendarInUse> => {
  const { holidays } = await workCalendarFrom(row, now);
  const [today, inAYear] = [now, plus(now, 365 * day)].map((instant) => instant.toISOString().slice(0, 10)) as [string, string];
  const coming = holidays.filter(({ date }) => date >= today && date < inAYear);
  return { id: row.id, ...inputFrom(row), holidays: [...holidays], coming, departments: [...departments] };
};

export const calendarViews = async (reader: Reader, now: Instant, id?: string): Promise<CalendarInUse[]> => {
  let query = reader.selectFrom('calendars').selectAll().orderBy('name');
  if (id !== undefined) query = query.where('id', '=', id);
  const using = await reader.selectFrom('departments').select(['calendar_id', 'name']).where('closed_at', 'is', null).orderBy('name').execute();
  const namesFor = (calendarId: string): string[] => using.filter((one) => one.calendar_id === calendarId).map(({ name }) => name);
  return Promise.all((await query.execute()).map((row) => viewOf(row, namesFor(row.id), now)));
};

const stored = (input: CalendarInput) => ({
  name: input.name,
  time_zone: input.timeZone,
  week: JSON.stringify(input.week),
  holidays_country: input.holidaysOf?.country ?? null,
  holidays_region: input.holidaysOf?.region ?? null,
  patron_day: input.holidaysOf?.patronDay === undefined ? null : JSON.stringify(input.holidaysOf.patronDay),
  exceptions: JSON.stringify(input.exceptions),
});

export const insertCalendar = async (reader: Reader, id: string, input: CalendarInput): Promise<void> => {
  await reader.insertInto('calendars').values({ id, ...stored(input) }).execute();
};

/** False where there is no such calendar. */
export const updateCalendar = async (reader: Reader, id: string, input: CalendarInput): Promise<boolean> => {
  const result = await reader.updateTable('calendars').set(stored(input)).where('id', '=', id).executeTakeFirst();
  return result.numUpdatedRows === 1n;
};

/** Whether another calendar than `id` has the name; two of one name could not be told apart where one is chosen. */
export const isNameTaken = async (reader: Reader, name: string, id: string): Promise<boolean> =>
  (await reader.selectFrom('calendars').select('id').where('name', '=', name).where('id', '!=', id).executeTakeFirst()) !== undefined;
