import { day, hour, minute } from '#base/clock.ts';
import type { Instant } from '#base/clock.ts';
import type { Language } from '#base/texts.ts';
import { wallAt } from './rules/zone.ts';

// How Presa says times, the same in a mail, on a page and in a pill. Hours are said on 24 in both languages: English here is
// British, and "15:00" is never taken for the wrong half of the day by somebody whose English is their second language.
// Minutes are cut, not rounded, so that a due time is never said later than it is.

/** `sentence` stands after a verb, `label` alone or after a colon, `short` in a pill. They differ as the language needs. */
export type InstantStyle = 'sentence' | 'label' | 'short';

export interface SayInstant {
  readonly now: Instant;
  readonly timeZone: string;
  readonly language: Language;
  /** `sentence` unless said. */
  readonly style?: InstantStyle;
  /** Said as a limit: "entro oggi alle 15:00", "by 15:00 today". */
  readonly by?: boolean;
}

/** A moment taken apart as it is read where somebody lives. */
interface Reading {
  /** The local day at noon as a UTC date, to be formatted in UTC. */
  readonly date: Date;
  /** Days from today: 1 is tomorrow. */
  readonly daysAhead: number;
  readonly sameYear: boolean;
  readonly hours: number;
  readonly minutes: string;
  readonly midnight: boolean;
}

const read = (instant: Instant, { now, timeZone, by = false }: SayInstant): Reading => {
  const wall = wallAt(timeZone, instant.getTime());
  const today = Math.floor(wallAt(timeZone, now.getTime()) / day);
  const shown = Math.floor(wall / day);
  const time = wall - shown * day;
  // What is due at 0:00 on Tuesday is due on Monday at midnight; said as a Tuesday it would be taken for a day more.
  const midnight = time < minute && (by || instant > now);
  const dayNumber = midnight ? shown - 1 : shown;
  const date = new Date(dayNumber * day + 12 * hour);
  return {
    date, midnight,
    daysAhead: dayNumber - today,
    sameYear: date.getUTCFullYear() === new Date(today * day).getUTCFullYear(),
    hours: Math.floor(time / hour),
    minutes: String(Math.floor(time / minute) % 60).padStart(2, '0'),
  };
};

const formats = new Map<string, Intl.DateTimeFormat>();

const part = (language: Language, date: Date, options: Intl.DateTimeFormatOptions): string => {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(date);
};

const nearDays: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  it: { [-1]: 'ieri', 0: 'oggi', 1: 'domani' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};

/** A weekday alone always means the coming one; what is past has its date, so that nobody waits for last Thursday. */
const isComingWeekday = ({ daysAhead }: Reading): boolean => daysAhead > 1 && daysAhead < 7;

const dayOfMonth = (language: Language, { date }: Reading): string =>
  language === 'it' && date.getUTCDate() === 1 ? '1º' : String(date.getUTCDate());

const longDay = (language: Language, reading: Reading): string => {
  const weekday = part(language, reading.date, { weekday: 'long' });
  if (isComingWeekday(reading)) return weekday;
  const month = part(language, reading.date, { month: 'long' });
  const year = reading.sameYear ? '' : ` ${reading.date.getUTCFullYear()}`;
  return `${weekday} ${dayOfMonth(language, reading)} ${month}${year}`;
};

const shortDay = (language: Language, reading: Reading): string => {
  if (isComingWeekday(reading)) return part(language, reading.date, { weekday: 'short' });
  const month = part(language, reading.date, { month: 'long' }).slice(0, 3);
  const year = reading.sameYear ? '' : ` ${reading.date.getUTCFullYear()}`;
  return `${reading.date.getUTCDate()} ${month}${year}`;
};

const paddedTime = ({ midnight, hours, minutes }: Reading): string =>
  midnight ? '24:00' : `${String(hours).padStart(2, '0')}:${minutes}`;

const sayShort = (language: Language, reading: Reading, by: boolean): string => {
  const limit = by ? { it: 'entro ', en: 'by ' }[language] : '';
  return `${limit}${nearDays[language][reading.daysAhead] ?? shortDay(language, reading)} ${paddedTime(reading)}`;
};

const sayItalian = (reading: Reading, by: boolean): string => {
  const dayWord = nearDays.it[reading.daysAhead] ?? longDay('it', reading);
  if (reading.midnight) return by ? `entro la mezzanotte di ${dayWord}` : `${dayWord} a mezzanotte`;
  const time = reading.hours === 1 ? `all’1:${reading.minutes}` : `alle ${reading.hours}:${reading.minutes}`;
  return `${by ? 'entro ' : ''}${dayWord} ${time}`;
};

const sayEnglish = (reading: Reading, by: boolean, style: InstantStyle): string => {
  const near = nearDays.en[reading.daysAhead];
  const dayWord = near ?? longDay('en', reading);
  const time = reading.midnight ? 'midnight' : paddedTime(reading);
  const on = near === undefined ? 'on ' : '';
  if (by) return `by ${time} ${on}${dayWord}`;
  return `${style === 'sentence' ? on : ''}${dayWord} at ${time}`;
};

/**
 * `instant` in words, as somebody in `timeZone` says it at `now`: "oggi alle 15:00", "giovedì alle 15:00", "lunedì 30 novembre
 * alle 12:00"; in English "today at 15:00", "on Thursday at 15:00"; short "gio 15:00", "28 nov 15:00". The year is said when
 * it is not this one.
 */
export const sayInstant = (instant: Instant, options: SayInstant): string => {
  const { language, style = 'sentence', by = false } = options;
  const reading = read(instant, options);
  if (style === 'short') return sayShort(language, reading, by);
  return language === 'it' ? sayItalian(reading, by) : sayEnglish(reading, by, style);
};

export { sayDate, sayFullDate } from './words/days.ts';
export { sayDistance, sayDuration } from './words/lengths.ts';
