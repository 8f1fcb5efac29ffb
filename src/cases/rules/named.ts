/**
 * What a customer's words name: one of our cases ("C-10012", "caso n. 10012"), or an order ("ordine 88213"). Anybody can write a
 * number, in a mail or in public, so a number alone joins nothing: it joins where the writer takes part in that case, and is
 * otherwise a reason for a suggestion that a person decides on.
 */
const ofCase = /(?:\bC-|\b(?:caso|pratica|case|ticket)\s*(?:n(?:umero|[.°o]|r)?\.?|no\.?|number|#)?\s*(?:C-)?)(\d{5,9})\b/giu;
const ofOrder = /\b(?:ordine|ord\.|order|acquisto)\s*(?:n(?:umero|[.°o]|r)?\.?|no\.?|number|#)?\s*[:#]?\s*(\d{4,12})\b/giu;
/** More numbers than these are a list, and no reason for anything. */
const most = 3;

const numbersIn = (pattern: RegExp, words: string): string[] => [...new Set([...words.matchAll(pattern)].map(([, number]) => number ?? ''))].slice(0, most);

/** The numbers of cases that the words name, at most three. */
export const casesNamedIn = (words: string): number[] => numbersIn(ofCase, words).map(Number);

/** The numbers of orders that the words name, as they were written, at most three. */
export const ordersNamedIn = (words: string): string[] => numbersIn(ofOrder, words);
