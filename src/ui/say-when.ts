import { day, hour, minute } from '#base/clock.ts';
import { plural } from '#base/texts.ts';
import { format, type Voice } from './say-exactly.ts';

/** The number of the calendar day on which `instant` falls for the reader, so that days can be subtracted. */
const dayNumber = (instant: Date, voice: Voice): number => {
  const parts = format({ ...voice, language: 'en' }, { year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / day;
};

const near = {
  it: { [-1]: 'ieri', 0: 'oggi', 1: 'domani' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
} as const;

const dayWith = (weekday: 'long' | 'short') => (instant: Date, now: Date, voice: Voice): string => {
  const days = dayNumber(instant, voice) - dayNumber(now, voice);
  if (days === -1 || days === 0 || days === 1) return near[voice.language][days];
  if (Math.abs(days) < 7) return format(voice, { weekday }).format(instant);
  const year = format(voice, { year: 'numeric' });
  const sameYear = year.format(instant) === year.format(now);
  return format(voice, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(instant);
};

/** The day the way people name it: «oggi», «domani», «giovedì», «28 nov», «3 gen 2025». */
export const sayDay = dayWith('long');

/** The same where there is little room, or an hour beside it: «gio». Alone in a sentence «mar» would be a month as well. */
export const sayShortDay = dayWith('short');

/** Day and hour: «oggi 15:00», «gio 15:00», «28 nov». More than a week away nobody says the hour. */
export const sayWhen = (instant: Date, now: Date, voice: Voice): string => {
  const said = sayShortDay(instant, now, voice);
  const far = Math.abs(dayNumber(instant, voice) - dayNumber(now, voice)) >= 7;
  return far ? said : `${said} ${format(voice, { hour: '2-digit', minute: '2-digit' }).format(instant)}`;
};

/** A length of time in its largest unit: «40 min», «26 h», «6 giorni». Hours are used up to two days, as in speech about waiting. */
export const saySpan = (milliseconds: number, { language }: Voice): string => {
  const span = Math.abs(milliseconds);
  if (span < hour) return `${Math.max(1, Math.round(span / minute))} min`;
  if (span < 2 * day) return `${Math.round(span / hour)} h`;
  const days = Math.round(span / day);
  return language === 'it' ? `${days} ${plural(days, 'giorno', 'giorni')}` : `${days} ${plural(days, 'day', 'days')}`;
};

/** How far: «adesso», «tra 5 h», «40 min fa». */
export const sayDistance = (instant: Date, now: Date, voice: Voice): string => {
  const away = instant.getTime() - now.getTime();
  const span = saySpan(away, voice);
  if (Math.abs(away) < 45_000) return voice.language === 'it' ? 'adesso' : 'now';
  if (voice.language === 'it') return away > 0 ? `tra ${span}` : `${span} fa`;
  return away > 0 ? `in ${span}` : `${span} ago`;
};
