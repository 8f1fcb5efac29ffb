import { day, hour, minute } from '#base/clock.ts';
import type { Instant } from '#base/clock.ts';
import { plural } from '#base/texts.ts';
import type { Language } from '#base/texts.ts';
import { wallAt } from '../rules/zone.ts';

interface Units {
  readonly underAMinute: string;
  readonly minutes: (count: number) => string;
  readonly hoursAndMinutes: (hours: number, minutes: string) => string;
  readonly hours: (count: number) => string;
  readonly days: (count: number) => string;
}

const elapsed: Readonly<Record<Language, Units>> = {
  it: {
    underAMinute: 'meno di un minuto',
    minutes: (count) => `${count} min`,
    hoursAndMinutes: (hours, minutes) => `${hours} h ${minutes}`,
    hours: (count) => `${count} h`,
    days: (count) => `${count} giorni`,
  },
  en: {
    underAMinute: 'less than a minute',
    minutes: (count) => `${count} min`,
    hoursAndMinutes: (hours, minutes) => `${hours} h ${minutes}`,
    hours: (count) => `${count} h`,
    days: (count) => `${count} days`,
  },
};

// Working time is never said in days: a working day is eight hours and a half here and four on a Saturday.
const worked: Readonly<Record<Language, Omit<Units, 'days'>>> = {
  it: {
    underAMinute: 'meno di un minuto lavorativo',
    minutes: (count) => `${count} ${plural(count, 'minuto lavorativo', 'minuti lavorativi')}`,
    hoursAndMinutes: (hours, minutes) => `${hours} h ${minutes} lavorative`,
    hours: (count) => `${count} ${plural(count, 'ora lavorativa', 'ore lavorative')}`,
  },
  en: {
    underAMinute: 'less than a working minute',
    minutes: (count) => `${count} working ${plural(count, 'minute', 'minutes')}`,
    hoursAndMinutes: (hours, minutes) => `${hours} h ${minutes} of working time`,
    hours: (count) => `${count} working ${plural(count, 'hour', 'hours')}`,
  },
};

/** From here on, minutes say nothing to anybody any more. */
const hoursAlone = 12 * hour;

/** From here on, days are easier to picture than hours: "26 h", but "3 giorni". */
const daysAlone = 2 * day;

/**
 * A length of time in words: "40 min", "5 h 05", "26 h", "3 giorni"; of working time "9 ore lavorative". Whole units that are
 * full: neither what has passed nor what is left is said to be more than it is. The sign is left to the sentence around it.
 */
export const sayDuration = (
  milliseconds: number, language: Language, { working = false }: { readonly working?: boolean } = {},
): string => {
  const length = Math.abs(milliseconds);
  const units = working ? worked[language] : elapsed[language];
  if (length < minute) return units.underAMinute;
  if (length < hour) return units.minutes(Math.floor(length / minute));
  if (!working && length >= daysAlone) return elapsed[language].days(Math.floor(length / day));
  const minutes = Math.floor(length / minute) % 60;
  const hours = Math.floor(length / hour);
  if (minutes === 0 || length >= hoursAlone) return units.hours(hours);
  return units.hoursAndMinutes(hours, String(minutes).padStart(2, '0'));
};

const smallNumbers: Readonly<Record<Language, readonly string[]>> = {
  it: ['zero', 'un', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
};

const count = (number: number, unit: 'minute' | 'hour' | 'day', language: Language): string => {
  const words = {
    it: { minute: ['minuto', 'minuti'], hour: ['ora', 'ore'], day: ['giorno', 'giorni'] },
    en: { minute: ['minute', 'minutes'], hour: ['hour', 'hours'], day: ['day', 'days'] },
  } as const;
  const [one, many] = words[language][unit];
  if (language === 'it' && unit === 'hour' && number === 1) return 'un’ora';
  return `${smallNumbers[language][number] ?? number} ${plural(number, one, many)}`;
};

/**
 * How far `instant` is from `now`, in words: "fra 40 minuti", "fra due giorni", "tre ore fa", "adesso". From 24 hours on it
 * counts nights in `timeZone`, as people do: on Monday evening, Wednesday morning is in two days.
 */
export const sayDistance = (
  instant: Instant, { now, timeZone, language }: { now: Instant; timeZone: string; language: Language },
): string => {
  const distance = instant.getTime() - now.getTime();
  const length = Math.abs(distance);
  if (length < minute) return { it: 'adesso', en: 'now' }[language];
  const amount = sayAmount(length, language, () => {
    const dayAt = (moment: Instant) => Math.floor(wallAt(timeZone, moment.getTime()) / day);
    return Math.max(1, Math.abs(dayAt(instant) - dayAt(now)));
  });
  if (distance > 0) return { it: `fra ${amount}`, en: `in ${amount}` }[language];
  return { it: `${amount} fa`, en: `${amount} ago` }[language];
};

const sayAmount = (length: number, language: Language, nights: () => number): string => {
  if (length < hour) return count(Math.floor(length / minute), 'minute', language);
  if (length < day) return count(Math.floor(length / hour), 'hour', language);
  return count(nights(), 'day', language);
};
