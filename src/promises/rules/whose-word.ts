/**
 * Whose word is it? "Le scrivo entro giovedì" is ours; "le ho scritto giovedì" is past; "mi mandi la foto entro giovedì" is asked of
 * the customer; "se entro giovedì non arriva" is a condition; "non riesco entro giovedì" is the opposite of a promise; "giovedì siamo
 * chiusi" speaks of opening hours. The verb nearest before the date decides, else the nearest after it, within the same sentence.
 */
export type Word = 'ours' | 'past' | 'asked' | 'condition' | 'denied' | 'hours';

interface Sign {
  readonly word: Word;
  readonly pattern: RegExp;
}

const any = (...sources: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}'’])(?:${sources.join('|')})(?![\\p{L}])`, 'giu');

const actsOfOurs =
  'scriv(?:o|iamo)|chiam(?:o|iamo)|richiam(?:o|iamo)|aggiorn(?:o|iamo)|mand(?:o|iamo)|invi(?:o|amo)|rispond(?:o|iamo)|dic(?:o|iamo)|do|diamo|facci(?:o|amo)|sped(?:isco|iamo)|rimbors(?:o|iamo)|ricontatt(?:o|iamo)|contatt(?:o|iamo)|telefon(?:o|iamo)|comunic(?:o|hiamo)|prepar(?:o|iamo)|consegn(?:o|iamo)|restitu(?:isco|iamo)|accredit(?:o|iamo)|sostitu(?:isco|iamo)|port(?:o|iamo)|ved(?:o|iamo)|verific(?:o|hiamo)|controll(?:o|iamo)|riscriv(?:o|iamo)|rimand(?:o|iamo)';

const ours = [
  // "le scrivo", "glielo mando", "la richiamo", "ve lo spediamo".
  `(?:le|la|li|lo|ti|te|vi|ve|gli|glie(?:lo|la|li|le)|(?:te|ve) (?:lo|la|li|le))\\s+(?:${actsOfOurs})`,
  // The future: "scriverò", "arriverà", "risponderemo".
  '(?!però|perciò|chissà|metà|età|estremo|supremo|remo|rará)\\p{L}{2,}(?:rò|remo|rà|ranno)',
  'torno a \\p{L}+', 'ci (?:ri)?sentiamo', 'ci vediamo', 'mi impegno a', 'sped(?:isco|iamo)', 'riceve|ricevete|parte|partono|arriva|arrivano|consegna|consegnano|passa|esce|rientra',
  'è previst[oa]|sono previst[ei]', 'avete|ha (?:mie|nostre) notizie',
  "(?:will|shall|['’]ll|(?:am|is|are) going to|should (?:reach|arrive|have|be|receive))", 'let me \\p{L}+', '(?:arrives|ships|leaves|reaches you|is due|are due|is expected|are expected)',
];

const past = [
  '(?:ho|abbiamo|hanno|ha|avete|avevo|avevamo|aveva|avevano|avevate)(?! (?:mie|nostre) notizie)(?: (?:già|anche|appena|subito|sempre|poi|ancora))? \\p{L}{3,}(?:to|ta|ti|te|so|sa|si|se|rto)',
  '(?:è|sono|era|erano) (?:già )?(?:stat[oaie]|arrivat[oaie]|partit[oaie]|uscit[oaie]|scadut[oaie]|passat[oaie]|successo)',
  '(?:doveva(?:no|te|mo)?|dovevo|dovuto|sarebbe(?:ro)?|avrebbe(?:ro)?|avremmo|avrei|era|erano)', 'come (?:promesso|detto|concordato|indicato|da accordi)', '(?:risale|risalgono)',
  "(?:was|were|had|did|wrote|sent|promised|said|told|called|asked|shipped|left|arrived|should have|would have|(?:have|has|['’]ve) (?:already )?(?!to )\\p{L}{3,}(?:ed|en|nt|de|ne|wn|ld|id|ft))",
];

const asked = [
  '(?:mi|ci|me l[oa]|ce l[oa]) (?:ri)?(?:scriva|mandi|invii|faccia|confermi|dica|risponda|chiami|contatti|indichi|spedisca|restituisca|fornisca|comunichi|segnali|lasci|dia|scriviate|mandiate|inviate|scrivi|manda|invia|fai|dici|rispondi)(?:te)?',
  '(?:può|puoi|potete|potrà|potrai|potrebbe|deve|dovrebbe|dovrà|dovrete|bisogna|occorre|basta|è necessario|le chied(?:o|iamo)|la preg(?:o|hiamo)|la invit(?:o|iamo)|cortesemente|gentilmente|per favore|per cortesia)',
  '(?:restituisca|risponda|rispondete|invii|mandi|compili|paghi|ritiri|verifichi|controlli|scriva|chiami|telefoni|aspetti|attenda|confermi)', '(?:scriver|mandar|inviar|risponder|chiamar|far|dir)(?:ci|mi)',
  '(?:please|kindly|(?:could|can|would|will) you|you (?:can|may|must|need to|have to|should|could)|let (?:me|us) know|(?:send|write|tell|give|call|return) (?:me|us|it)|reply|get back to (?:me|us))',
];

