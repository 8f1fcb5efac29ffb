import type { Instant } from '#base/clock.ts';
import type { WorkCalendar } from '#calendar/rules.ts';
import { groupsIn, type Group } from './date-groups.ts';
import { dueAt } from './due.ts';
import { sentencesOf } from './sentences.ts';
import { usualCalendar } from './usual-calendar.ts';
import type { Word } from './sign-words.ts';
import { listenTo, type Listener } from './whose-word.ts';

/**
 * Reads the dates that a reply gives the customer, as people write them: "le scrivo entro giovedì alle 15", "by noon tomorrow". What
 * it finds is proposed as a promise, and a person confirms it. What we ask of the customer, what is past, what is only hoped or hangs
 * on a condition, what holds for everybody, opening hours and greetings are no promise. `due.ts` says when the words fall due.
 */
export interface ReadDates {
  readonly now: Instant;
  /** IANA name; hours are those of this zone. */
  readonly timeZone: string;
  /** When the service works; the usual week where nobody says. */
  readonly calendar?: WorkCalendar;
}

export interface DateFound {
  /** Where the wording of the date stands in the text. */
  readonly start: number;
  readonly end: number;
  /** The sentence that gives it, at most 300 characters: the promise to confirm. */
  readonly text: string;
  readonly dueAt: Instant;
}

/** A date that is ours to keep, with its clause: from the verb to the time words, or the other way round. */
export interface DateInClause extends DateFound {
  readonly clause: { readonly start: number; readonly end: number };
}

const longestText = 300;

