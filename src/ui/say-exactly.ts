import type { Language } from '#base/texts.ts';

// Apart from the other ways of saying when: the customer's page needs this one alone.

/** In which language and where a date is read. Without a time zone, the reader's own. */
export interface Voice {
  language: Language;
  timeZone?: string;
}

const locale = (language: Language): string => (language === 'it' ? 'it-IT' : 'en-GB');
const zone = ({ timeZone }: Voice): Intl.DateTimeFormatOptions => (timeZone === undefined ? {} : { timeZone });

const formats = new Map<string, Intl.DateTimeFormat>();
/** Building a formatter costs a hundred times what using it does, and lists show hundreds of dates. */
export const format = (voice: Voice, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = JSON.stringify([voice.language, voice.timeZone, options]);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale(voice.language), { ...options, ...zone(voice) });
  formats.set(key, made);
  return made;
};

/** The exact instant, for the one hover away: «giovedì 26 novembre 2026 alle ore 15:00 CET». */
export const sayExactly = (instant: Date, voice: Voice): string =>
  format(voice, {
    weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short',
  }).format(instant);
