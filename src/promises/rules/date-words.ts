import { any, day, figure, lengthOf, letter, month, monthOf, number, quantity, timeOf, weekdayOf, type Groups, type LengthUnit } from './date-figures.ts';
import { lowered } from './sentences.ts';

/**
 * The words of which people make a date, in Italian and English, each as an atom at its place in a sentence: a limit ("entro"), a
 * day ("giovedì 26"), a week ("la prossima settimana"), a part of the day ("mattina"), a time ("alle 15"), a length ("24 ore").
 * `dates.ts` puts neighbours together.
 */
export type DayWord =
  /** `part` where one word says both: "domattina". */
  | { readonly kind: 'ahead'; readonly days: number; readonly part: PartOfDay | null }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly date: number | null; readonly month: number | null; readonly year: number | null; readonly next: boolean }
  | { readonly kind: 'date'; readonly date: number; readonly month: number | null; readonly year: number | null; readonly nextMonth?: boolean }
  /** The last day of a month: `month` counts from 1, null is this one, 'next' the next. */
  | { readonly kind: 'month_end'; readonly month: number | 'next' | null }
  | { readonly kind: 'year_end' }
  | { readonly kind: 'weekend' };

/** `day` is the whole working day, `early` its first hour, `midnight` the end of the day. */
export type PartOfDay = 'early' | 'morning' | 'lunch' | 'early_afternoon' | 'afternoon' | 'evening' | 'day' | 'midnight';

export type Atom = { readonly start: number; readonly end: number } & (
  | { readonly is: 'limit'; readonly before: boolean }
  | { readonly is: 'day'; readonly day: DayWord }
  /** `weekday` is the day that is meant where none is named: Friday for "next week", Tuesday for "early next week". */
  | { readonly is: 'week'; readonly ahead: number; readonly weekday: number }
  | { readonly is: 'part'; readonly part: PartOfDay }
  /** `surely24`: written so that it cannot mean the afternoon ("09:00"), or with am or pm. */
  | { readonly is: 'time'; readonly hours: number; readonly minutes: number; readonly surely24: boolean; readonly bare: boolean }
  | { readonly is: 'length'; readonly amount: number; readonly unit: LengthUnit }
  /** "At this time tomorrow". */
  | { readonly is: 'now' }
  /** What is over: "ieri", "last week". Whatever stands beside it is no date ahead. */
  | { readonly is: 'gone' }
);

interface Reader {
  readonly needs: readonly string[];
  /** Whether it reads nothing where there is no figure. */
  readonly figures: boolean;
  readonly pattern: RegExp;
  read(groups: Groups, text: string): AtomBody | null;
}
type AtomBody = Atom extends infer One ? (One extends Atom ? Omit<One, 'start' | 'end'> : never) : never;

const build = (source: string): RegExp => new RegExp(`(?<![${letter}0-9])(?:${source})(?![${letter}0-9])`, 'gu');
/** `needs`: one of these stands in every sentence that the pattern can match; looking for them is a hundred times cheaper. */
const reader = (needs: string, read: (groups: Groups) => AtomBody | null, ...sources: readonly string[]): Reader => ({ needs: needs.split('|'), figures: false, pattern: build(any(...sources)), read });
const figured: typeof reader = (...given) => ({ ...reader(...given), figures: true });

const monthStems = 'gen|feb|mar|apr|mag|may|giu|jun|lug|jul|ago|aug|set|sep|ott|oct|nov|dic|dec|jan';
const weekdayStems = 'dì|unedi|rtedi|oledi|ovedi|nerdi|sabato|domenica|day|mon|tue|wed|thu|fri';
const longYear = (text: string | undefined): number | null => (text === undefined ? null : text.length === 2 ? 2000 + Number(text) : Number(text));
const dateOf = (groups: Groups): AtomBody => ({ is: 'day', day: { kind: 'date', date: figure(groups['date']) ?? 0, month: monthOf(groups['month']), year: longYear(groups['year']) } });

/** A date in figures: the day first, as in Italy and Britain, unless it can only be the other way round. */
const inFigures = (groups: Groups): AtomBody | null => {
  const [first, second] = [Number(groups['first']), Number(groups['second'])];
  const [date, monthNumber] = second > 12 && first <= 12 ? [second, first] : [first, second];
  if (monthNumber < 1 || monthNumber > 12) return null;
  return { is: 'day', day: { kind: 'date', date, month: monthNumber, year: longYear(groups['year']) } };
};

