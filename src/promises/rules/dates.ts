import { day as dayLength, hour, minute, type Instant } from '#base/clock.ts';
import { dayNumberAt, firstShowing } from '#calendar/rules/zone.ts';
import { atomsIn, type Atom, type DayWord, type PartOfDay } from './date-words.ts';
import { sentencesOf } from './sentences.ts';
import { listenTo, type Listener } from './whose-word.ts';

/**
 * Reads the dates that a reply gives the customer, as people write them: "le scrivo entro giovedì alle 15", "by noon tomorrow". What
 * it finds is proposed as a promise, and a person confirms it; so where words leave two readings it takes the nearer one in the
 * future. A day without an hour ends when the service closes on that day, an hour without a day is its next occurrence, a weekday
 * that is past is next week's. What we ask of the customer, what is past, what is only a condition and opening hours are no promise.
 */
export interface ReadDates {
  readonly now: Instant;
  /** IANA name; hours are those of this zone. */
  readonly timeZone: string;
  /** When the service closes, by ISO weekday, as minutes after midnight; a weekday that is absent is one on which it is closed. */
  readonly closing?: Readonly<Partial<Record<number, number>>>;
}

export interface DateFound {
  /** Where the wording of the date stands in the text. */
  readonly start: number;
  readonly end: number;
  /** The sentence that gives it, at most 300 characters: the promise to confirm. */
  readonly text: string;
  readonly dueAt: Instant;
}

const usualClosing = 18 * 60;
const usualWeek = [1, 2, 3, 4, 5];
const ends: Readonly<Record<Exclude<PartOfDay, 'afternoon' | 'day'>, number>> = { morning: 12 * 60, noon: 12 * 60, evening: 20 * 60 };
const longestText = 300;
/** A date without a year that lies further ahead than this was most likely meant as a past one. */
const furthestWithoutYear = 200;
/** One to six without more is said of the afternoon: nobody calls a customer at three in the night. */
const smallHours = 6;

