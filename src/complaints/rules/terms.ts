import type { Instant } from '#base/clock.ts';
import type { LocalDate, WorkCalendar } from '#calendar/rules.ts';
import { daysPassed, endOf, hourOn, lastDayOf, workingDaysBefore, type Counting } from './days.ts';

/**
 * Which term a complaint has, and when its clocks strike. A complaint is answered by the version that held on the day on which its
 * term starts, and keeps it whatever is added later. Whoever has it is reminded on the fifth working day before the end, early enough
 * to ask a department and wait; two working days before, the head of the department and the leads are called as well; when the term
 * has passed, all of them once more.
 */
export const termPolicy = { remindDaysBefore: 5, callDaysBefore: 2, callsAtHour: 8 } as const;

interface Version {
  readonly sector: string;
  readonly kind: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly addedAt: string;
}

/** The version that holds on `on`; of two that begin on one day, the one that was added later. Undefined where none does. */
export const termOn = <Term extends Version>(terms: readonly Term[], { sector, kind, on }: { readonly sector: string; readonly kind: string; readonly on: LocalDate }): Term | undefined =>
  terms
    .filter((term) => term.sector === sector && term.kind === kind && term.validFrom <= on && (term.validTo === null || on <= term.validTo))
    .toSorted((one, other) => other.validFrom.localeCompare(one.validFrom) || other.addedAt.localeCompare(one.addedAt))[0];

export interface Term {
  readonly days: number;
  readonly counts: Counting;
  readonly longestDays: number | null;
}

export interface Clocks {
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  readonly remindAt: Instant;
  readonly callAt: Instant;
}

/** The clocks of an answer that is due on `dueOn`. */
export const clocksFor = (dueOn: LocalDate, calendar: WorkCalendar): Clocks => {
  const { timeZone } = calendar;
  const morning = (daysBefore: number): Instant => hourOn(timeZone, workingDaysBefore(dueOn, daysBefore, calendar), termPolicy.callsAtHour);
  return { dueOn, dueAt: endOf(timeZone, dueOn), remindAt: morning(termPolicy.remindDaysBefore), callAt: morning(termPolicy.callDaysBefore) };
};

/** The clocks of a complaint whose term starts on `startedOn`. */
export const clocksOf = (term: Term, startedOn: LocalDate, calendar: WorkCalendar): Clocks => clocksFor(lastDayOf(startedOn, term, calendar), calendar);

/** The last day that an interim reply may name for the final one; null where the rule knows no interim reply. */
export const longestOn = ({ longestDays, counts }: Term, startedOn: LocalDate, calendar: WorkCalendar): LocalDate | null =>
  longestDays === null ? null : lastDayOf(startedOn, { days: longestDays, counts }, calendar);

export interface Indemnity {
  readonly cents: number;
  readonly doublesBeyond: number;
  readonly triplesBeyond: number;
}

interface Lateness {
  readonly term: Pick<Term, 'days' | 'counts'> & { readonly indemnity: Indemnity | null };
  readonly startedOn: LocalDate;
  /** The last day of the term. */
  readonly dueOn: LocalDate;
  /** When it was answered; today, while it is not. */
  readonly on: LocalDate;
}

/** What is owed without being asked, in cents, for an answer on that day: nothing in time; then once, twice, three times the sum. */
export const indemnityOwed = ({ term, startedOn, dueOn, on }: Lateness, calendar: WorkCalendar): number => {
  if (term.indemnity === null || on <= dueOn) return 0;
  const { cents, doublesBeyond, triplesBeyond } = term.indemnity;
  const passed = daysPassed(startedOn, on, { counts: term.counts, calendar });
  if (passed > triplesBeyond * term.days) return 3 * cents;
  return passed > doublesBeyond * term.days ? 2 * cents : cents;
};