// Nearly every sentence gives no date: this one look saves the sixty that would find none.
const mayGiveDate = /\d|entro|within|oggi|doman|today|tomor|tmrw|d[ìi'’`](?![\p{L}])|sabato|domenica|day|sera|tonight|overnight|stanotte|evening|morning|mattin|pomerigg|afternoon|noon|midnight|mezz|giorn|settiman|week|mese|month|anno\b|year|natale|christmas|xmas|pranzo|lunch|first thing|prima cosa|chiusura|alle |all['’]|\bun['’]?\s?or|\bor[ae]\b|minut|hour|\bgen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic|jan|jun|jul|aug|sep|oct|dec|half |eo[db]\b|cob\b|close of|end of|past/iu;

/** All dates in `text` that read as ours to keep, in order. */
export const readDates = (text: string, options: ReadDates): DateFound[] =>
  datesInClauses(text, options).map(({ start, end, text: words, dueAt: due }) => ({ start, end, text: words, dueAt: due }));

/** The same with the clause that each belongs to. */
export const datesInClauses = (text: string, { now, timeZone, calendar }: ReadDates): DateInClause[] =>
  sentencesOf(text).flatMap((sentence) => {
    if (sentence.text.endsWith('?') || !mayGiveDate.test(sentence.text)) return [];
    const reckoning = { now, calendar: calendar ?? usualCalendar(timeZone) };
    const ahead = groupsIn(sentence.text).flatMap((group): Dated[] => {
      const due = dueAt(group, reckoning);
      return due === null || due <= now || hangsOnAnother(sentence.text, group) ? [] : [{ group, due }];
    });
    if (ahead.length === 0) return [];
    const listener = listenTo(sentence.text);
    const found = ahead.filter(({ group }) => isOurs(sentence.text, group, listener));
    const kept = withoutAlternatives(sentence.text, found);
    return kept.map(({ group, due }): DateInClause => ({
      start: sentence.start + group.from, end: sentence.start + group.end, text: shortened(sentence.text), dueAt: due,
      clause: shifted(clauseOf(sentence.text, group, { listener, among: kept.map((one) => one.group) }), sentence.start),
    }));
  });

/** The lengths in a sentence that run from what has not happened: "entro 5 giorni dal rientro del collo". No date yet. */
export const hangingIn = (sentence: string): { start: number; end: number }[] => {
  if (!mayGiveDate.test(sentence) || groupsIn(sentence).every(({ length }) => length === null)) return [];
  const listener = listenTo(sentence);
  return groupsIn(sentence).filter((group) => isOurs(sentence, group, listener) && hangsOnAnother(sentence, group)).map((group) => clauseOf(sentence, group, { listener, among: [group] }));
};

const shortened = (text: string): string => {
  const bare = text.replaceAll(/\s+/gu, ' ').replace(/[.,;:!\s]+$/u, '');
  return bare.length <= longestText ? bare : `${bare.slice(0, longestText - 1)}…`;
};

const shifted = ({ start, end }: { start: number; end: number }, by: number): { start: number; end: number } => ({ start: start + by, end: end + by });

const subject = /(?<!\p{L})(?:i|we|you|he|she|it|they|lei|gliel[oa]|le|ti|vi|la) ?$/iu;

/** From the verb to the date or the other way round, unless another date stands between. */
const clauseOf = (sentence: string, group: Group, { listener, among }: { listener: Listener; among: readonly Group[] }): { start: number; end: number } => {
  const verb = listener.verbOf(group.start, group.end);
  if (verb === null) return { start: group.from, end: group.end };
  const who = subject.exec(sentence.slice(0, verb.start))?.[0].length ?? 0;
  const [start, end] = [Math.min(verb.start - who, group.from), Math.max(verb.end, group.end)];
  return among.some((other) => other !== group && other.start < end && other.end > start) ? { start: group.from, end: group.end } : { start, end };
};

const oneAndTheOther = /^[\s,(]*(?:(?:o|or|oppure|e|and|al massimo|cioè|ovvero|i\.e\.|e comunque|to|-|–)\s*)*$/iu;
const either = /\b(?:o|or|oppure|al massimo|e|and|to)\b|[-–]/iu;
const between = /\b(?:tra|fra|between|from|dal?)\s*$/iu;

interface Dated {
  readonly group: Group;
  readonly due: Instant;
}

/** "Domani, giovedì 19" is one date said twice; of "lunedì o martedì" and "tra lunedì e mercoledì" the later holds. */
const withoutAlternatives = (sentence: string, found: readonly Dated[]): Dated[] => {
  const kept: Dated[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    const link = last === undefined ? '' : sentence.slice(last.group.end, one.group.from);
    const isLinked = last !== undefined && oneAndTheOther.test(link);
    const isRange = isLinked && either.test(link) && (!/\b(?:e|and)\b/iu.test(link) || between.test(sentence.slice(0, last.group.from)));
    if (last === undefined || !(isRange || (isLinked && one.due.getTime() === last.due.getTime()))) kept.push(one);
    else kept[kept.length - 1] = { group: { ...one.group, from: last.group.from }, due: one.due };
  }
  return kept;
};

const over = /^\s*(?:scors[oa]|passat[oa]|last|fa|ago)\b/iu;
const notDue = /\b(?:last|scors[oa]|fino (?:a(?:l|lle|lla)?|al)(?: giorno)?|sino a(?:l|lle)?|until|till|til|since|after|dopo(?: il| le| la)?|not before|non prima d(?:i|el|elle)|every|each|ogni|tutti i|a partire da(?:l|lle)?)\s*$/iu;
/** "Please give us 24 hours": politely asked of the customer, and a promise of ours. */
const mayBeOurs: ReadonlySet<Word | null> = new Set([null, 'asked']);
const asksForTime = /\b(?:give|allow|grant|need|bear with|leave (?:it|this|that) with|(?:mi|ci) (?:dia|dai|date|lasci|lascia|conceda|serv\p{L}+|occorr\p{L}+))\b[^,.;]*$/iu;
const paper = /\b(?:fattura|ordine|bolla|e-?mail|messaggio|richiesta|telefonata|chiamata|ricevuta|scontrino|recensione|segnalazione|riunione|invoice|order|email|message|call|request|receipt|review|letter|meeting|conversation|chat)(?: (?:n\.?|nr\.?|no\.?|number)?\s*[\d/]+)?\s*$/iu;
const ofIt = /\b(?:di|del|della|of|from|dated)\s*$/iu;

/** A limit is ours unless the words say otherwise; a mere date only where a verb of ours gives it. */
const isOurs = (sentence: string, group: Group, listener: Listener): boolean => {
  const [lead, rest] = [sentence.slice(0, group.from), sentence.slice(group.end)];
  if (over.test(rest) || (notDue.test(lead) && !asksForTime.test(lead))) return false;
  if (group.limit === null && group.length === null && (isHabit(group, lead) || isOfAPaper(sentence, group, lead))) return false;
  const whose = listener.whose(group.start, group.end);
  if (whose === 'ours' || (mayBeOurs.has(whose) && asksForTime.test(sentence.slice(group.start, group.end)))) return true;
  const isLimit = group.limit !== null || /^(?:entro|within|in giornata|by|in the next)\b/iu.test(sentence.slice(group.start, group.end));
  if (!isLimit || (group.day === null && group.part === null && group.length === null && group.week === null && group.time?.bare === false && group.limit === null)) return false;
  return whose === null || (whose === 'past' && listener.standsApart(group.start) && group.limit !== null);
};

/** "Il martedì", said of no particular one, is every Tuesday. */
const isHabit = ({ day }: Group, lead: string): boolean => day?.day.kind === 'weekday' && day.day.date === null && !day.day.next && /\b(?:il|la|di|al)\s+$/iu.test(lead);

/** "La fattura del 30 novembre", "your email of Thursday". */
const isOfAPaper = (sentence: string, group: Group, lead: string): boolean => {
  if (ofIt.test(lead)) return paper.test(lead.replace(ofIt, ''));
  return /^(?:del|di|of)\b/iu.test(sentence.slice(group.start)) && paper.test(lead);
};

/** A length that runs from what has not happened yet: "dal ricevimento del reso", "once it is back with us". */
const hangsOnAnother = (sentence: string, group: Group): boolean =>
  group.length !== null && group.day === null &&
  (/^\s*(?:lavorativi |feriali )?(?:dal(?:la|lo|l['’])?|da quando|dopo|a partire da|of|from|after|once|since|following)\s+(?!oggi|adesso|ora\b|now|today)/iu.test(sentence.slice(group.end)) ||
    /(?:^|[,;]\s*)(?:once|when|after|as soon as|una volta|quando|(?:non )?appena|dopo (?:che|aver))\b/iu.test(sentence.slice(0, group.start)));
