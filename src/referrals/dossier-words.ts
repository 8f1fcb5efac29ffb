import type { Dossier } from './contract.ts';

/** An instant as it stands in a paper that may be read months later: never "yesterday". */
export const sayOnPaper = (at: string, { language, timeZone }: Pick<Dossier, 'language' | 'timeZone'>): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at));

export const saySize = (bytes: number, language: Dossier['language']): string => {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount)} ${unit}`;
};
