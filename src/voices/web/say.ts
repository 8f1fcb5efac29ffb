import { day } from '#base/clock.ts';
import { sayEuros } from '#base/cents.ts';
import type { Language } from '#base/texts.ts';

const locale = (language: Language): string => (language === 'it' ? 'it-IT' : 'en-GB');

/** «48k €», «€48k», where three figures stand side by side. */
export const sayEurosShort = (cents: number, language: Language): string => {
  if (cents < 1_000_000) return sayEuros(cents, language);
  const thousands = `${new Intl.NumberFormat(locale(language), { maximumFractionDigits: 0 }).format(cents / 100_000)}k`;
  return language === 'it' ? `${thousands} €` : `€${thousands}`;
};

/** A day of the calendar, in no zone: «30 nov 2026». */
export const sayLocalDate = (date: string, language: Language): string =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString(locale(language), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** The name of a topic in the reader's language. */
export const sayTopic = ({ nameIt, nameEn }: { nameIt: string; nameEn: string }, language: Language): string => (language === 'it' ? nameIt : nameEn);

export type Trend = 'rising' | 'steady' | 'falling';

/**
 * How often it is said: voices in the last four of the weeks given, and whether those are more than in the four before. A
 * quarter more, and at least two voices: one voice more or less is no trend.
 */
export const paceOf = (weeks: readonly number[]): { readonly lately: number; readonly trend: Trend } => {
  const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0);
  const [before, lately] = [sum(weeks.slice(-8, -4)), sum(weeks.slice(-4))];
  const margin = Math.max(2, before / 4);
  const trend = lately >= before + margin ? 'rising' : lately <= before - margin ? 'falling' : 'steady';
  return { lately, trend };
};

export type Standing = 'late' | 'near' | 'far';

/** How near the day of a decision is: `near` from two days before. */
export const nearness = (decideBy: Date, now: Date): Standing => {
  const left = decideBy.getTime() - now.getTime();
  if (left <= 0) return 'late';
  return left < 2 * day ? 'near' : 'far';
};

/** The day so many months from `now`, as a field of dates wants it; the last of the month where that day is missing. */
export const inMonths = (now: Date, months: number): string => {
  const first = new Date(Date.UTC(now.getFullYear(), now.getMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(now.getDate(), last));
  return first.toISOString().slice(0, 10);
};
