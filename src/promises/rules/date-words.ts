/**
 * The words of which people make a date, in Italian and English, each as an atom at its place in a sentence: a limit ("entro"), a
 * day ("giovedì 26"), a part of the day ("mattina"), a time ("alle 15"), a length ("24 ore"). `dates.ts` puts neighbours together.
 */
export type DayWord =
  | { readonly kind: 'ahead'; readonly days: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly date: number | null; readonly month: number | null; readonly year: number | null; readonly next: boolean }
  | { readonly kind: 'date'; readonly date: number; readonly month: number | null; readonly year: number | null }
  | { readonly kind: 'end'; readonly of: 'week' | 'next_week' | 'month' };

/** Minutes after midnight at which a part of the day is over; `closing` is when the service closes. */
export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'day';

export type Atom = { readonly start: number; readonly end: number } & (
  | { readonly is: 'limit'; readonly before: boolean }
  | { readonly is: 'day'; readonly day: DayWord }
  | { readonly is: 'part'; readonly part: PartOfDay }
  /** `surely24`: written so that it cannot mean the afternoon ("09:00"), or with am or pm. */
  | { readonly is: 'time'; readonly hours: number; readonly minutes: number; readonly surely24: boolean; readonly bare: boolean }
  | { readonly is: 'length'; readonly amount: number; readonly unit: 'minute' | 'hour' | 'day' | 'working_day' | 'week' }
);

const weekdays: Readonly<Record<string, number>> = {
  lunedì: 1, martedì: 2, mercoledì: 3, giovedì: 4, venerdì: 5, sabato: 6, domenica: 7,
  monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7,
};
const months = ['gen jan', 'feb', 'mar', 'apr', 'mag may', 'giu jun', 'lug jul', 'ago aug', 'set sep', 'ott oct', 'nov', 'dic dec'];
const numbers: Readonly<Record<string, number>> = {
  un: 1, uno: 1, una: 1, 'un’': 1, "un'": 1, due: 2, tre: 3, quattro: 4, cinque: 5, sei: 6, sette: 7, otto: 8, nove: 9, dieci: 10, undici: 11, dodici: 12, quindici: 15,
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, 'couple of': 2, 'a couple of': 2, 'un paio di': 2,
};

const day = "(?:lune|marte|mercole|giove|vener)d(?:ì|i['’`]?)|sabato|domenica|(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const month = '(?:gen(?:naio)?|feb(?:braio|ruary)?|mar(?:zo|ch)?|apr(?:ile|il)?|mag(?:gio)?|may|giu(?:gno)?|june?|lug(?:lio)?|july?|ago(?:sto)?|aug(?:ust)?|set(?:tembre)?|sept?(?:ember)?|ott(?:obre)?|oct(?:ober)?|nov(?:embre|ember)?|dic(?:embre)?|dec(?:ember)?|jan(?:uary)?)\\.?';
const number = `\\d{1,2}|${Object.keys(numbers).toSorted((one, other) => other.length - one.length).join('|')}`;
const dateNumber = '(?<date>\\d{1,2}|primo)(?:st|nd|rd|th|º|°)?';
const year = '(?:(?:,|\\s+(?:del|of))?\\s*(?<year>20\\d{2}))?';
// "27 pezzi", "15 euro", "30%": a figure that counts or costs something is no date and no time.
const countsNothing = '(?!\\s*(?:%|€|euro|eur\\b|cent|pezz|coll[io]|lampad|kg|cm|mm|metri|volt|watt|pers|rat[ae]|ann[io]|mes[ei]|giorn|or[ae]\\b|minut|settiman|units?\\b|pieces?|pounds?|hours?|days?|weeks?|minutes?|pm\\b|am\\b|[.,:/-]?\\d))';

const build = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');

type Groups = Readonly<Record<string, string | undefined>>;
interface Reader {
  readonly pattern: RegExp;
  read(groups: Groups, text: string): AtomBody | null;
}
type AtomBody = Atom extends infer One ? (One extends Atom ? Omit<One, 'start' | 'end'> : never) : never;

