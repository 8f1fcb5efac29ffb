import type { Dossier } from './contract.ts';

/** An instant as it stands in a paper that may be read months later: never "yesterday". */
export const sayOnPaper = (at: string, { language, timeZone }: Pick<Dossier, 'language' | 'timeZone'>): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at));
