import { day } from '#base/clock.ts';
import type { Instant } from '#base/clock.ts';
import { refuse } from '#base/refusal.ts';
import type { Refusal } from '#base/refusal.ts';
import { spansAfter, spansBefore, spansOn } from './opening-hours.ts';
import type { Span } from './opening-hours.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { dayNumberAt } from './zone.ts';

type NeverOpen = Refusal<'calendar.never_open'>;
type NeverCloses = Refusal<'calendar.never_closes'>;

/** A year without closing: nobody closes later than that. */
const longestOpening = 366 * day;

const firstSpanAfter = (calendar: WorkCalendar, instant: number): Span | undefined =>
  spansAfter(calendar, instant).next().value ?? undefined;

/** Where the open time that contains `span` ends, joined over midnights, but looked for no further than `limit` past it. */
const closingOf = (calendar: WorkCalendar, span: Span, limit: number): number => {
  let { to } = span;
  for (const next of spansAfter(calendar, span.to)) {
    if (next.from > to || to - span.from > limit) break;
    to = next.to;
  }
  return to;
};

/** Where the open time that contains `span` began, in the same way. */
const openingOf = (calendar: WorkCalendar, span: Span, limit: number): number => {
  let { from } = span;
  for (const previous of spansBefore(calendar, span.from)) {
    if (previous.to < from || span.to - from > limit) break;
    from = previous.from;
  }
  return from;
};

/** The first instant from `at` on at which somebody is at work: `at` itself when open. */
export const nextOpening = (calendar: WorkCalendar, at: Instant): Instant | NeverOpen => {
  const span = firstSpanAfter(calendar, at.getTime());
  if (span === undefined) return refuse('calendar.never_open');
  return span.from <= at.getTime() ? at : new Date(span.from);
};

/**
 * The first closing after `at`, be it for a break or for the night; when closed, that of the next opening. Hours that go on
 * over midnight are one. Refuses a calendar that does not open, or does not close, within 366 days.
 */
export const nextClosing = (calendar: WorkCalendar, at: Instant): Instant | NeverOpen | NeverCloses => {
  const span = firstSpanAfter(calendar, at.getTime());
  if (span === undefined) return refuse('calendar.never_open');
  const closing = closingOf(calendar, span, longestOpening);
  return closing - span.from > longestOpening ? refuse('calendar.never_closes') : new Date(closing);
};

/**
 * When the working day that `at` belongs to is over: its last closing, breaks not counted. When that is past, the end of the
 * next working day: at 18:00 sharp, "by the end of the day" means tomorrow. A night shift belongs to the day on which it
 * began, so at 3:00 the end is this morning. Who stays open around the clock ends the day at midnight.
 */
export const endOfWorkingDay = (calendar: WorkCalendar, at: Instant): Instant | NeverOpen => {
  const span = firstSpanAfter(calendar, at.getTime());
  if (span === undefined) return refuse('calendar.never_open');
  const opening = openingOf(calendar, span, day);
  const closing = closingOf(calendar, span, day);
  const aroundTheClock = closing - opening > day;
  const began = dayNumberAt(calendar.timeZone, aroundTheClock ? span.from : opening);
  const last = spansOn(calendar, began).at(-1) ?? span;
  return new Date(aroundTheClock ? last.to : closingOf(calendar, last, day));
};
