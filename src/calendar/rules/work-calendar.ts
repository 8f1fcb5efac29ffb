/** A day on somebody's wall calendar, `YYYY-MM-DD`; no zone, no time. */
export type LocalDate = string;

/** A time on somebody's wall clock, `HH:MM` from `00:00` to `24:00`, the latter only as an end. */
export type LocalTime = string;

/** Open from `from` (included) to `to` (excluded), on one local day. A break is the gap between two of them. */
export interface Hours {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

/** 1 is Monday and 7 is Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A day on which the whole week's hours do not count. */
export interface Holiday {
  readonly date: LocalDate;
  readonly name: { readonly it: string; readonly en: string };
}

/** Other hours from the day `from` to the day `to`, both included; no hours means closed. */
export interface CalendarException {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly hours: readonly Hours[];
  readonly name: string;
}

/**
 * When a department works. Exceptions win over holidays, holidays over the week; of two exceptions on one day, the one
 * written later wins, so that "closed all August, but open on the 14th" is two lines.
 *
 * A calendar is never changed in place: what is computed from it is remembered under the object itself.
 */
export interface WorkCalendar {
  /** A name of the IANA database, such as `Europe/Rome`. */
  readonly timeZone: string;
  readonly week: Readonly<Record<Weekday, readonly Hours[]>>;
  readonly holidays: readonly Holiday[];
  readonly exceptions: readonly CalendarException[];
}
