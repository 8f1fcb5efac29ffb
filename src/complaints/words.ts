import type { Language } from '#base/texts.ts';

const formats = new Map<Language, Intl.NumberFormat>();

/** «25,00 €», «€25.00»: cents as people write money. */
export const sayEuros = (cents: number, language: Language): string => {
  const format = formats.get(language) ?? new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB', { style: 'currency', currency: 'EUR' });
  formats.set(language, format);
  return format.format(cents / 100);
};

/** What somebody wrote as a whole sentence: with the full stop that they left out. */
export const sentence = (text: string): string => (/[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);
