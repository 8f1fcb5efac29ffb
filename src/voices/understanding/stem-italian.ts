// Italian words without their endings, after the Italian stemmer of the Snowball project (Porter): "rimborsato" and "rimborsi" count as
// one word. Accents are off before, and where the original lets an ending stand in a region, ours does too.

const pronouns = /(?:(?<=(?:ando|endo))|(?<=(?:ar|er|ir)))(?:gliela|gliele|glieli|glielo|gliene|sene|mela|mele|meli|melo|mene|tela|tele|teli|telo|tene|cela|cele|celi|celo|cene|vela|vele|veli|velo|vene|gli|ci|la|le|li|lo|mi|ne|si|ti|vi)$/u;
const afterInfinitive = /(?:ar|er|ir)$/u;

/** Endings that make nouns and adjectives, the longest first, with what stands in their place; all must lie in the second region. */
const making: readonly (readonly [RegExp, string])[] = [
  [/(?:atrice|atrici|abile|abili|ibile|ibili|mente|anza|anze|iche|ichi|ismo|ismi|ista|iste|isti|ico|ici|ica|ice|oso|osi|osa|ose|ante|anti)$/u, ''],
  [/(?:ic)?(?:azione|azioni|atore|atori)$/u, ''],
  [/logia$|logie$/u, 'log'],
  [/(?:uzione|uzioni|usione|usioni)$/u, 'u'],
  [/(?:enza|enze)$/u, 'ente'],
  [/(?:ic|abil|os|iv)?ita$/u, ''],
  [/(?:at|icat)?(?:ivo|ivi|iva|ive)$/u, ''],
];
const nouns = /(?:amento|amenti|imento|imenti)$/u;
const verbs =
  /(?:erebbero|irebbero|assero|assimo|eranno|erebbe|eremmo|ereste|eresti|essero|iranno|irebbe|iremmo|ireste|iresti|iscano|iscono|issero|arono|avamo|avano|avate|eremo|erete|erono|evamo|evano|evate|iremo|irete|irono|ivamo|ivano|ivate|ammo|ando|asse|assi|emmo|enda|ende|endi|endo|erai|erei|yamo|iamo|immo|irai|irei|isca|isce|isci|isco|ano|are|ata|ate|ati|ato|ava|avi|avo|era|ere|ero|ete|eva|evi|evo|ira|ire|iro|ita|ite|iti|ito|iva|ivi|ivo|ono|uta|ute|uti|uto|ar|ir)$/u;

/** Where the second region begins: behind the second change from vowels to a consonant. */
const regionsOf = (word: string): { verb: number; first: number; second: number } => {
  const change = /^.*?[aeiou][^aeiou]/u;
  const first = change.exec(word)?.[0].length ?? word.length;
  const second = first + (change.exec(word.slice(first))?.[0].length ?? word.length - first);
  const verb = /^.[^aeiou][^aeiou]*[aeiou]|^[aeiou]{2,}[^aeiou]|^.../u.exec(word)?.[0].length ?? word.length;
  return { verb, first, second };
};

const within = (word: string, ending: RegExp, from: number): number | undefined => {
  const at = ending.exec(word)?.index;
  return at !== undefined && at >= from ? at : undefined;
};

/** The stem of an Italian word in small letters without accents; short words stay as they are. */
export const stemItalian = (given: string): string => {
  if (!/^[a-z]{4,}$/u.test(given)) return given;
  const { verb, second } = regionsOf(given);
  const pronoun = within(given, pronouns, verb);
  const word = pronoun === undefined ? given : given.slice(0, pronoun) + (afterInfinitive.test(given.slice(0, pronoun)) ? 'e' : '');
  const made = making.flatMap(([ending, instead]) => {
    const at = within(word, ending, second);
    return at === undefined ? [] : [word.slice(0, at) + instead];
  })[0];
  const noun = within(word, nouns, verb);
  const at = within(word, verbs, verb);
  const stem = made ?? word.slice(0, noun ?? at ?? word.length);
  return stem.replace(/(?<=.{3})(?:i?[aeio])$/u, '').replace(/(?<=[cg])h$/u, '');
};