// Nearly every sentence gives no date: this one look saves the forty that would find none.
const mayGiveDate = /\d|entro|within|oggi|doman|today|tomorrow|d[ìi'’`](?![\p{L}])|sabato|domenica|day|sera|tonight|evening|morning|mattin|pomerigg|afternoon|noon|midnight|mezz|giorn|settiman|week|mese|month|alle |all['’]|\bun['’]?\s?or|\bor[ae]\b|minut|hour|\bgen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic|jan|jun|jul|aug|sep|oct|dec|eod|cob|close of/iu;

/** All dates in `text` that read as ours to keep, in order. */
export const readDates = (text: string, options: ReadDates): DateFound[] =>
  sentencesOf(text).flatMap((sentence) => {
    if (sentence.text.endsWith('?') || !mayGiveDate.test(sentence.text)) return [];
    const groups = groupsIn(sentence.text);
    if (groups.length === 0) return [];
    const listener = listenTo(sentence.text);
    return groups.flatMap((group): DateFound[] => {
      if (!isOurs(sentence.text, group, listener)) return [];
      const dueAt = instantOf(group, options);
      if (dueAt === null || dueAt <= options.now) return [];
      return [{ start: sentence.start + group.start, end: sentence.start + group.end, text: shortened(sentence.text), dueAt }];
    });
  });

const shortened = (text: string): string => {
  const bare = text.replaceAll(/\s+/gu, ' ').replace(/[.,;:!\s]+$/u, '');
  return bare.length <= longestText ? bare : `${bare.slice(0, longestText - 1)}…`;
};

interface Group {
  readonly start: number;
  readonly end: number;
  readonly limit: (Atom & { is: 'limit' }) | null;
  readonly day: (Atom & { is: 'day' }) | null;
  readonly part: (Atom & { is: 'part' }) | null;
  readonly time: (Atom & { is: 'time' }) | null;
  readonly length: (Atom & { is: 'length' }) | null;
}

// What may stand between two atoms of one date: "entro le 18 di domani", "by 3 pm on Thursday".
const glue = /^[\s,]*(?:(?:di|del|della|dell['’]|il|la|le|lo|on|of|the|at|for|per|nel|alle|ore|e)\s*){0,2}$/iu;

const groupsIn = (sentence: string): Group[] => {
  const groups: Atom[][] = [];
  for (const atom of atomsIn(sentence)) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    const joins = last !== undefined && glue.test(sentence.slice(last.end, atom.start)) && !open!.some(({ is }) => is === atom.is);
    if (joins) open!.push(atom);
    else groups.push([atom]);
  }
  return groups.map(asGroup).filter(({ day, part, time, length }) => day !== null || part !== null || time !== null || length !== null);
};

const only = <Is extends Atom['is']>(atoms: readonly Atom[], is: Is): (Atom & { is: Is }) | null =>
  (atoms.find((atom) => atom.is === is) as (Atom & { is: Is }) | undefined) ?? null;

const asGroup = (atoms: readonly Atom[]): Group => ({
  start: atoms[0]!.start,
  end: atoms.at(-1)!.end,
  limit: only(atoms, 'limit'),
  day: only(atoms, 'day'),
  part: only(atoms, 'part'),
  time: only(atoms, 'time'),
  length: only(atoms, 'length'),
});

/** A limit is ours unless the words say otherwise; a mere date only where a verb of ours gives it. */
const isOurs = (sentence: string, group: Group, listener: Listener): boolean => {
  if (/^\s*(?:scors[oa]|passat[oa]|last)\b/iu.test(sentence.slice(group.end)) || /\b(?:last|scors[oa])\s*$/iu.test(sentence.slice(0, group.start))) return false;
  const whose = listener.whose(group.start, group.end);
  if (whose === 'ours') return true;
  const isLimit = group.limit !== null || /^(?:entro|within|in giornata|by)\b/iu.test(sentence.slice(group.start, group.end));
  if (!isLimit || (group.day === null && group.part === null && group.length === null && group.time?.bare === false && group.limit === null)) return false;
  return whose === null || (whose === 'past' && listener.standsApart(group.start) && group.limit !== null);
};

const instantOf = (group: Group, { now, timeZone, closing }: ReadDates): Instant | null => {
  const today = dayNumberAt(timeZone, now.getTime());
  const at = (dayNumber: number, minutes: number): Instant => new Date(firstShowing(timeZone, dayNumber * dayLength + minutes * minute));
  const closesOn = (dayNumber: number): number => (closing === undefined ? usualClosing : (closing[weekdayAt(dayNumber)] ?? usualClosing));
  const isWorkday = (dayNumber: number): boolean => (closing === undefined ? usualWeek.includes(weekdayAt(dayNumber)) : closing[weekdayAt(dayNumber)] !== undefined);
  if (group.length !== null) return afterLength(group.length, { now, today, at, closesOn, isWorkday });
  const minutesOn = (dayNumber: number): number => minutesOf(group, closesOn(dayNumber));
  const before = group.limit?.before === true && group.time === null && group.part === null ? 1 : 0;
  if (group.day === null) return [0, 1].map((days) => at(today + days, minutesOn(today + days))).find((instant) => instant > now) ?? null;
  const candidates = daysOf(group.day.day, today, isWorkday).map((dayNumber) => dayNumber - before);
  const found = candidates.map((dayNumber) => at(dayNumber, minutesOn(dayNumber))).find((instant) => instant > now);
  // "Entro oggi", said after closing: until midnight it is still today.
  const isToday = group.time === null && group.part === null && candidates.length === 1 && candidates[0] === today;
  return found ?? (isToday ? at(today, 24 * 60) : null);
};

const minutesOf = ({ time, part }: Group, closesAt: number): number => {
  if (time === null) return part === null || part.part === 'day' ? closesAt : part.part === 'afternoon' ? Math.max(closesAt, usualClosing) : ends[part.part];
  const afternoon = part !== null && part.part !== 'morning' && part.part !== 'noon';
  const isPm = !time.surely24 && (part?.part === 'morning' ? false : time.hours <= smallHours || (afternoon && time.hours < 12));
  return (time.hours + (isPm ? 12 : 0)) * 60 + time.minutes;
};

interface Days {
  readonly now: Instant;
  readonly today: number;
  at(dayNumber: number, minutes: number): Instant;
  closesOn(dayNumber: number): number;
  isWorkday(dayNumber: number): boolean;
}

const afterLength = ({ amount, unit }: Atom & { is: 'length' }, { now, today, at, closesOn, isWorkday }: Days): Instant | null => {
  if (!(amount > 0)) return null;
  if (unit === 'minute') return new Date(now.getTime() + amount * minute);
  if (unit === 'hour') return new Date(now.getTime() + amount * hour);
  let dayNumber = today;
  if (unit === 'working_day') {
    for (let left = amount; left > 0 && dayNumber < today + 400; ) {
      dayNumber += 1;
      if (isWorkday(dayNumber)) left -= 1;
    }
  } else dayNumber += unit === 'week' ? amount * 7 : amount;
  return at(dayNumber, closesOn(dayNumber));
};

/** ISO weekday of a day counted from 1970-01-01, which was a Thursday. */
const weekdayAt = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1;

const numberOf = (year: number, month: number, date: number): number | null => {
  const found = new Date(Date.UTC(year, month - 1, date));
  return found.getUTCDate() === date && found.getUTCMonth() === month - 1 ? found.getTime() / dayLength : null;
};

/** The days that a wording can mean, nearest first; the first whose hour lies ahead is taken. */
const daysOf = (word: DayWord, today: number, isWorkday: (dayNumber: number) => boolean): number[] => {
  if (word.kind === 'ahead') return [today + word.days];
  if (word.kind === 'end') return [endOf(word.of, today, isWorkday)];
  if (word.kind === 'date') return datesOf(word, today);
  if (word.date !== null) return datesOf({ date: word.date, month: word.month, year: word.year }, today);
  const ahead = (word.weekday - weekdayAt(today) + 7) % 7;
  return word.next && ahead === 0 ? [today + 7] : [today + ahead, today + ahead + 7];
};

const datesOf = ({ date, month, year }: { date: number; month: number | null; year: number | null }, today: number): number[] => {
  const now = new Date(today * dayLength);
  const [thisYear, thisMonth] = [now.getUTCFullYear(), now.getUTCMonth() + 1];
  if (month !== null && year !== null) return present([numberOf(year, month, date)]);
  const tries = month === null
    ? [0, 1, 2].map((step) => numberOf(thisYear + Math.floor((thisMonth - 1 + step) / 12), ((thisMonth - 1 + step) % 12) + 1, date))
    : [thisYear, thisYear + 1].map((one) => numberOf(one, month, date));
  return present(tries).filter((dayNumber) => dayNumber >= today && dayNumber - today <= furthestWithoutYear);
};

const present = (days: readonly (number | null)[]): number[] => days.filter((one) => one !== null);

const endOf = (of: 'week' | 'next_week' | 'month', today: number, isWorkday: (dayNumber: number) => boolean): number => {
  if (of === 'month') {
    const now = new Date(today * dayLength);
    return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0) / dayLength;
  }
  const friday = today + 5 - weekdayAt(today);
  // On a Saturday "this week" is nearly over: what is left of it, if anybody works then, else Friday of the next.
  const last = friday >= today ? friday : isWorkday(today) ? today : friday + 7;
  return of === 'week' ? last : friday + 7;
};
