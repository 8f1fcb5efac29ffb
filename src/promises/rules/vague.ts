import type { Instant } from '#base/clock.ts';
import type { Language } from '#base/texts.ts';
import { sayInstant } from '#calendar/words.ts';
import { letter } from './date-figures.ts';
import { readDates, type ReadDates } from './dates.ts';
import { lowered, sentencesOf } from './sentences.ts';
import { listenTo, type Listener } from './whose-word.ts';

/**
 * Finds promises without a date in what somebody writes to a customer: "al più presto", "le faremo sapere", "shortly". It stays
 * silent where the sentence gives a date after all, where the customer is the one who is asked, where the words are quoted, denied
 * or past, and where they only look alike ("a presto", "a breve distanza"). It explains and offers; the writer decides.
 */
export type VagueCode = 'as_soon_as_possible' | 'shortly' | 'coming_days' | 'will_let_you_know' | 'when_known';

export interface VaguePromise {
  /** What to underline. */
  readonly start: number;
  readonly end: number;
  readonly code: VagueCode;
  readonly language: Language;
  /** What a better sentence takes the place of: with the subject, where the phrase has a verb of its own. */
  readonly replace: { readonly start: number; readonly end: number };
  /** A `verb` says who does something and wants a whole sentence instead; an `adverb` wants only a date. */
  readonly shape: 'verb' | 'adverb';
}

interface Phrase {
  readonly code: VagueCode;
  readonly language: Language;
  readonly shape: 'verb' | 'adverb';
  readonly pattern: RegExp;
}

const phrase = ([language, code, shape]: readonly [Language, VagueCode, 'verb' | 'adverb'], ...sources: readonly string[]): Phrase => ({
  language, code, shape, pattern: new RegExp(`(?<![${letter}0-9])(?:${sources.join('|')})(?![${letter}0-9])`, 'gu'),
});

const toYou = '(?:le|la|vi|ti|gliel[oa]|te l[oa]|ve l[oa])';
const we = "(?:we|i|they|he|she|somebody|someone|a colleague|(?:my|our) colleagues?|(?:the|our) [a-z]+(?: team| department)?)(?:['’]ll| will| shall| are going to| am going to)(?: then| also| personally| certainly| definitely| be sure to)?";

