import type { Language } from './texts.ts';

/** An amount of euro as it is said: «8.400 €», «€8,400»; with cents only where there are any. */
export const sayCents = (cents: number, language: Language): string =>
  (cents / 100).toLocaleString(language === 'it' ? 'it-IT' : 'en-GB', { style: 'currency', currency: 'EUR', useGrouping: 'always', minimumFractionDigits: cents % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 } as Intl.NumberFormatOptions);

/** The same in whole euro: «48.200 €», «€48,200». What a customer is worth in a year is never said in cents. */
export const sayEuros = (cents: number, language: Language): string => sayCents(Math.round(cents / 100) * 100, language);

/** What somebody typed as an amount of euro: «8400», «8.400», «8.400,50», «8,400.50». In cents; null where it is no amount. */
export const centsFrom = (typed: string): number | null => {
  const plain = typed.replaceAll(/[\s€]/gu, '');
  const decimal = /[.,](?<cents>\d{1,2})$/u.exec(plain);
  const whole = (decimal === null ? plain : plain.slice(0, decimal.index)).replaceAll(/[.,](?=\d{3}(?:\D|$))/gu, '');
  if (!/^\d{1,9}$/u.test(whole)) return null;
  const value = Number(whole) * 100 + Number((decimal?.groups?.['cents'] ?? '0').padEnd(2, '0'));
  return value > 0 ? value : null;
};
