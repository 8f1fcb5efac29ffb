import { firstShowing } from '#calendar/rules/zone.ts';
import type { Instant } from '#base/clock.ts';

/**
 * Stars and days as people and programs write them. Whatever cannot be read for certain is not guessed: a row with a day that is none
 * is refused and shown, because a post on the wrong day would count as waiting since then.
 */
export type DateOrder = 'dmy' | 'mdy';

/** One to five from "4", "4,5", "4/5", "4 su 5", "5 stars", "★★★☆☆"; null where it says nothing, undefined where it is no such number. */
export const starsIn = (typed: string): number | null | undefined => {
  const said = typed.trim();
  if (said === '') return null;
  const drawn = [...said].filter((one) => one === '★' || one === '⭐').length;
  if (drawn > 0) return drawn <= 5 ? drawn : undefined;
  const [, number, most] = /^(\d{1,2}(?:[.,]\d{1,2})?)(?:\s*(?:\/|su|out of|di|of)\s*(\d{1,3}))?\s*(?:stars?|stelle?|\*)?$/iu.exec(said) ?? [];
  if (number === undefined) return undefined;
  const stars = Math.round((Number(number.replace(',', '.')) * 5) / Number(most ?? 5));
  return stars >= 1 && stars <= 5 ? stars : undefined;
};

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/u;
const byHand = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[ ,T]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap]m)?)?$/iu;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const noon = { hours: 12, minutes: 0, seconds: 0 };

const wallOf = ({ year, month, day, hours, minutes, seconds }: Parts): number | undefined => {
  const wall = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  const back = new Date(wall);
  // 31/02 is no day; the calendar of the language would quietly make it the third of March.
  return back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hours < 24 && minutes < 60 && seconds < 60 ? wall : undefined;
};

const timeIn = ([hours, minutes, seconds, half]: readonly (string | undefined)[]): Pick<Parts, 'hours' | 'minutes' | 'seconds'> => {
  // A day without a time is its noon: nobody's midnight makes it the day before elsewhere.
  if (hours === undefined) return noon;
  const turned = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return { hours: turned, minutes: Number(minutes), seconds: Number(seconds ?? 0) };
};

const offsetOf = (said: string): number => {
  if (said === 'Z') return 0;
  const sign = said.startsWith('-') ? -1 : 1;
  return sign * (Number(said.slice(1, 3)) * 60 + Number(said.slice(-2))) * 60_000;
};

/** The instant that somebody wrote; a time without a zone is one of `timeZone`. Null where nothing is said, undefined where it is no day. */
export const instantIn = (typed: string, { order, timeZone }: { readonly order: DateOrder; readonly timeZone: string }): Instant | null | undefined => {
  const said = typed.trim();
  if (said === '') return null;
  const zoned = iso.exec(said);
  if (zoned !== null) {
    const [, year, month, day, hours, minutes, seconds, offset] = zoned;
    const wall = wallOf({ year: Number(year), month: Number(month), day: Number(day), ...timeIn([hours, minutes, seconds]) });
    if (wall === undefined) return undefined;
    return new Date(offset === undefined ? firstShowing(timeZone, wall) : wall - offsetOf(offset));
  }
  const written = byHand.exec(said);
  if (written === null) return undefined;
  const [, one, two, year = '', hours, minutes, seconds, half] = written;
  const [day, month] = order === 'dmy' ? [Number(one), Number(two)] : [Number(two), Number(one)];
  const wall = wallOf({ year: Number(year.length === 2 ? `20${year}` : year), month, day, ...timeIn([hours, minutes, seconds, half]) });
  return wall === undefined ? undefined : new Date(firstShowing(timeZone, wall));
};

/** Whether the day or the month stands first, by the rows in which only one of them can be it; the day, as here, where none says. */
export const dateOrderOf = (written: readonly string[]): DateOrder => {
  const pairs = written.map((one) => byHand.exec(one.trim())).filter((one) => one !== null);
  return pairs.some(([, first]) => Number(first) > 12) || !pairs.some(([, , second]) => Number(second) > 12) ? 'dmy' : 'mdy';
};
