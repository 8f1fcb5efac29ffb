import { day as dayLength, hour, minute, type Instant } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import { addWorkingTime, openIntervalsOn, type WorkCalendar } from '#calendar/rules.ts';
import { dayNumberAt, firstShowing, localDateOf, wallAt } from '#calendar/rules/zone.ts';
import type { Group } from './date-groups.ts';
import type { Atom, DayWord, PartOfDay } from './date-words.ts';

/**
 * When a wording falls due. Where words leave two readings it is the nearer one in the future. A day without an hour ends when the
 * service closes on that day; an hour without a day is its next occurrence; a weekday that is past is next week's.
 */
export interface Reckoning {
  readonly now: Instant;
  /** Hours are those of its zone. */
  readonly calendar: WorkCalendar;
}

/** Minutes after midnight at which a part of the day is over, but for those that the closing ends. */
const ends: Readonly<Record<Exclude<PartOfDay, 'afternoon' | 'day'>, number>> = {
  early: 10 * 60, morning: 12 * 60, lunch: 13 * 60, early_afternoon: 15 * 60, evening: 20 * 60, midnight: 24 * 60,
};
/** When a day ends on which nobody works. */
const usualClosing = 18 * 60;
/** A date without a year that lies further ahead than this was most likely meant as a past one. */
const furthestWithoutYear = 200;
/** One to six without more is said of the afternoon: nobody calls a customer at three in the night. */
const smallHours = 6;
/** "48 ore lavorative" is said for two days on which people work, not for more than five of nine hours each. */
const dayOfHours = 24;
const longestSearch = 400;

const at = ({ calendar }: Reckoning, dayNumber: number, minutes: number): Instant => new Date(firstShowing(calendar.timeZone, dayNumber * dayLength + minutes * minute));
const isWorkday = ({ calendar }: Reckoning, dayNumber: number): boolean => openIntervalsOn(calendar, localDateOf(dayNumber)).length > 0;
const closingOn = (reckoning: Reckoning, dayNumber: number): Instant =>
  openIntervalsOn(reckoning.calendar, localDateOf(dayNumber)).at(-1)?.to ?? at(reckoning, dayNumber, usualClosing);

/** When the wording falls due; null where it gives no instant, or one that is past. */
export const dueAt = (group: Group, reckoning: Reckoning): Instant | null => {
  const { now, calendar } = reckoning;
  const today = dayNumberAt(calendar.timeZone, now.getTime());
  if (group.length !== null && group.day === null) return ahead(afterLength(group.length, today, reckoning), now);
  if (group.now !== null && group.day !== null) return ahead(atThisTime(group, today, reckoning), now);
  const before = group.limit?.before === true && group.time === null && group.part === null ? 1 : 0;
  const candidates = daysOf(group, today).map((dayNumber) => dayNumber - before);
  const found = candidates.map((dayNumber) => onDay(group, dayNumber, reckoning)).find((instant) => instant > now);
  // "Entro oggi", said after closing: until midnight it is still today.
  const isToday = group.time === null && (group.part === null || group.part.part === 'day') && candidates.length === 1 && candidates[0] === today;
  return found ?? (isToday ? at(reckoning, today, 24 * 60) : null);
};

const ahead = (instant: Instant | null, now: Instant): Instant | null => (instant !== null && instant > now ? instant : null);

const atThisTime = (group: Group, today: number, reckoning: Reckoning): Instant | null => {
  const wall = wallAt(reckoning.calendar.timeZone, reckoning.now.getTime());
  const dayNumber = daysOf(group, today).find((one) => one > today);
  return dayNumber === undefined ? null : at(reckoning, dayNumber, Math.floor((wall - Math.floor(wall / dayLength) * dayLength) / minute));
};

/** On a given day: at the time, at the end of the part of the day, or when the service closes. */
const onDay = (group: Group, dayNumber: number, reckoning: Reckoning): Instant => {
  const { time } = group;
  const part = group.part?.part ?? (group.day?.day.kind === 'ahead' ? group.day.day.part : null);
  if (time !== null) return at(reckoning, dayNumber, minutesOf(time, part));
  if (part === null || part === 'day') return closingOn(reckoning, dayNumber);
  if (part !== 'afternoon') return at(reckoning, dayNumber, ends[part]);
  const [closing, usual] = [closingOn(reckoning, dayNumber), at(reckoning, dayNumber, usualClosing)];
  return closing > usual ? closing : usual;
};

