import type { Language } from '#base/texts.ts';

/**
 * What must not change when a letter is said in other words: every number, day and date in it, written in figures or in words, in
 * Italian or English. "Entro l’8 marzo, tre metri" holds the same as "three metres, by 8 March". Where the same can be written in more
 * ways than these, the two are taken for different: who rewords has lost a proposal then, and never a date.
 */
type Lexicon = Readonly<Record<string, string>>;

const numbered = (first: number, words: string): Lexicon => Object.fromEntries(words.split(' ').map((word, at) => [word, String(first + at)]));
const named = (kind: string, words: string): Lexicon => Object.fromEntries(words.split(' ').map((word, at) => [word, `${kind} ${at + 1}`]));

// "Uno" and "one" are articles and pronouns more often than numbers; "sei" is also "you are".
const ones = { it: numbered(2, 'due tre quattro cinque sei sette otto nove'), en: numbered(2, 'two three four five six seven eight nine') };
const teens = {
  it: numbered(10, 'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove'),
  en: numbered(10, 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'),
};
const tens = { it: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta'.split(' '), en: 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ') };

/** Italian drops the vowel before "uno" and "otto": ventuno, ventotto. */
const joined = (ten: string, one: string): string => (/^[uo]/u.test(one) ? ten.slice(0, -1) : ten) + one;

const compounds = (language: Language): Lexicon =>
  Object.fromEntries(
    tens[language].flatMap((ten, at) => [
      [ten, String((at + 2) * 10)],
      ...[[language === 'it' ? 'uno' : 'one', '1'], ...Object.entries(ones[language])].map(([one = '', value = '']) => [language === 'it' ? joined(ten, one) : `${ten}-${one}`, String((at + 2) * 10 + Number(value))]),
    ]),
  );

const { sei: _ambiguous, ...italianOnes } = ones.it;

const meaning: Readonly<Record<Language, Lexicon>> = {
  it: {
    ...italianOnes, ...teens.it, ...compounds('it'), cento: '100', mille: '1000',
    ...named('month', 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
    ...named('weekday', 'lunedi martedi mercoledi giovedi venerdi sabato domenica'),
    ...named('season', 'primavera estate autunno inverno'), ieri: 'yesterday', oggi: 'today', domani: 'tomorrow', dopodomani: 'the day after',
  },
  en: {
    ...ones.en, ...teens.en, ...compounds('en'), hundred: '100', thousand: '1000',
    ...named('month', 'january february march april may june july august september october november december'),
    ...named('weekday', 'monday tuesday wednesday thursday friday saturday sunday'),
    ...named('season', 'spring summer autumn winter'), yesterday: 'yesterday', today: 'today', tomorrow: 'tomorrow',
  },
};

const units: Lexicon = Object.fromEntries(
  Object.entries({
    second: 'secondo secondi second seconds', minute: 'minuto minuti minute minutes', hour: 'ora ore hour hours', day: 'giorno giorni day days', week: 'settimana settimane week weeks',
    month: 'mese mesi month months', year: 'anno anni year years', metre: 'metro metri metre metres meter meters m', centimetre: 'centimetro centimetri centimetre centimetres centimeter centimeters cm',
    euro: 'euro euros eur €', percent: 'percento percent %',
  }).flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit])),
);

/** A number as both languages would store it: "2.000" and "2,000", "3,5" and "3.5", "08" and "8", "10:30" and "10.30". */
const canonical = (figure: string, language: Language): string => {
  const thousands = language === 'it' ? /\.(?=\d{3}(?:\D|$))/gu : /,(?=\d{3}(?:\D|$))/gu;
  return figure.replaceAll(thousands, '').replaceAll(/[,:]/gu, '.').replaceAll(/(?<![\d.])0+(?=\d)/gu, '');
};

// "May" is a month beside a number or behind one of these; elsewhere it asks for leave.
const mayAsMonth = /(?<=\d(?:st|nd|rd|th)?\s)may\b|\bmay(?=\s\d)|(?<=\b(?:in|by|of|from|until|since|before|after)\s)may\b/giu;
const plain = (text: string, language: Language): string => {
  const bare = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/\bper ?cento?\b/gu, '%');
  return language === 'it' ? bare : bare.replaceAll(mayAsMonth, 'fifthmonth').replaceAll(/\bmay\b/gu, '');
};

// Figures of other scripts and fractions ("½") stand for themselves: they are as new as any.
const tokens = /\d+(?:[.,:]\d+)*|\p{N}|[€%]|\p{L}+(?:-\p{L}+)*/gu;

const meaningOf = (token: string, language: Language): string[] => {
  if (/^\d/u.test(token)) return [canonical(token, language)];
  if (token === 'fifthmonth') return ['month 5'];
  const known = meaning[language][token];
  if (known !== undefined) return [known];
  // "Three-metre", "half-hour": each part for itself.
  return token.includes('-') ? token.split('-').map((part) => meaning[language][part] ?? part) : [token];
};

const isNumber = (token: string | undefined): boolean => token !== undefined && /^\p{N}/u.test(token);

/** Every figure of a text, each once: "8", "month 3", "3 metre". */
export const figuresIn = (text: string, language: Language): ReadonlySet<string> => {
  const read = (plain(text, language).match(tokens) ?? []).flatMap((token) => meaningOf(token, language));
  const isKnown = new Set(Object.values(meaning[language]));
  const found = new Set<string>();
  for (const [at, token] of read.entries()) {
    const unit = units[read[at + 1] ?? ''] ?? (units[read[at - 1] ?? ''] === 'euro' ? 'euro' : undefined);
    if (isNumber(token)) found.add(unit === undefined ? token : `${token} ${unit}`);
    else if (isKnown.has(token)) found.add(token);
  }
  return found;
};

export const sameFigures = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => one.size === other.size && [...one].every((figure) => other.has(figure));