const phrases: readonly Phrase[] = [
  phrase(['it', 'as_soon_as_possible', 'adverb'], 'al più presto', 'quanto prima', '(?:il )?prima possibile', 'appena possibile', 'non appena possibile', 'con la massima (?:urgenza|sollecitudine)', 'nel (?:più breve tempo|minor tempo) possibile', 'in tempi (?:brevi|rapidi|brevissimi)', 'tempestivamente'),
  phrase(['it', 'shortly', 'adverb'], 'a breve(?! (?:distanza|termine|raggio|durata))', 'a stretto giro(?: di posta)?', 'in breve tempo', 'tra poco|fra poco', 'tra breve|fra breve', 'prossimamente', '(?<!a )(?<!più )presto(?! o tardi)', 'in tempi brevi', 'appena (?:posso|possiamo|riesco|riusciamo)', 'nel più breve tempo'),
  phrase(['it', 'coming_days', 'adverb'], 'nei prossimi giorni', 'nelle prossime (?:ore|settimane)', 'dopo le (?:feste|ferie|festività)', 'più avanti|prossimamente', '(?:in|tra|fra|entro) (?:qualche|pochi|alcuni) minut[oi]', '(?:in|tra|fra|entro) (?:alcuni|qualche|pochi) giorn[oi]', '(?:in|tra|fra|entro) (?:alcune|qualche|poche) (?:or[ae]|settiman[ae])'),
  phrase(['it', 'will_let_you_know', 'verb'],
    `${toYou} (?:farò|faremo|farà|faranno|faccio|facciamo) (?:avere (?:notizie|un riscontro)|sapere)`, `${toYou} (?:scriv|rispond|dar|comunicher|aggiorner|confermer|dir|inform|avviser)(?:er)?(?:ò|emo|à|anno)(?: (?:un )?(?:riscontro|notizie|aggiornament[oi]|conferma))?`, 'torn(?:o|erò|iamo|eremo) da (?:lei|te|voi)', '(?:mi|ci) (?:farò|faremo|faccio|facciamo) (?:viv[oia]|sentire)', 'sarà (?:mia|nostra) cura (?:ri)?(?:contattarl[ao]|aggiornarl[ao]|informarl[ao]|risponderl[e]|aggiornarvi|aggiornarti)', `${toYou} (?:terrò|terremo|terrà|terranno|tengo|teniamo) (?:aggiornat[oaie]|informat[oaie])`,
    `${toYou} (?:ri)?(?:contatterò|contatteremo|contatterà|contatteranno|chiamerò|chiameremo|chiamerà|chiameranno)`, '(?:sarà|verrà|sarete|verrete|sarai|verrai) (?:ri)?(?:avvisat[oaie]|informat[oaie]|contattat[oaie]|chiamat[oaie]|aggiornat[oaie])',
    'riceverà (?:nostre )?(?:notizie|aggiornamenti|un riscontro)', '(?:avrà|avrete) (?:nostre|mie) notizie'),
  phrase(['it', 'when_known', 'verb'], `(?:non )?appena (?:ho|abbiamo|avrò|avremo|hanno|avranno|so|saprò|sapremo|ricevo|riceviamo|riceverò|riceveremo|ci sono|ci saranno)(?: \\p{L}+){0,3}`),
  phrase(['en', 'as_soon_as_possible', 'adverb'], 'as soon as (?:possible|we can|i can|they can|i[’\']m able|practicable)', 'when (?:i|we) can', 'asap', 'at (?:the|our|my) earliest (?:opportunity|convenience)', 'without (?:undue |further )?delay', 'as quickly as (?:possible|we can|i can)'),
  phrase(['en', 'shortly', 'adverb'], 'shortly(?! (?:after|before))', 'in due (?:course|time)', 'in the near future', 'before long', 'promptly', '(?<!as )(?<!too )(?<!how )(?<!see you )(?<!talk )(?<!speak )(?<!well )(?<!back )soon(?! as)(?!er)', 'in a (?:short )?while'),
  phrase(['en', 'coming_days', 'adverb'], '(?:in|over|within) the (?:next|coming) (?:few |couple of )?(?:minutes|days|hours|weeks)', 'in a (?:few )?(?:moment|minute|minutes|bit)', '(?:in|within) (?:a few|some|several) (?:days|hours|weeks)'),
  phrase(['en', 'will_let_you_know', 'verb'], `${we} (?:let you know|get back to you|keep you (?:posted|updated|informed)|be in touch(?! with (?!you))|get in touch(?! with (?!you))|let you have (?:it|this|that|the \\p{L}+|an answer)|(?:re)?contact(?:ing)? you|be contacting you|reach out(?: to you)?|(?:come|circle|report) back(?: to you)?|follow up(?: with you| on this)?(?! with (?!you))|check (?:back )?in(?: with you)?|touch base|update you|write (?:back )?to you|reply to you|answer you|(?:call|ring|phone|text|email|message) you(?: back)?|give you (?:a call|an update|a ring)|send you an update|inform you|notify you|advise you|have (?:an update|news) for you|be back to you)`, 'you will be (?:contacted|informed|updated|notified)', "you(?:['’]ll| will) (?:hear|be hearing) (?:back )?from (?:us|me|them)"),
  phrase(['en', 'when_known', 'verb'], 'as soon as (?:i|we|they|there) (?:have|know|hear|get|receive|is|are)(?: \\p{L}+){0,3}'),
];

