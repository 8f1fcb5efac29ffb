import { stemEnglish } from './stem-english.ts';
import { stemItalian } from './stem-italian.ts';

// The small words that hold a sentence together, and the courtesies around a request. They say nothing about what it is about.
const smallEnglish = new Set(
  `a an the and or but if then so as of at by for with about into to from in on up down out over under again i me my mine we us our you your he him his she her it its they
  them their this that these those there here is am are was were be been being have has had having do does did doing will would can could shall should may might must not
  no nor only own same than too very just also any some such what which who whom when where why how all both each few more most other s t d ll m re ve
  hi hello hey dear please thanks thank regards good morning evening afternoon day ok okay yes yeah sure well um uh like need want help know tell let get got really
  wondering wanted trying looking looked call calling id im ive lets gonna wanna sir madam ma'am name today`.split(/\s+/u),
);
const smallItalian = new Set(
  `il lo la gli le un uno una i di del della dello dei degli delle a al alla allo ai agli alle da dal dalla dallo dai dagli dalle in nel nella nello nei negli nelle con col su
  sul sulla sullo sui sugli sulle per tra fra e ed o od ma se che chi cui non piu come dove quando perche quale quali quanto quanta quanti quante anche ancora gia solo molto
  poco troppo tutto tutta tutti tutte altro altra altri altre mi ti ci vi si lo ne io tu lui lei noi voi loro mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra
  nostri nostre vostro vostra vostri vostre questo questa questi queste quello quella quelli quelle essere sono sei e siamo siete era erano stato stata stati state avere ho hai
  ha abbiamo avete hanno avuto aveva avevo fare faccio fa fatto posso puo possiamo potete possono potrei potrebbe potreste vorrei voglio vuole volevo sapere buongiorno
  buonasera salve ciao gentile gentili egregi spettabile grazie cordiali saluti prego piacere scusate cortesemente cortesia favore qui li la cosa ora adesso oggi poi sempre mai c'e`.split(/\s+/u),
);

/** Whether a word, in small letters without accents, holds sentences together rather than says what they are about. */
const isSmall = (word: string): boolean => smallEnglish.has(word) || smallItalian.has(word);

export interface Word {
  /** As it was written, in small letters without accents. */
  readonly word: string;
  readonly stem: string;
  readonly small: boolean;
  /** Whether the text it stands in is Italian. */
  readonly italian: boolean;
}

const addresses = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/giu;
const notThis = /^(.+)n['’]t$/u;
/** The endings that English hangs on with an apostrophe; before an Italian apostrophe stands an article instead. */
const hungOn = /^(.+)['’](?:s|m|re|ve|ll|d)$/u;

/** English words whose head is cut by the apostrophe: "can't" is "can" and "not". */
const heads: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };

const split = (piece: string): string[] => {
  const negated = notThis.exec(piece)?.[1];
  if (negated !== undefined) return [heads[negated] ?? negated, 'not'];
  const head = hungOn.exec(piece)?.[1];
  return head === undefined ? piece.split(/['’]/u) : [head];
};

/** The words of a text in their order, small letters, without accents, addresses and numbers. */
export const plainWords = (text: string): string[] =>
  (text.replace(addresses, ' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? []).flatMap(split).filter((word) => word !== '');

/** Above 0 where more of the small words are Italian, below where they are English, 0 where they do not say. */
const leaning = (words: readonly string[]): number =>
  words.filter((word) => smallItalian.has(word)).length - words.filter((word) => smallEnglish.has(word)).length;

/** Whether words end as Italian ones do: what is left to go by where a text is a few nouns. */
const soundsItalian = (words: readonly string[]): boolean => {
  const long = words.filter((word) => word.length > 2);
  return long.filter((word) => /[aeio]$/u.test(word)).length > 0.7 * long.length;
};

/** Words come again and again, and taking endings off is what reading costs most; more than so many are not kept in mind. */
const keptInMind = 50_000;
const inMind = { it: new Map<string, Word>(), en: new Map<string, Word>() };

const read = (word: string, italian: boolean): Word => {
  const mind = italian ? inMind.it : inMind.en;
  const before = mind.get(word);
  if (before !== undefined) return before;
  const own: Word = { word, stem: (italian ? stemItalian : stemEnglish)(word), small: isSmall(word), italian };
  if (mind.size >= keptInMind) mind.clear();
  mind.set(word, own);
  return own;
};

/**
 * The words of texts that belong together, with their stems, each text in the language that it is written in; one that does not say is
 * taken to be as most of the others. A third language is stemmed as English, which only takes off few endings.
 */
export const wordsOfAll = (texts: readonly string[]): Word[][] => {
  const all = texts.map(plainWords);
  const leanings = all.map(leaning);
  const most = leanings.reduce((sum, own) => sum + Math.sign(own), 0);
  const usual = most === 0 ? soundsItalian(all.flat()) : most > 0;
  return all.map((words, place) => {
    const italian = leanings[place] === 0 ? usual : leanings[place]! > 0;
    return words.map((word) => read(word, italian));
  });
};