const ahead = (days: number, part: PartOfDay | null = null) => (): AtomBody => ({ is: 'day', day: { kind: 'ahead', days, part } });
const part = (of: PartOfDay) => (): AtomBody => ({ is: 'part', part: of });
const clock = (hours: number) => (): AtomBody => ({ is: 'time', hours, minutes: 0, surely24: true, bare: false });
const theDay = (date: number, inMonth: number) => (): AtomBody => ({ is: 'day', day: { kind: 'date', date, month: inMonth, year: null } });
const week = (weeks: number, weekday: number) => (): AtomBody => ({ is: 'week', ahead: weeks, weekday });
const [tuesday, wednesday, friday] = [2, 3, 5];
const middleOfMonth = 15;

const dateNumber = '(?<date>\\d{1,2}|primo)(?:st|nd|rd|th|º|°)?';
const year = '(?:(?:,|\\s+(?:del|of))?\\s*(?<year>20\\d{2}))?';
// "27 pezzi", "15 euro", "30%": a figure that counts or costs something is no date and no time.
const countsNothing = '(?!\\s*(?:%|€|euro|eur\\b|cent|pezz|coll[io]|lampad|camer|articol|prodott|volt[ae]|kg|cm|mm|metri|volt|watt|pers|rat[ae]|ann[io]|mes[ei]|giorn|gg|or[ae]\\b|minut|settiman|units?\\b|pieces?|items?|rooms?|boxes|times|pounds?|dollars|hours?|hrs?|days?|weeks?|minutes?|mins?|pm\\b|am\\b|[.,:/-]?\\d))';
const nextWeekIt = '(?:prossima settimana|settimana prossima|settimana che viene|settimana entrante)';
const nextWeekEn = '(?:(?:the )?next week|the coming week|the following week)';
const clockTime = "(?<hours>\\d{1,2}|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici)(?:(?:[:.,]|\\s?h\\s?)(?<minutes>[0-5]\\d))?(?<more>\\s+(?:e|meno)\\s+(?:mezz[ao]|un quarto|tre quarti|\\d{1,2}(?!\\d)))?";
const englishClock = '(?<hours>\\d{1,2})(?:[:.](?<minutes>[0-5]\\d))?';
const lead = "(?:entro(?: e non oltre| il termine(?: massimo)? di| un massimo di| massimo| al massimo)?|nel giro di|nell['’]arco di|within|tra|fra|in|inside|(?:over|during|for) the next|nell[ea] prossim[ae]|nei prossimi|nel prossimo|(?:in |entro )?(?:al )?massimo|in meno di|in less than|(?:will take|ci vorr(?:à|anno)|richieder(?:à|anno)|serviranno)(?: about| around| up to| circa| al massimo)?)";
const shortRange = `(?:(?:\\d{1,2}|${number})\\s*(?:-|–|/|o|or|to)\\s*)?`;

