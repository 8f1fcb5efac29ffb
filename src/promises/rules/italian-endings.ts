/**
 * Italian says who acts and when with the end of the verb: "scriverò", "arriverà", "spediamo". Read word by word, because a pattern
 * would try every word from every letter.
 */
const future = /(?:rò|remo|rà|ranno|rai|rete)$/u;
const notFuture = new Set(['però', 'estremo', 'supremo', 'prete', 'parete', 'sete', 'guai']);
/** "Dovrà", "potrete", "vorrà": what the customer has to do, or may. */
const ofTheCustomer = /^(?:potr|dovr|vorr)/u;
const notActs = new Set([
  'siamo', 'abbiamo', 'possiamo', 'dobbiamo', 'vogliamo', 'ringraziamo', 'chiediamo', 'richiediamo', 'preghiamo', 'speriamo', 'scusiamo', 'invitiamo', 'ricordiamo', 'consigliamo',
  'suggeriamo', 'sappiamo', 'crediamo', 'pensiamo', 'stiamo', 'attendiamo', 'aspettiamo', 'confidiamo', 'auguriamo', 'salutiamo', 'vediamo', 'lavoriamo', 'riapriamo', 'apriamo', 'contiamo',
  'cerchiamo', 'proviamo', 'restiamo', 'rimaniamo', 'capiamo', 'comprendiamo', 'chiudiamo',
]);

const isOurs = (word: string): boolean =>
  future.test(word) ? !notFuture.has(word) && !ofTheCustomer.test(word) : word.length > 6 && word.endsWith('iamo') && !notActs.has(word);

/** Where verbs stand that say "we will" or "it will" by their ending. */
export const endingsIn = (sentence: string): { readonly word: 'ours'; readonly start: number; readonly end: number }[] =>
  [...sentence.matchAll(/\p{L}{4,}/gu)].filter(([word]) => isOurs(word.toLowerCase())).map((found) => ({ word: 'ours', start: found.index, end: found.index + found[0].length }));
