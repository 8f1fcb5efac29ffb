import { day, hour, minute, plus, type Instant } from '#base/clock.ts';
import type { HeatAct, HeatBand, HeatReason } from '../contract.ts';
import { boilsFrom, readAt } from './degrees.ts';
import type { HeatFacts, WorkingTime } from './facts.ts';

/**
 * Who is about to boil over, when, and what stops it. A customer heats up while they wait for us: with the working hours that pass,
 * with every time they ask again, more if on another channel or where everybody reads it; with promises that we break, more than
 * with any that we move; with empty words, a sharp tone, a threat that they speak out. A chase never cools anybody, and neither does
 * time. An answer does: whoever no longer waits keeps only what we still owe them, and a resolved case has no heat. They boil over
 * when, while waiting, they ask on a second channel, write in anger, complain in public or formally, or rate us low.
 */
export interface Forecast {
  /** 0 to 100, whole. */
  readonly degrees: number;
  readonly reasons: readonly HeatReason[];
  /** When it boils if nobody acts; null beyond three days, and where it has. */
  readonly boilsAt: Instant | null;
  /** When and by what it boiled over, since the customer began to wait. */
  readonly boiled: { readonly at: Instant; readonly why: BoiledBy } | null;
  readonly act: HeatAct;
  /** When the number will be another by itself; null where it will not. */
  readonly lookAgainAt: Instant | null;
}

export type BoiledBy = 'second_channel' | 'angry' | 'in_public' | 'threat' | 'low_rating' | 'formal_complaint';

/** Further than this nothing is forecast: by then somebody has acted, or they have left in silence. */
const horizon = 3 * day;
/** A number that moves by less than this is looked at by nobody. */
const worthTelling = 4;
const soonest = 10 * minute;
/** The minute is the finest that anybody reads. */
const precision = minute;

/** The same, but every stretch counted once: the forecast asks for the same ones at two dozen instants. */
const counted = (now: Instant, working: WorkingTime): WorkingTime => {
  const known = new Map<string, number>();
  const once = (from: Instant, to: Instant): number => {
    const key = `${from.getTime()} ${to.getTime()}`;
    const length = known.get(key) ?? working(from, to);
    known.set(key, length);
    return length;
  };
  return (from, to) => (from > now || to <= now ? once(from, to) : once(from, now) + once(now, to));
};

/** The forecast of a case, from its facts alone. `workingTime` counts in the service's calendar. */
export const forecast = (facts: HeatFacts, now: Instant, workingTime: WorkingTime): Forecast => {
  const working = counted(now, workingTime);
  const boiled = boilOver(facts);
  const { degrees, reasons } = readAt(facts, now, working);
  const hot = Math.round(boiled === null ? degrees : Math.max(degrees, boilsFrom));
  const reaches = (wanted: number): Instant | null => firstAt(now, (at) => readAt(facts, at, working).degrees >= wanted);
  const boilsAt = boiled !== null || hot >= boilsFrom ? null : reaches(boilsFrom);
  return { degrees: hot, reasons, boilsAt, boiled, act: actFor(facts, boiled !== null || hot >= boilsFrom, now), lookAgainAt: lookAgain({ now, degrees, hot, boilsAt, reaches }) };
};

interface Next {
  readonly now: Instant;
  readonly degrees: number;
  readonly hot: number;
  readonly boilsAt: Instant | null;
  reaches(wanted: number): Instant | null;
}

const lookAgain = ({ now, degrees, hot, boilsAt, reaches }: Next): Instant | null => {
  if (hot >= 100) return null;
  const warmer = reaches(Math.min(100, degrees + worthTelling));
  const first = [warmer, boilsAt].filter((at) => at !== null).toSorted((one, other) => one.getTime() - other.getTime())[0];
  if (first === undefined) return degrees === 0 ? null : plus(now, horizon);
  return first < plus(now, soonest) ? plus(now, soonest) : first;
};