const condition = ['(?<!anche )(?<!come )se', 'qualora', 'nel caso(?: in cui)?', 'a meno che', "(?<!even )if|unless|in case|whether"];

const denied = [
  'non(?! (?:oltre|più tardi|appena|prima|esit|si preoccup))', 'impossibile|senza|nemmeno|neanche|mai',
  "(?:cannot|can['’]?t|won['’]?t|will not|(?:will|shall|do|does|am|is|are)(?:n['’]t| not)|don['’]?t|not|never|unable|impossible|without|nor)(?! later)",
];

const hours = ['(?:(?:saremo|sarà|saranno|siamo|restiamo|resteremo|rimarremo|will be|are|is) )?(?:chius[oaie]|apert[oaie]|apre|aprono|chiude|chiudono|riapre|riapriamo|orari[oi]?|apertura|chiusura|ferie|closed|open|opens|closes|opening|hours)', 'dal(?:le|l[ao]|la)?\\s+\\p{L}+dì', '(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:to|until|through)'];

// Where two signs end at one place the first in this list wins: "will not" before "will".
const signs: readonly Sign[] = [
  { word: 'denied', pattern: any(...denied) },
  { word: 'hours', pattern: any(...hours) },
  { word: 'past', pattern: any(...past) },
  { word: 'asked', pattern: any(...asked) },
  { word: 'condition', pattern: any(...condition) },
  { word: 'ours', pattern: new RegExp(any(...ours).source.replace("(?<![\\p{L}\\p{N}'’])", "(?:(?<![\\p{L}\\p{N}'’])|(?=['’]ll))"), 'giu') },
];

interface Seen {
  readonly word: Word;
  readonly start: number;
  readonly end: number;
}

const signsIn = (sentence: string): Seen[] =>
  signs.flatMap(({ word, pattern }) => [...sentence.matchAll(pattern)].map((found) => ({ word, start: found.index, end: found.index + found[0].length })));

/** A denial or a condition holds for the verb that follows it, up to the next comma: "non riceverà", "se arriverà". */
const governs = (sentence: string, seen: Seen, verb: Seen): boolean => {
  if (seen.word !== 'denied' && seen.word !== 'condition') return false;
  const between = sentence.slice(seen.end, verb.start);
  const reach = seen.word === 'denied' ? 18 : 60;
  return seen.start <= verb.start && between.length <= reach && !/[,;]|\b(?:ma|but|e|and)\b/iu.test(between);
};

const before = (one: Seen, other: Seen): number => one.end - other.end;

/** Answers for the stretches of one sentence; the sentence itself is read once. */
export interface Listener {
  /** Whose word the stretch belongs to; null where no verb says. */
  whose(start: number, end: number): Word | null;
  /** Whether a comma or another break stands between `start` and the nearest sign before it. */
  standsApart(start: number): boolean;
}

export const listenTo = (sentence: string): Listener => {
  const all = signsIn(sentence);
  // The longest sign that covers a place speaks for it: "will not" hides "will"; of two as long, the one that is named first.
  const visible = all.filter((sign, place) => {
    const length = sign.end - sign.start;
    return !all.some((other, rank) => rank !== place && other.start <= sign.start && other.end >= sign.end && (other.end - other.start > length || rank < place));
  });
  const nearestOf = (seen: readonly Seen[], start: number, end: number): Seen | undefined => {
    const earlier = seen.filter((sign) => sign.end <= start).toSorted(before).at(-1);
    if (earlier !== undefined) return earlier;
    const later = seen.filter((sign) => sign.start >= end && !/[,;]/u.test(sentence.slice(end, sign.start)));
    return later.toSorted((one, other) => one.start - other.start)[0];
  };
  return {
    whose: (start, end) => {
      const seen = visible.filter((sign) => sign.end <= start || sign.start >= end);
      const nearest = nearestOf(seen, start, end);
      if (nearest === undefined) return null;
      if (nearest.word !== 'ours') return nearest.word;
      return seen.filter((sign) => sign.end <= start).toSorted(before).find((sign) => governs(sentence, sign, nearest))?.word ?? 'ours';
    },
    standsApart: (start) => {
      const last = all.filter((sign) => sign.end <= start).toSorted(before).at(-1);
      return last === undefined || /[,;–—]|\b(?:ma|but)\b/u.test(sentence.slice(last.end, start));
    },
  };
};