const minutesOf = (time: Atom & { is: 'time' }, part: PartOfDay | null): number => {
  const afternoon = part === 'afternoon' || part === 'early_afternoon' || part === 'evening';
  const inTheMorning = part === 'morning' || part === 'early';
  const isPm = !time.surely24 && !inTheMorning && (time.hours <= smallHours || (afternoon && time.hours < 12));
  return (time.hours + (isPm ? 12 : 0)) * 60 + time.minutes;
};

const workdaysAfter = (reckoning: Reckoning, today: number, count: number): number => {
  let dayNumber = today;
  for (let left = count; left > 0 && dayNumber < today + longestSearch; ) {
    dayNumber += 1;
    if (isWorkday(reckoning, dayNumber)) left -= 1;
  }
  return dayNumber;
};

const afterLength = ({ amount, unit }: Atom & { is: 'length' }, today: number, reckoning: Reckoning): Instant | null => {
  const { now, calendar } = reckoning;
  if (!(amount > 0)) return null;
  if (unit === 'minute') return new Date(now.getTime() + amount * minute);
  if (unit === 'hour') return new Date(now.getTime() + amount * hour);
  if (unit === 'working_hour' && amount % dayOfHours === 0) {
    const wall = wallAt(calendar.timeZone, now.getTime());
    const minutes = Math.floor((wall - Math.floor(wall / dayLength) * dayLength) / minute);
    return at(reckoning, workdaysAfter(reckoning, today, amount / dayOfHours), minutes);
  }
  if (unit === 'working_hour') {
    const due = addWorkingTime(calendar, now, amount * hour);
    return isRefusal(due) ? null : due;
  }
  if (unit === 'working_day') return closingOn(reckoning, workdaysAfter(reckoning, today, amount));
  if (unit === 'month') return closingOn(reckoning, monthsAfter(today, amount));
  return closingOn(reckoning, today + (unit === 'week' ? amount * 7 : amount));
};

/** The same day of the month so many months later, or the last one where it has fewer days. */
const monthsAfter = (today: number, months: number): number => {
  const now = new Date(today * dayLength);
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months + 1, 0));
  return Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(now.getUTCDate(), last.getUTCDate())) / dayLength;
};

/** ISO weekday of a day counted from 1970-01-01, which was a Thursday. */
const weekdayAt = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1;

const numberOf = (year: number, month: number, date: number): number | null => {
  const found = new Date(Date.UTC(year, month - 1, date));
  return found.getUTCDate() === date && found.getUTCMonth() === month - 1 ? found.getTime() / dayLength : null;
};

/** The days that a wording can mean, nearest first; the first whose hour lies ahead is taken. */
const daysOf = ({ day: atom, week }: Group, today: number): number[] => {
  const monday = today + 1 - weekdayAt(today);
  if (week !== null && atom?.day.kind === 'weekday' && atom.day.date === null) return [monday + week.ahead * 7 + atom.day.weekday - 1];
  if (atom === null && week !== null) return weekOf(week, monday, today);
  return atom === null ? [today, today + 1] : daysOfWord(atom.day, today);
};

// On a Saturday "this week" is what is left of it only for who works then: Friday of the next.
const weekOf = (week: Atom & { is: 'week' }, monday: number, today: number): number[] => {
  const meant = monday + week.ahead * 7 + week.weekday - 1;
  return meant < today ? [meant + 7] : [meant];
};

const daysOfWord = (word: DayWord, today: number): number[] => {
  const now = new Date(today * dayLength);
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  if (word.kind === 'ahead') return [today + word.days];
  if (word.kind === 'weekend') return [today + 7 - weekdayAt(today)];
  if (word.kind === 'year_end') return [Date.UTC(year, 11, 31) / dayLength];
  if (word.kind === 'month_end') return [monthEnd(word.month, year, month)];
  if (word.kind === 'date') return word.nextMonth === true ? [Date.UTC(year, month + 1, word.date) / dayLength] : datesOf(word, today);
  if (word.date !== null) return datesOf({ date: word.date, month: word.month, year: word.year }, today);
  const toGo = (word.weekday - weekdayAt(today) + 7) % 7;
  return word.next && toGo === 0 ? [today + 7] : [today + toGo, today + toGo + 7];
};

const monthEnd = (named: number | 'next' | null, year: number, month: number): number => {
  if (named === null || named === 'next') return Date.UTC(year, month + (named === null ? 1 : 2), 0) / dayLength;
  return Date.UTC(named - 1 < month ? year + 1 : year, named, 0) / dayLength;
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
