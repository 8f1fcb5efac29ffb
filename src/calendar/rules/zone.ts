import { day as dayLength, hour, second } from '#base/clock.ts';
import type { LocalDate } from './work-calendar.ts';

// Everything here counts in milliseconds. A "wall" is what the clock on the wall shows, written as if it were UTC, so that
// days and hours of a zone can be reckoned with plain arithmetic. Only `Intl` knows the zones: a Temporal polyfill would add
// some 20 KB to what every browser loads, and the tests hold these few lines against it instead.

const formats = new Map<string, Intl.DateTimeFormat>();

const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23',
      year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
};

/** What the clock on the wall of `timeZone` shows at `instant`, to the second, as a UTC number. */
export const wallAt = (timeZone: string, instant: number): number => {
  const shown = formatFor(timeZone).format(instant);
  const [month, dayOfMonth, year, hours, minutes, seconds] = shown.split(/\D+/).map(Number) as [
    number, number, number, number, number, number,
  ];
  return Date.UTC(year, month - 1, dayOfMonth, hours, minutes, seconds);
};

const offsetAt = (timeZone: string, instant: number): number =>
  wallAt(timeZone, instant) - Math.floor(instant / second) * second;

/** No zone is, or in living memory was, further than this from UTC; so nothing of one wall reading lies beyond. */
const furthestOffset = 16 * hour;

/** The first instant after `before` that has another offset than `before`, where `after` surely has. */
const changeBetween = (timeZone: string, before: number, after: number): number => {
  const offset = offsetAt(timeZone, before);
  let [same, other] = [before, after];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(timeZone, middle) === offset) same = middle;
    else other = middle;
  }
  return other;
};

/**
 * The first instant at which the clock on the wall shows `wall` or later.
 *
 * Where the clock jumps forward over `wall`, that is the jump itself: who opens at 2:30 on that night opens at 3:00. Where it
 * goes back and shows `wall` twice, it is the first time. So what was in order on paper stays in order, and hours that touch
 * still touch, on every night of the year.
 */
export const firstShowing = (timeZone: string, wall: number): number => {
  const before = offsetAt(timeZone, wall - furthestOffset);
  const after = offsetAt(timeZone, wall + furthestOffset);
  const early = wall - before;
  if (before === after || offsetAt(timeZone, early) === before) return early;
  const late = wall - after;
  if (offsetAt(timeZone, late) === after) return late;
  return changeBetween(timeZone, wall - furthestOffset, wall + furthestOffset);
};

/** `firstShowing` for one local day: two questions to `Intl` in all, unless the clocks change around that day. */
export const dayReader = (timeZone: string, dayNumber: number): ((time: number) => number) => {
  const midnight = dayNumber * dayLength;
  const before = offsetAt(timeZone, midnight - furthestOffset);
  const after = offsetAt(timeZone, midnight + dayLength + furthestOffset);
  return before === after
    ? (time) => midnight + time - before
    : (time) => firstShowing(timeZone, midnight + time);
};

/** No clock goes back by more than some three hours, so before this it cannot have shown the coming midnight already. */
const evening = 20 * hour;

/**
 * The local day that `instant` belongs to, as the number of days since 1970-01-01. Where the clock goes back over midnight, a
 * day that has begun stays begun, although the wall shows the evening before once more.
 */
export const dayNumberAt = (timeZone: string, instant: number): number => {
  const wall = wallAt(timeZone, instant);
  const shown = Math.floor(wall / dayLength);
  if (wall - shown * dayLength < evening) return shown;
  return instant >= firstShowing(timeZone, (shown + 1) * dayLength) ? shown + 1 : shown;
};

/** Days from 1970-01-01 to `date`. */
export const dayNumberOf = (date: LocalDate): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / dayLength;

/** The opposite of `dayNumberOf`. */
export const localDateOf = (dayNumber: number): LocalDate =>
  new Date(dayNumber * dayLength).toISOString().slice(0, 10);
