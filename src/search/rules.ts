/**
 * What somebody types into the one field. A case number is "C-10482" or digits alone; the same digits may as well be an order, so
 * they are looked for as words too. Who is meant by a name, an address or a telephone number is found by its beginning, because that
 * is what people type first.
 */
export interface Asked {
  /** The words as typed, for the full-text query. */
  readonly words: string;
  readonly caseNumber: number | null;
  /** Each word of the question as the beginning of a name: "elena march". Empty where it is no name. */
  readonly names: readonly string[];
  /** The beginning of an address or handle in lower case, or of a number in E.164; null where it is neither. */
  readonly identity: string | null;
}

export const readQuestion = (typed: string): Asked => {
  const words = typed.trim();
  const digits = /^c?[\s-]*(\d{1,9})$/iu.exec(words)?.[1];
  return {
    words,
    caseNumber: digits === undefined ? null : Number(digits),
    names: words.includes('@') ? [] : (words.match(/\p{L}+/gu) ?? []).slice(0, 5),
    identity: identityIn(words),
  };
};

const identityIn = (words: string): string | null => {
  if (/^[^\s]+@[^\s]*$/u.test(words) || /^@[\w.-]+$/u.test(words)) return words.toLowerCase();
  if (!/^\+?[\d\s/().-]{6,}$/u.test(words)) return null;
  const digits = words.replaceAll(/\D/gu, '');
  if (words.startsWith('+')) return `+${digits}`;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : `+39${digits}`;
};

/** A query of PostgreSQL by which names begin: every word of the question begins a word of the name. */
export const namesQuery = (names: readonly string[]): string => names.map((name) => `${name}:*`).join(' & ');

/**
 * A regular expression of PostgreSQL by which the words begin that may answer: endings change with number and tense, beginnings
 * rarely do. It only says where to look first for an excerpt; which words answer is for the stems to say.
 */
export const beginningsOf = (question: string): string => {
  const wanted = [...question.matchAll(/(-?)([\p{L}\p{N}]+)/gu)].flatMap(([, out, word]) => (out === '-' || word === undefined ? [] : [word]));
  const beginnings = wanted.map((word) => (word.length <= 4 ? word : word.slice(0, Math.max(4, word.length - 3))));
  return beginnings.length === 0 ? '(?!)' : `\\m(?:${beginnings.join('|')})`;
};
