import { z } from 'zod';
import { get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { id, idParams, line, localDate } from '#base/shapes.ts';
import { calendarTexts } from './texts.ts';

/** What can be wrong with a calendar that somebody typed, beyond a missing field; the words are in `texts.ts`. */
export const calendarProblems = [
  'calendar.not_a_time', 'calendar.unknown_zone', 'calendar.ends_before_it_begins', 'calendar.hours_out_of_order',
  'calendar.hours_overlap', 'calendar.never_opens', 'calendar.last_day_before_first', 'calendar.no_such_day',
] as const;
export type CalendarProblem = (typeof calendarProblems)[number];

// The words travel with the problem, so that the answer says them in the language of whoever asked.
const problem = (code: CalendarProblem) => ({
  error: code, params: { it: calendarTexts.it.problems[code], en: calendarTexts.en.problems[code] },
});

const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
const timeOfDay = z.string().max(5).refine(isTimeOfDay, problem('calendar.not_a_time'));
const endTime = z.string().max(5).refine((text) => text === '24:00' || isTimeOfDay(text), problem('calendar.not_a_time'));

/** Open from `from` to `to`, which may be `24:00`. Two digits throughout, so that times compare as text. */
export const HoursShape = z.object({ from: timeOfDay, to: endTime })
  .refine(({ from, to }) => from < to, { ...problem('calendar.ends_before_it_begins'), path: ['to'] });

/** The hours of one day in order; a break is the gap between two. No hours is closed. Hours may touch, not overlap. */
export const DayHours = z.array(HoursShape).max(12).superRefine((hours, context) => {
  for (const [index, one] of hours.entries()) {
    const before = hours[index - 1];
    if (before === undefined || one.from >= before.to) continue;
    const code: CalendarProblem = one.to <= before.from ? 'calendar.hours_out_of_order' : 'calendar.hours_overlap';
    context.addIssue({ code: 'custom', message: code, params: problem(code).params, path: [index, 'from'] });
  }
});

/** Hours by ISO weekday: 1 is Monday. At least one day of the week opens, or no deadline would ever come. */
export const WeekShape = z.object({
  1: DayHours, 2: DayHours, 3: DayHours, 4: DayHours, 5: DayHours, 6: DayHours, 7: DayHours,
}).refine((week) => Object.values(week).some((hours) => hours.length > 0), problem('calendar.never_opens'));

const isKnownZone = (name: string): boolean => {
  // An offset such as `+01:00` is accepted by Intl, but it forgets the summer time that people live by.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

export const TimeZone = z.string().max(64).refine(isKnownZone, problem('calendar.unknown_zone'));

/** Other hours from a day to a day, both included. Where two fall on one day, the later in the list counts. */
export const ExceptionShape = z.object({ from: localDate, to: localDate, hours: DayHours, name: line(120) })
  .refine(({ from, to }) => from <= to, { ...problem('calendar.last_day_before_first'), path: ['to'] });

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The town's own holiday: 24 June in Monza. */
export const PatronDay = z.object({ month: z.int().min(1).max(12), day: z.int().min(1), name: line(120) })
  .refine(({ month, day }) => day <= (daysOfMonth[month - 1] ?? 0), { ...problem('calendar.no_such_day'), path: ['day'] });

/** Whose public holidays close: a country (ISO 3166), perhaps a region of it, perhaps a town's patron. */
export const HolidaysOfShape = z.object({
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z.string().min(1).max(12).optional(),
  patronDay: PatronDay.optional(),
});

/** A calendar as an admin writes it. `holidaysOf` null means working through public holidays. */
export const CalendarInput = z.object({
  name: line(80),
  timeZone: TimeZone,
  week: WeekShape,
  holidaysOf: HolidaysOfShape.nullable(),
  exceptions: z.array(ExceptionShape).max(500),
});
export type CalendarInput = z.infer<typeof CalendarInput>;

export const HolidayShape = z.object({ date: localDate, name: z.object({ it: z.string(), en: z.string() }) });

// What is answered is written out as it stands: names were trimmed when they came in, and a trim cannot be run backwards.
const AnsweredHolidaysOf = HolidaysOfShape.extend({ patronDay: z.object({ month: z.int(), day: z.int(), name: z.string() }).optional() });
const AnsweredException = z.object({ from: localDate, to: localDate, hours: DayHours, name: z.string() });

/** A calendar as it is read: with the days that its holidays fall on, so that the browser reckons as the server does. */
export const CalendarView = CalendarInput.extend({
  id,
  name: z.string(),
  holidaysOf: AnsweredHolidaysOf.nullable(),
  exceptions: z.array(AnsweredException),
  holidays: z.array(HolidayShape),
});
export type CalendarView = z.infer<typeof CalendarView>;

/** A calendar in the list: with the public holidays of the months ahead, so that whoever set it up sees whether they are right. */
export const CalendarInUse = CalendarView.extend({ coming: z.array(HolidayShape), departments: z.array(z.string()) });
export type CalendarInUse = z.infer<typeof CalendarInUse>;

export const calendarRoutes = {
  list: get('/calendars', { summary: 'All calendars, with their coming holidays.', access: 'signed_in', out: z.array(CalendarInUse) }),
  add: post('/calendars', { summary: 'Adds a calendar.', access: ['admin'], body: CalendarInput, out: CalendarInUse }),
  change: put('/calendars/:id', {
    summary: 'Changes a calendar. Deadlines that are already set stay; new ones follow it.',
    access: ['admin'], object: 'calendar', params: idParams, body: CalendarInput, out: CalendarInUse,
  }),
};

export const calendarEvents = defineEvents({
  'calendar.added': z.object({ calendarId: id }),
  'calendar.changed': z.object({ calendarId: id }),
});