const readers: readonly Reader[] = [
  reader('entro|oltre|tardi|massimo|by|latest|later|before', () => ({ is: 'limit', before: false }), '(?:e )?(?:entro(?: e non oltre)?|non oltre|non più tardi (?:di|del)|al più tardi|al massimo|by|no later than|not later than|at the latest|on or before)'),
  reader('prima|before|ahead', () => ({ is: 'limit', before: true }), '(?<!non )(?:prima di|prima del(?:la|le)?|prima dell[’\']|(?<!not )before|ahead of)'),
  reader('minut|mins| or|\'or|’or|giorn|gg|settiman| mes|hour|hr|day|week|fortnight|month| h|0h|2h|4h|6h|8h', (groups) => lengthOf({ ...groups, working: groups['pre'] ?? groups['post'] }),
    `${lead}\\s+(?:(?:le|i|gli|the)\\s+)?(?:prossim[ie]\\s+|next\\s+|about\\s+|circa\\s+)?${shortRange}(?<amount>${number})[\\s’'-]*(?<pre>(?:full\\s+)?(?:working|business)[\\s-]+)?(?<unit>minut[oi]|oretta|or[ae]|giorn[oi]|gg\\.?|giornate|settiman[ae]|mes[ei]|minutes?|mins?|hours?|hrs?|days?|weeks?|fortnight|months?|h)(?<post>\\s+(?:lavorativ[aeio]|di lavoro|feriali|feriale))?(?:\\s+(?:al massimo|at (?:the )?most|tops))?`),
  reader('max|massimo|at most|tops|maximum|allow |give |grant |need |dia|dammi|serv|occorr|lasci|concede', lengthOf, '(?:massimo |max )?(?<amount>\\d{1,3})\\s*(?<unit>ore|hours|minuti|minutes|giorni|days) (?:max|al massimo|at most|tops|maximum)', '(?:allow|give|grant) (?:me|us) an? (?<unit>hour|day|week) or (?<amount>two)', `(?:(?:allow|give|grant) (?:me|us)|(?:i|we)(?:['’]ll)? need) (?:about |another |up to |a further )?(?<amount>${number}) (?:more )?(?<working>(?:working|business) )?(?<unit>hours?|minutes?|days?|weeks?)`, `(?:(?:mi|ci) (?:dia|dai|date|lasci|conceda|serv[a-zà-ÿ]+|occorr[a-zà-ÿ]+)|dammi|dacci) (?:ancora |altr[ei] |circa )?(?<amount>${number})[ '’]?(?<unit>or[ae]|minut[oi]|giorn[oi]|settiman[ae])(?<working> lavorativ[ei])?`),
  reader('give me|dammi|mi dia', () => ({ is: 'limit', before: false }), '(?:give me|dammi|mi dia) (?:until|till|fino a(?:lle)?)'),
  reader('mezz|half|quart', (groups) => ({ is: 'length', amount: quantity(groups['amount'] ?? ''), unit: 'minute' }),
    `${lead}\\s+(?:(?:il|the)\\s+)?(?:prossim[ao]\\s+|next\\s+)?(?<amount>mezz['’]?\\s?or(?:a|etta)|mezzora|half(?: an?)?(?: |-)hour|un quarto d['’]ora|tre quarti d['’]ora|(?:a )?quarter of an hour|un['’]\\s?ora e mezza|an hour and a half)`),
  reader('hour|ora', () => ({ is: 'length', amount: 1, unit: 'hour' }), "(?:with)?in the (?:next )?hour", "entro l['’]ora(?! di)", "nella prossima ora", "entro la prossima ora"),
  reader('giornata|chiusura|day|business|play|eod|cob|eob', part('day'), "(?:entro|within|in|nella|per|nel corso della|durante la)\\s+(?:la\\s+|un['’]\\s*|the\\s+)?(?:giornata(?: lavorativa)?(?: di oggi| odierna)?)", 'within the (?:working |business )?day', '(?:(?:a |per |entro )?(?:la )?fine (?:della )?giornata(?: lavorativa)?)', "(?:a |per |entro )?(?:la |l['’])?(?:chiusura|orario di chiusura)(?: degli uffici)?", '(?:the )?(?:end|close) of (?:the |this )?(?:working |business )?day', '(?:the )?(?:end|close) of (?:business|play)', 'eod', 'cob', 'eob'),
  reader('week|settimana', week(1, tuesday), `(?:(?:all['’]|ad |a |l['’])?inizio |ai primi (?:giorni )?)(?:della )?${nextWeekIt}`, `(?:the )?(?:early|beginning of|start of|at the (?:start|beginning) of) ${nextWeekEn}`),
  reader('week|settimana', week(1, wednesday), `(?:a |la )?metà (?:della )?${nextWeekIt}`, `(?:mid[- ]|(?:the )?middle of |midway through )${nextWeekEn}`),
  reader('week|settimana', week(1, friday), `(?:(?:a |la |per la )?fine (?:della )?|(?:nel corso |nell['’]arco )?(?:della |nella |la |per la )?)${nextWeekIt}`, `(?:(?:the )?(?:end of|late|later|sometime) )?${nextWeekEn}`),
  reader('week|settimana', week(0, wednesday), '(?:a |entro )?metà settimana', 'mid[- ]week'),
  reader('week|settimana', week(0, friday), '(?:per la |entro la |by |a )?fine (?:della |di questa )?settimana(?: corrente)?', 'entro (?:il )?fine settimana', "(?:in|entro la|nel corso della|nell['’]arco della|questa|entro questa|in questa) settimana(?: corrente)?(?! prossima| scorsa| passata)", '(?:the )?end of (?:the |this )?week', '(?:later |sometime |within )?(?:this|the) week(?! of| after| before)', 'by the weekend', 'before the weekend', 'prima del (?:weekend|fine settimana)'),
  reader('week|fine settimana', () => ({ is: 'day', day: { kind: 'weekend' } }), '(?:nel|durante il|entro il|questo|il|over the|this|at the|during the) (?:fine settimana|week-?end)', 'over the week-?end'),
  reader('mese|month', (groups) => ({ is: 'day', day: { kind: 'date', date: figure(groups['date']) ?? 0, month: null, year: null, nextMonth: true } }), `(?:il |del |the |on the )?${dateNumber} (?:del mese prossimo|del prossimo mese|of next month)`),
  reader('mese|month', () => ({ is: 'day', day: { kind: 'month_end', month: 'next' } }), "(?:(?:la |a )?fine (?:del )?|(?:entro |nel corso del |nel |il )?(?:il |del )?)(?:mese prossimo|prossimo mese)", '(?:(?:the )?end of )?next month'),
  reader('mese|month', () => ({ is: 'day', day: { kind: 'month_end', month: null } }), '(?:la |il )?fine (?:del |di questo |del presente )?mese(?: corrente| in corso)?', '(?:entro il|nel corso del|in questo) mese(?: corrente| in corso)?(?! prossimo)', '(?:the )?end of (?:the |this )?month', '(?:within|later) (?:the|this) month', '(?:the )?month[- ]end'),
  reader('anno|year', () => ({ is: 'day', day: { kind: 'year_end' } }), "(?:la )?fine (?:dell['’])?anno", "entro l['’]anno", '(?:the )?end of (?:the |this )?year', 'year[- ]end'),
  reader('fine|end of|late|mese di', (groups) => ({ is: 'day', day: { kind: 'month_end', month: monthOf(groups['month']) } }), `(?:la |a |per )?fine (?:di )?(?<month>${month})`, `(?:the )?(?:end of|late) (?<month>${month})`, `(?:entro |nel )(?:il )?mese di (?<month>${month})`),
  reader('metà|mid', (groups) => ({ is: 'day', day: { kind: 'date', date: middleOfMonth, month: monthOf(groups['month']), year: null } }), `(?:la |a |per )?metà (?:di )?(?<month>${month})`, `(?:mid[- ]|(?:the )?middle of )(?<month>${month})`),
  reader('dopodomani|dopo domani|day after', ahead(2), 'dopodomani', 'dopo domani', '(?:the )?day after tomorrow'),
  reader('presto|prima mattina', ahead(1, 'early'), 'domattina presto', 'domani mattina presto', 'domani (?:in |di )?prima mattina(?:ta)?'),
  reader('domattina|domani', ahead(1, 'morning'), 'domattina', 'domani mattina'),
  reader('domani|tomorrow|tmrw|tomorow', ahead(1), 'domani', 'tomorrow', 'tmrw', 'tomorow'),
  reader('oggi|today|odierna', ahead(0), 'oggi(?: stesso)?', 'today', 'la data odierna'),
  reader('natale|christmas|xmas', theDay(25, 12), 'natale', 'christmas(?: day)?', 'xmas'),
  reader('quest|this time', () => ({ is: 'now' }), "a quest['’]ora(?: di)?", '(?:at |by )?this time'),
  reader('ieri|yesterday|last|previous|scors|passat|precedente|before|prima', () => ({ is: 'gone' }), "(?:l['’]altro )?ieri(?: l['’]altro)?", 'yesterday', '(?:last|the previous) (?:night|week|month|year|time)', '(?:settimana|mese|anno|volta) (?:scors[oa]|passat[oa]|precedente)', '(?:scors[oa]) (?:settimana|mese|anno|volta)', 'the day before', 'il giorno prima'),
  reader('first thing|mattin|prima cosa|early|apertura', part('early'), 'first thing(?: in the morning)?', '(?:in |di )?prima mattin(?:ata|a)', '(?:in )?mattinata presto', '(?:as )?(?:la )?prima cosa', '(?:early|bright and early) (?:in the )?morning', 'early(?= tomorrow| on (?:mon|tue|wed|thu|fri))', "(?:in )?apertura"),
  reader('sera|tonight|evening', part('evening'), 'stasera', 'questa sera', 'tonight', 'this evening', '(?:di |in |in the |entro |per )?(?:la )?(?:tarda )?(?:sera|serata|evening)'),
  reader('mattin|stamani|stamane|morning', part('morning'), 'stamattina', 'stamani', 'stamane', 'questa mattina', 'this morning', "(?:in |nella |di |del |al |the |in the |by |entro )?(?:la )?(?:tarda |late )?(?:mattina|mattino|mattinata|morning)"),
  reader('pomeriggio|afternoon|pranzo|lunch', part('early_afternoon'), "(?:nel |di |del |entro il )?primo pomeriggio", '(?:(?:in the |this )?early afternoon|early this afternoon)', '(?:subito )?dopo pranzo', '(?:right |straight )?after lunch'),
  reader('pranzo|lunch', part('lunch'), "(?:(?:per |entro |prima di |a )?(?:l['’])?(?:ora di )?pranzo)", '(?:by |before |around |at )?lunch(?: ?time)?'),
  reader('pomeriggio|afternoon', part('afternoon'), '(?:oggi )?(?:questo pomeriggio|(?:nel|in) (?:tardo )?pomeriggio)', '(?:later )?this afternoon', '(?:late |later )(?:this |in the )?afternoon', '(?:di |del |in the |by |entro il )?(?:tardo |late )?(?:pomeriggio|afternoon)'),
  reader('notte|overnight', part('midnight'), '(?:entro |by )?(?:stanotte|questa notte|overnight)'),
  reader('mezzogiorno|mezzod|midday|noon', clock(12), "(?:la |a |by |at |le |per )?(?:mezzogiorno|mezzodì|midday|noon)"),
  reader('mezzanotte|midnight', clock(24), '(?:la |a |by |at |le |per )?(?:mezzanotte|midnight)'),
  reader(weekdayStems, (groups) => ({
    is: 'day',
    day: {
      kind: 'weekday', weekday: weekdayOf(groups['weekday'] ?? ''), date: figure(groups['date']), month: monthOf(groups['month'] ?? groups['monthNumber']), year: figure(groups['year']),
      next: /^(?:pross|next)/iu.test(groups['early'] ?? groups['late'] ?? ''),
    },
  }), `(?:(?<early>prossim[oa]|next|this|this coming|coming|quest[oa])\\s+)?(?<weekday>${day})(?:\\s+(?<late>prossim[oa]|next))?(?:,?\\s+(?:the\\s+|il\\s+)?${dateNumber}${countsNothing}(?:\\s+(?:of\\s+)?(?<month>${month})${year}|/(?<monthNumber>\\d{1,2})(?:/\\d{2,4})?)?)?`),
  figured(monthStems, dateOf, `(?<weekday>${day}),?\\s+(?<month>${month})\\s+(?<date>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>20\\d{2}))?(?![:\\d])`),
  figured(monthStems, dateOf, `(?:il |l['’]|the |on the |del |di )?${dateNumber}\\s+(?:of\\s+)?(?<month>${month})${year}`),
  figured(monthStems, dateOf, `(?<month>${month})\\s+(?:the\\s+)?(?<date>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>20\\d{2}))?${countsNothing}`),
  figured('20', dateOf, '(?<year>20\\d{2})-(?<month>\\d{2})-(?<date>\\d{2})'),
  // "1/2" alone is the first of two messages, "24/7" is always.
  figured('/', inFigures, `(?:il |del |on |the |for |by |entro |al |per il |${day} )(?<first>\\d{1,2})/(?<second>\\d{1,2})(?:/(?<year>20\\d{2}|\\d{2}))?${countsNothing}`, `(?!24/7|24/48|48/72)(?=\\d\\d/|\\d/\\d\\d)(?<first>\\d{1,2})/(?<second>\\d{1,2})(?:/(?<year>20\\d{2}|\\d{2}))?${countsNothing}`),
  figured('il |del |on |the |by |-20|.20', inFigures, `(?:il |del |on the |by )(?<first>\\d{1,2})[.-](?<second>\\d{1,2})(?:[.-](?<year>20\\d{2}|\\d{2}))?${countsNothing}`, `(?<first>\\d{1,2})[.-](?<second>\\d{1,2})[.-](?<year>20\\d{2})`),
  figured('il |del |the ', dateOf, `(?:il |del |the |on the )(?:giorno )?${dateNumber}${countsNothing}(?! (?:business|working|\\p{L}+ (?:box|collo|order)))`),
  reader('alle |per le |le ', (groups) => timeOf(groups, false), `(?:alle|per le|verso le|intorno alle|attorno alle|dalle\\s+(?:ore\\s+)?\\S+\\s+alle|(?:tra|fra) le\\s+\\S+\\s+e le)\\s+(?:ore\\s+)?${clockTime}${countsNothing}`),
  reader('una|1', (groups) => timeOf(groups, false), "(?:all['’]|l['’])\\s*(?<hours>una|1)(?:[:.](?<minutes>[0-5]\\d))?(?<more>\\s+e\\s+(?:mezz[ao]|un quarto|\\d{1,2}))?"),
  reader('le |ore |h', (groups) => timeOf(groups, true), `(?:le\\s+ore|ore|le|h)\\s*${clockTime}${countsNothing}(?!\\s+(?:${month}|\\p{L}+[ei]\\b(?<!di|che|le|ore|e)))`),
  figured('am|pm|a.m|p.m', (groups) => timeOf(groups, false), `(?:(?:from\\s+|between\\s+)?\\d{1,2}(?:[:.][0-5]\\d)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:-|–|to|and|until)\\s*)?(?:at\\s+|by\\s+|around\\s+|about\\s+)?${englishClock}\\s*(?<half>[ap]\\.?m)\\.?`),
  figured('from|between|-|–', (groups) => timeOf(groups, false), `(?:from|between)\\s+\\d{1,2}(?:[:.][0-5]\\d)?\\s*(?:[ap]\\.?m\\.?\\s*)?(?:-|–|to|and)\\s*${englishClock}${countsNothing}`, `\\d{1,2}(?:[:.][0-5]\\d)?\\s*[-–]\\s*(?<hours>\\d{1,2})(?:[:.](?<minutes>[0-5]\\d))(?!\\d)`),
  figured('at |around|about', (groups) => timeOf(groups, false), `(?:at|around|about)\\s+${englishClock}(?:\\s+o['’]clock)?${countsNothing}`),
  figured('by |before|until|till', (groups) => timeOf(groups, false), `(?:by|before|until|till)\\s+${englishClock}(?:\\s+o['’]clock|\\s+sharp)?(?=\\s*(?:$|[.,;!)]|(?:on|today|tonight|tomorrow|this|and|so|at the latest|${day})\\b))(?![.,]\\d)`),
  reader('half ', (groups) => timeOf({ ...groups, past: 'half past' }, false), '(?:at |by |before |around )half (?<hours>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'),
  reader('past|quarter', (groups) => timeOf(groups, false), '(?:at |by )?(?<past>half past|quarter past|quarter to) (?<hours>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'),
  figured(':', (groups) => timeOf(groups, true), '(?<hours>\\d{1,2}):(?<minutes>[0-5]\\d)(?:\\s*h)?'),
];

/** The atoms of a sentence in order; where two overlap, the one that begins earlier wins, then the longer. */
export const atomsIn = (sentence: string): Atom[] => {
  const low = lowered(sentence);
  const hasFigure = /\d|primo/u.test(low);
  const found = readers.filter(({ needs, figures }) => (hasFigure || !figures) && needs.some((one) => low.includes(one))).flatMap(({ pattern, read }) =>
    [...low.matchAll(pattern)].flatMap((match) => {
      const body = read(match.groups ?? {}, match[0]);
      return body === null ? [] : [{ ...body, start: match.index, end: match.index + match[0].length } as Atom];
    }),
  );
  const ordered = found.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const kept: Atom[] = [];
  for (const atom of ordered) {
    const last = kept.at(-1);
    if (last === undefined || atom.start >= last.end) kept.push(atom);
    // "Non più tardi del 6 novembre": what the limit and the day share belongs to the day.
    else if (last.is === 'limit' && atom.start > last.start && atom.end > last.end) kept.splice(-1, 1, { ...last, end: atom.start }, atom);
  }
  return kept;
};
