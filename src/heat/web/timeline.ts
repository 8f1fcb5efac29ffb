import { day, hour } from '#base/clock.ts';
import { firstShowing, wallAt } from '#calendar/rules/zone.ts';

/** How far the line of time reaches: beyond three days nobody is said to boil. */
const reach = 72 * hour;
/** The next hours are where acts are chosen, so they get more room than the day after tomorrow: six hours take a fifth of the line. */
const bend = 0.62;

/** Where an instant stands on the line of time, from 0 (now, or earlier) to 1 (three days from now, or later). */
export const placeOnLine = (instant: Date, now: Date): number => {
  const away = Math.max(0, Math.min(reach, instant.getTime() - now.getTime()));
  return (away / reach) ** bend;
};

export interface DayMark {
  /** Midnight, at which that day begins. */
  at: Date;
  place: number;
}

/** Where each day begins on the line, by the clock on the wall of `timeZone`. */
export const dayMarks = (now: Date, timeZone: string): DayMark[] => {
  const today = Math.floor(wallAt(timeZone, now.getTime()) / day);
  const starts = [1, 2, 3].map((nights) => new Date(firstShowing(timeZone, (today + nights) * day)));
  return starts.map((at) => ({ at, place: placeOnLine(at, now) })).filter(({ place }) => place < 1);
};