/** Subjects that a better sentence replaces together with the verb: "i colleghi le faranno sapere". */
const subject = /(?:^|(?<=[\s,.;:]))(?:(?:i|le|il|la|un|una|dei|i nostri|i miei|un mio|una mia|il mio|la mia)\s+)?(?:noi|collegh[ie]|collega|colleghi (?:del|della|dell['’])\s*\p{L}+|reparto(?:\s+\p{L}+)?|ufficio(?:\s+\p{L}+)?|magazzino|amministrazione|assistenza)\s+$/iu;

type Found = Omit<VaguePromise, 'start' | 'end' | 'replace'> & { readonly start: number; readonly end: number };

// Most sentences hold nothing of the kind: this one look saves the ten that would find nothing.
const mayBeVague = /presto|prima|possibil|urgenza|sollecitud|tempestiv|breve|brevi|stretto|poco|prossim|dopo le|avanti|qualche|alcun|poch|minut|appena|torn[oei]|cura|viv[oa]|sentire|notizie|riscontro|(?:rò|remo|rà|ranno|rete|rai|emo|ò)(?![a-zà-ÿ])|aggiornat|informat|possible|asap|earliest|delay|short|due|near|long|prompt|soon|while|next|coming|few|some|several|moment|bit|when|['’]ll|will|shall|going to|once/iu;

const inSentence = (sentence: string): Found[] => {
  if (!mayBeVague.test(sentence)) return [];
  const found = phrases
    .flatMap(({ pattern, ...rest }) => [...lowered(sentence).matchAll(pattern)].map((match) => ({ code: rest.code, language: rest.language, shape: rest.shape, start: match.index, end: match.index + match[0].length })))
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
  return found.filter((one, place) => !found.some((other, rank) => rank < place && other.end > one.start));
};

/** Two that stand side by side are one: "le faranno sapere al più presto" is underlined once. */
const joined = (sentence: string, found: readonly Found[]): Found[] => {
  const list: Found[] = [];
  for (const one of found) {
    const last = list.at(-1);
    if (last === undefined || sentence.slice(last.end, one.start).trim() !== '') list.push(one);
    else list[list.length - 1] = { ...(last.shape === 'verb' ? last : one), start: last.start, end: one.end };
  }
  return list;
};

const isSaidByUs = (sentence: string, { start, end, shape, code }: Found, listener: Listener): boolean => {
  // A verb of its own says whose word it is; only what stands before it can deny it or make it a condition.
  const whose = listener.whose(start, shape === 'verb' ? start : end);
  if (shape === 'verb') return whose !== 'denied' && whose !== 'condition' && whose !== 'theirs' && !/\b(?:non|not|never)\s*$/iu.test(sentence.slice(0, start));
  // "See you soon", "a presto": these words promise something only beside a verb that does.
  return whose === 'ours' || (whose === null && code !== 'shortly');
};

// Which instant does not matter here, only whether a date is given at all.
const anyDay = { now: new Date(0), timeZone: 'UTC' } as const;

/** The promises without a date in `text`, in order; offsets are those of `text`. */
export const findVague = (text: string, options: ReadDates = anyDay): VaguePromise[] =>
  sentencesOf(text).flatMap((sentence) => {
    const found = inSentence(sentence.text);
    if (found.length === 0 || sentence.text.endsWith('?') || readDates(sentence.text, options).length > 0) return [];
    const listener = listenTo(sentence.text);
    return joined(sentence.text, found)
      .filter((one) => isSaidByUs(sentence.text, one, listener))
      .map((one) => {
        const before = one.shape === 'verb' ? (subject.exec(sentence.text.slice(0, one.start))?.[0].length ?? 0) : 0;
        const shifted = { start: sentence.start + one.start, end: sentence.start + one.end };
        return { ...one, ...shifted, replace: { start: shifted.start - before, end: shifted.end } };
      });
  });

interface Offer {
  readonly text: string;
  readonly vague: VaguePromise;
  readonly dueAt: Instant;
  readonly now: Instant;
  readonly timeZone: string;
}

const offers = {
  it: (by: string, shape: 'verb' | 'adverb') => (shape === 'adverb' ? by : `le scrivo io ${by}`),
  en: (by: string, shape: 'verb' | 'adverb') => (shape === 'adverb' ? by : `I will write to you ${by}`),
} as const;

/** The better words for `vague.replace`, once a date is known: "le scrivo io entro oggi alle 16:00". */
export const sayInstead = ({ text, vague: { language, shape, replace }, dueAt, now, timeZone }: Offer): string => {
  const words = offers[language](sayInstant(dueAt, { now, timeZone, language, by: true }), shape);
  const first = text.charAt(replace.start);
  return first !== '' && first === first.toUpperCase() && first !== first.toLowerCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words;
};
