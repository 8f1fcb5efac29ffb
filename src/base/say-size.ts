import type { Language } from './texts.ts';

const units = ['kB', 'MB', 'GB'] as const;

/** The size of a file as people say it: «12 kB», «3,4 MB». `bytes` in bytes; thousands, as on every label. */
export const saySize = (bytes: number, language: Language): string => {
  let size = bytes / 1_000;
  let unit = 0;
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  const digits = size < 10 && unit > 0 ? 1 : 0;
  const said = new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB', { maximumFractionDigits: digits }).format(Math.max(1, size));
  return `${said} ${units[unit]}`;
};
