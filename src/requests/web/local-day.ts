import type { Language } from '#base/texts.ts';

/** «venerdì 27 novembre», «Friday 27 November»; the year where it is not that of `near`. A day has no time zone: it is said as it is written. */
export const sayLocalDay = (localDate: string, language: Language, near?: string): string => {
  const sameYear = near === undefined || near.slice(0, 4) === localDate.slice(0, 4);
  const format = new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC', ...(sameYear ? {} : { year: 'numeric' }),
  });
  return format.format(new Date(`${localDate}T12:00:00Z`)).replace(',', '');
};