const figure = (text: string | undefined): number | null => (text === undefined ? null : text.toLowerCase() === 'primo' ? 1 : Number(text));
const monthOf = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  if (/^\d/u.test(text)) return Number(text);
  return months.findIndex((names) => names.split(' ').some((name) => text.toLowerCase().startsWith(name))) + 1;
};
const weekdayOf = (text: string): number => weekdays[text.toLowerCase().replace(/di['’`]?$/u, 'dì')] ?? weekdays[text.toLowerCase()] ?? 0;
const longYear = (text: string | undefined): number | null => (text === undefined ? null : text.length === 2 ? 2000 + Number(text) : Number(text));

/** A date in figures: the day first, as in Italy and Britain, unless it can only be the other way round. */
const inFigures = (groups: Groups): AtomBody | null => {
  const [first, second] = [Number(groups['first']), Number(groups['second'])];
  const [date, monthNumber] = second > 12 && first <= 12 ? [second, first] : [first, second];
  if (monthNumber < 1 || monthNumber > 12) return null;
  return { is: 'day', day: { kind: 'date', date, month: monthNumber, year: longYear(groups['year']) } };
};

const ahead = (days: number): (() => AtomBody) => () => ({ is: 'day', day: { kind: 'ahead', days } });
const part = (of: PartOfDay): (() => AtomBody) => () => ({ is: 'part', part: of });
const end = (of: 'week' | 'next_week' | 'month'): (() => AtomBody) => () => ({ is: 'day', day: { kind: 'end', of } });

const timeOf = (groups: Groups, bare: boolean): AtomBody | null => {
  const words = groups['hours'] ?? '';
  const isPm = /^p/iu.test(groups['half'] ?? '');
  const isAm = /^a/iu.test(groups['half'] ?? '');
  const given = numbers[words.toLowerCase()] ?? Number(words);
  const half = /mezz|half/iu.test(groups['more'] ?? '') ? 30 : /quarto/iu.test(groups['more'] ?? '') ? 15 : Number(groups['more']?.replaceAll(/\D/gu, '') || 0);
  const minutes = Number(groups['minutes'] ?? 0) || half;
  const written = isPm && given < 12 ? given + 12 : isAm && given === 12 ? 0 : given;
  if (written > 24 || minutes > 59) return null;
  return { is: 'time', hours: written, minutes, surely24: isPm || isAm || words.startsWith('0') || written > 12 || written === 0, bare };
};

const unitOf = (text: string): 'minute' | 'hour' | 'day' | 'week' =>
  /^min/iu.test(text) ? 'minute' : /^(?:or|h)/iu.test(text) ? 'hour' : /^(?:g|d|n)/iu.test(text) ? 'day' : 'week';

const lengthOf = (groups: Groups): AtomBody => {
  const unit = unitOf(groups['unit'] ?? '');
  const amount = numbers[(groups['amount'] ?? '').toLowerCase()] ?? Number(groups['amount']);
  const isWorking = unit === 'day' && groups['working'] !== undefined;
  return { is: 'length', amount, unit: isWorking ? 'working_day' : unit };
};

const lead = "(?:entro|nel giro di|nell['’]arco di|within|tra|fra|in)";
const spokenHour = "(?<hours>\\d{1,2}|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici)";
const clockTime = `${spokenHour}(?:(?:[:.,]|\\s?h\\s?)(?<minutes>[0-5]\\d))?(?<more>\\s+e\\s+(?:mezz[ao]|un quarto|\\d{1,2}))?`;

const readers: readonly Reader[] = [
  { pattern: build(`(?:e )?(?:entro(?: e non oltre)?|non oltre|non più tardi (?:di|del)|al più tardi|al massimo|by|no later than|not later than|at the latest)`), read: () => ({ is: 'limit', before: false }) },
  { pattern: build("(?<!non )(?:prima di|prima del(?:la|le)?|before)"), read: () => ({ is: 'limit', before: true }) },
  { pattern: build(`${lead}\\s+(?:(?:le|i|gli|the)\\s+)?(?:prossim[ie]\\s+|next\\s+)?(?:(?:\\d{1,2}|un[oa]?|one|two|due)\\s*(?:-|–|/|o|or|to)\\s*)?(?<amount>${number})[\\s’']*(?<pre>working\\s+|business\\s+)?(?<unit>minut[oi]|or[ae]|giorn[oi]|giornate|settiman[ae]|minutes?|hours?|days?|weeks?|h)(?<post>\\s+(?:lavorativ[ie]|di lavoro|feriali))?(?:\\s+(?:al massimo|at most))?`), read: (groups) => lengthOf({ ...groups, working: groups['pre'] ?? groups['post'] }) },
  { pattern: build(`(?:entro|within)\\s+(?:la\\s+|un['’]\\s*|the\\s+)?(?:giornata(?: di oggi)?|day)|in giornata|(?:fine giornata|end of (?:the |business |today)?(?:day)?|close of business|eod|cob)`), read: ahead(0) },
  { pattern: build(`(?:per la |entro la |by )?(?:fine (?:della )?settimana|questa settimana|end of (?:the|this) week)|entro la settimana`), read: end('week') },
  { pattern: build(`(?:la )?(?:prossima settimana|settimana prossima)|(?:the )?end of next week|next week`), read: end('next_week') },
  { pattern: build(`(?:la )?fine (?:del |di questo )?mese|(?:the )?end of (?:the|this) month`), read: end('month') },
  { pattern: build('dopodomani|the day after tomorrow'), read: ahead(2) },
  { pattern: build('domani|tomorrow'), read: ahead(1) },
  { pattern: build('oggi(?: stesso)?|today'), read: ahead(0) },
  { pattern: build('stasera|questa sera|tonight|this evening'), read: part('evening') },
  { pattern: build('stamattina|stamani|questa mattina|this morning'), read: part('morning') },
  { pattern: build('(?:oggi )?(?:questo pomeriggio|nel pomeriggio|this afternoon)'), read: part('afternoon') },
  { pattern: build('(?:in |nella |di |del |al |the |in the )?(?:mattina|mattino|mattinata|morning)'), read: part('morning') },
  { pattern: build('(?:di |del |in the )?(?:primo )?(?:pomeriggio|afternoon)'), read: part('afternoon') },
  { pattern: build('(?:di |in |in the )?(?:sera|serata|evening)'), read: part('evening') },
  { pattern: build("(?:la |a |by |at )?(?:mezzogiorno|midday|noon)"), read: () => ({ is: 'time', hours: 12, minutes: 0, surely24: true, bare: false }) },
  { pattern: build("(?:la |a |by |at )?(?:mezzanotte|midnight)"), read: () => ({ is: 'time', hours: 24, minutes: 0, surely24: true, bare: false }) },
  {
    pattern: build(`(?:(?<early>prossim[oa]|next|this|quest[oa])\\s+)?(?<weekday>${day})(?:\\s+(?<late>prossim[oa]|next))?(?:,?\\s+(?:the\\s+)?${dateNumber}${countsNothing}(?:\\s+(?:of\\s+)?(?<month>${month})${year}|/(?<monthNumber>\\d{1,2})(?:/\\d{2,4})?)?)?`),
    read: (groups) => ({
      is: 'day',
      day: {
        kind: 'weekday', weekday: weekdayOf(groups['weekday'] ?? ''), date: figure(groups['date']), month: monthOf(groups['month'] ?? groups['monthNumber']), year: figure(groups['year']),
        next: /^(?:pross|next)/iu.test(groups['early'] ?? groups['late'] ?? ''),
      },
    }),
  },
  { pattern: build(`(?<weekday>${day}),?\\s+(?<month>${month})\\s+(?<date>\\d{1,2})(?:st|nd|rd|th)?`), read: (groups) => ({ is: 'day', day: { kind: 'date', date: figure(groups['date']) ?? 0, month: monthOf(groups['month']), year: null } }) },
  { pattern: build(`(?:il |l['’]|the |del |di )?${dateNumber}\\s+(?:of\\s+)?(?<month>${month})${year}`), read: (groups) => ({ is: 'day', day: { kind: 'date', date: figure(groups['date']) ?? 0, month: monthOf(groups['month']), year: figure(groups['year']) } }) },
  { pattern: build(`(?<month>${month})\\s+(?<date>\\d{1,2})(?:st|nd|rd|th)?${countsNothing}`), read: (groups) => ({ is: 'day', day: { kind: 'date', date: figure(groups['date']) ?? 0, month: monthOf(groups['month']), year: null } }) },
  { pattern: build('(?<year>20\\d{2})-(?<month>\\d{2})-(?<date>\\d{2})'), read: (groups) => ({ is: 'day', day: { kind: 'date', date: Number(groups['date']), month: Number(groups['month']), year: Number(groups['year']) } }) },
  { pattern: build(`(?:il |del |on |the )?(?<first>\\d{1,2})/(?<second>\\d{1,2})(?:/(?<year>20\\d{2}|\\d{2}))?${countsNothing}`), read: inFigures },
  { pattern: build(`(?:il |del |on the )(?<first>\\d{1,2})[.-](?<second>\\d{1,2})(?:[.-](?<year>20\\d{2}|\\d{2}))?${countsNothing}`), read: inFigures },
  { pattern: build(`(?:il |del |the )${dateNumber}${countsNothing}`), read: (groups) => ({ is: 'day', day: { kind: 'date', date: figure(groups['date']) ?? 0, month: null, year: null } }) },
  { pattern: build(`(?:alle|per le|dalle\\s+\\S+\\s+alle|tra le\\s+\\S+\\s+e le|between\\s+\\S+\\s+and)\\s+(?:ore\\s+)?${clockTime}${countsNothing}`), read: (groups) => timeOf(groups, false) },
  { pattern: build(`(?:all['’]|l['’])\\s*(?<hours>una|1)(?:[:.](?<minutes>[0-5]\\d))?(?<more>\\s+e\\s+(?:mezz[ao]|un quarto|\\d{1,2}))?`), read: (groups) => timeOf(groups, false) },
  { pattern: build(`(?:le\\s+ore|ore|le|h)\\s*${clockTime}${countsNothing}`), read: (groups) => timeOf(groups, true) },
  { pattern: build("(?:at\\s+)?(?<hours>\\d{1,2})(?:[:.](?<minutes>[0-5]\\d))?\\s*(?<half>[ap]\\.?m)\\.?"), read: (groups) => timeOf(groups, false) },
  { pattern: build(`at\\s+(?<hours>\\d{1,2})(?:[:.](?<minutes>[0-5]\\d))?(?:\\s+o['’]clock)?${countsNothing}`), read: (groups) => timeOf(groups, false) },
  { pattern: build('(?<hours>\\d{1,2}):(?<minutes>[0-5]\\d)'), read: (groups) => timeOf(groups, true) },
];

/** The atoms of a sentence in order; where two overlap, the one that begins earlier wins, then the longer. */
export const atomsIn = (sentence: string): Atom[] => {
  const found = readers.flatMap(({ pattern, read }) =>
    [...sentence.matchAll(pattern)].flatMap((match) => {
      const body = read(match.groups ?? {}, match[0]);
      return body === null ? [] : [{ ...body, start: match.index, end: match.index + match[0].length } as Atom];
    }),
  );
  const ordered = found.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const kept: Atom[] = [];
  for (const atom of ordered) if (atom.start >= (kept.at(-1)?.end ?? 0)) kept.push(atom);
  return kept;
};