/** The first instant within the horizon at which `holds` is true, to the minute. It must never become false again. */
const firstAt = (now: Instant, holds: (at: Instant) => boolean): Instant | null => {
  if (holds(now)) return now;
  if (!holds(plus(now, horizon))) return null;
  let [cold, hot] = [0, horizon];
  while (hot - cold > precision) {
    const middle = Math.floor((cold + hot) / 2);
    if (holds(plus(now, middle))) hot = middle;
    else cold = middle;
  }
  // To the full minute at which it holds, because what falls due does so on full minutes.
  const [before, after] = [Math.floor, Math.ceil].map((round) => new Date(round((now.getTime() + hot) / precision) * precision)) as [Instant, Instant];
  return before > now && holds(before) ? before : after;
};

const boilOver = ({ waitingSince, chases, firstChannel, tone, inPublic, threats, lowRating, formalComplaint }: HeatFacts): Forecast['boiled'] => {
  if (waitingSince === null) return null;
  const chase = chases.find(({ channel }) => channel !== firstChannel);
  const loud = inPublic.find(({ complains }) => complains);
  const threat = threats[0];
  const causes: { at: Instant; why: BoiledBy }[] = [
    ...(chase === undefined ? [] : [{ at: chase.at, why: 'second_channel' as const }]),
    ...(tone?.band === 'angry' ? [{ at: tone.at, why: 'angry' as const }] : []),
    ...(loud === undefined ? [] : [{ at: loud.at, why: 'in_public' as const }]),
    ...(threat === undefined ? [] : [{ at: threat.at, why: 'threat' as const }]),
    ...(lowRating === null ? [] : [{ at: lowRating.at, why: 'low_rating' as const }]),
    // One that was registered in an earlier wait and is still not answered counts from the day on which they wait again.
    ...(formalComplaint === null ? [] : [{ at: formalComplaint.registeredAt > waitingSince ? formalComplaint.registeredAt : waitingSince, why: 'formal_complaint' as const }]),
  ];
  return causes.toSorted((one, other) => one.at.getTime() - other.at.getTime())[0] ?? null;
};

/** A department whose answer is due within this time can still be asked to hurry. */
const soon = 2 * hour;

const actFor = ({ waitingSince, hasOwner, requests, broken, promisesDueAt, nextUpdateDueAt, emptyReplies }: HeatFacts, hasBoiled: boolean, now: Instant): HeatAct => {
  const nearest = promisesDueAt.toSorted((one, other) => one.getTime() - other.getTime())[0];
  if (!hasOwner) return { code: 'take_charge', facts: {} };
  if (hasBoiled) return { code: 'call_customer', facts: {} };
  const slow = requests.find(({ dueAt, isPaused }) => !isPaused && dueAt <= plus(now, soon));
  if (slow !== undefined) return { code: 'remind_department', facts: { requestId: slow.id, department: slow.department, dueAt: slow.dueAt.toISOString() } };
  const isMissed = broken.length > 0 || (nearest !== undefined && nearest <= now) || (nextUpdateDueAt !== null && nextUpdateDueAt <= now);
  if (isMissed) return { code: 'send_update', facts: {} };
  if (emptyReplies > 0 && nearest === undefined) return { code: 'give_date', facts: {} };
  if (waitingSince !== null && nearest === undefined && requests.length === 0) return { code: 'answer', facts: {} };
  return { code: 'nothing', facts: { dueAt: (nearest ?? nextUpdateDueAt)?.toISOString() ?? null } };
};

/** What colour says: the same four steps on every screen. */
export const bandOf = (degrees: number, hasBoiled: boolean): HeatBand =>
  hasBoiled || degrees >= boilsFrom ? 'boil' : degrees >= 65 ? 'hot' : degrees >= 40 ? 'warm' : 'calm';

/** From here on a case stands on the list of who boils next, even if nothing says when. */
export const listedFrom = 25;
/** So long after our only word, a customer who said nothing more is leaving in silence. */
export const silentAfter = 5 * day;
