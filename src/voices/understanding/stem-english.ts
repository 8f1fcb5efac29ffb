// English words without their endings, after Porter, "An algorithm for suffix stripping" (Program 14, 1980): "cancelled" and
// "cancelling" count as one word. The paper's step 5 (a final e, a double l) is kept; nothing is added.

const vowel = '(?:[aeiou]|(?<=[^aeiou])y)';
const anyVowel = new RegExp(vowel, 'u');
const vowelsThenConsonants = new RegExp(`${vowel}+(?:(?!${vowel})[a-z])+`, 'gu');
/** How often vowels are followed by consonants: what Porter calls the measure. */
const measured = (stem: string): number => stem.match(vowelsThenConsonants)?.length ?? 0;
const hasVowel = (stem: string): boolean => anyVowel.test(stem);
/** Consonant, vowel, consonant at the end: "hop" of "hopping" and "hoping". */
const isShort = (stem: string): boolean => /[^aeiou][aeiouy][^aeiouwxy]$/u.test(stem);

type Endings = readonly (readonly [string, string])[];

const second: Endings = [
  ['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['abli', 'able'], ['alli', 'al'], ['entli', 'ent'],
  ['eli', 'e'], ['ousli', 'ous'], ['ization', 'ize'], ['ation', 'ate'], ['ator', 'ate'], ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'],
  ['ousness', 'ous'], ['aliti', 'al'], ['iviti', 'ive'], ['biliti', 'ble'],
];
const third: Endings = [['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', '']];
const fourth = ['ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'al', 'er', 'ic', 'ou'];

const plural = (word: string): string => word.replace(/(?:(ss)es|(i)es|(s)s|s)$/u, '$1$2$3$3');

const past = (word: string): string => {
  if (word.endsWith('eed')) return measured(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const stem = word.replace(/(?:ed|ing)$/u, '');
  if (stem === word || !hasVowel(stem)) return word;
  if (/(?:at|bl|iz)$/u.test(stem)) return `${stem}e`;
  if (/([^aeioulsz])\1$/u.test(stem)) return stem.slice(0, -1);
  return measured(stem) === 1 && isShort(stem) ? `${stem}e` : stem;
};

const replaced = (word: string, endings: Endings): string => {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (found === undefined) return word;
  const stem = word.slice(0, -found[0].length);
  return measured(stem) > 0 ? stem + found[1] : word;
};

const bare = (word: string): string => {
  const ending = fourth.find((ending) => word.endsWith(ending)) ?? /(?<=[st])ion$/u.exec(word)?.[0];
  const stem = ending === undefined ? word : word.slice(0, -ending.length);
  return measured(stem) > 1 ? stem : word;
};

const tidy = (word: string): string => {
  const stem = word.replace(/e$/u, '');
  const cut = stem !== word && (measured(stem) > 1 || (measured(stem) === 1 && !isShort(stem))) ? stem : word;
  return cut.endsWith('ll') && measured(cut) > 1 ? cut.slice(0, -1) : cut;
};

/** The stem of an English word in small letters; what has fewer than three letters, or others than a to z, stays as it is. */
export const stemEnglish = (word: string): string => {
  if (!/^[a-z]{3,}$/u.test(word)) return word;
  const first = past(plural(word));
  const withI = first.endsWith('y') && hasVowel(first.slice(0, -1)) ? `${first.slice(0, -1)}i` : first;
  return tidy(bare(replaced(replaced(withI, second), third)));
};
