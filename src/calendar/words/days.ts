import type { Language } from '#base/texts.ts';

/** A day that may be years away, as it stands in a contract or a formal letter: «31 dicembre 2027». A day has no time zone: it is said as it is written. */
export const sayDate = (localDate: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${localDate}T12:00:00Z`));

/** The same with its weekday, for a letter: «giovedì 17 dicembre 2026». Italian then needs no article, which "entro l’8" and "entro il 17" do not share. */
export const sayFullDate = (localDate: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${localDate}T12:00:00Z`)).replace(',', '');
