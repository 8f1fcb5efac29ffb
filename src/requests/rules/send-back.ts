import { hour, type Instant } from '#base/clock.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import { addWorkingTime, workingTimeBetween, type WorkCalendar } from '#calendar/rules.ts';
import { whenNext, type Step } from './ladder.ts';
import type { RequestTimes } from './state.ts';

// An answer that does not answer never stopped the department's clock: only a question of theirs does. So its time runs on from
// where it stood, none is given again, and the bounce is counted. One thing would be unfair: that somebody who answered in time
// is late because the answer lay with us. Who had time left when they answered therefore has, from when they hear, what was left
// then, at most one working hour of it; what was late stays exactly as late. Seeing it starts anew, because it is to be seen anew.

/** What anybody is given who hears only when their time is over: enough to read it and to answer what is missing. */
const fairAtLeast = hour;

export type SendBackRefusal = Refusal<'case.is_resolved' | 'request.not_answered' | 'request.withdrawn'>;

/** May the answer be sent back? Null means yes: there is one, and somebody still waits for a better one. */
export const maySendBack = (request: RequestTimes, caseStatus: string): SendBackRefusal | null => {
  if (request.withdrawnAt !== null) return refuse('request.withdrawn');
  if (request.answeredAt === null) return refuse('request.not_answered');
  return caseStatus === 'resolved' || caseStatus === 'closed' ? refuse('case.is_resolved') : null;
};

interface Answered {
  readonly dueAt: Instant;
  readonly agreedMinutes: number;
  readonly answeredAt: Instant;
  readonly climbedTo: 0 | Step;
}

interface OpenAgain {
  readonly dueAt: Instant;
  readonly climbedTo: 0 | Step;
  readonly nextClimbAt: Instant | null;
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** `working` milliseconds of the department's time after `from`; of a calendar that was emptied meanwhile, of any time. */
const after = (calendar: WorkCalendar, from: Instant, working: number): Instant => {
  const instant = addWorkingTime(calendar, from, working);
  return isRefusal(instant) ? new Date(from.getTime() + working) : instant;
};

/**
 * How the clock stands once an answer was sent back at `now`. What tells the department is its reminder as well, so a reminder that
 * would have come by now is not sent; whoever is late already has a working hour before it climbs on.
 */
export const openAgain = (request: Answered, now: Instant, calendar: WorkCalendar): OpenAgain => {
  const left = request.dueAt > request.answeredAt ? workingTimeBetween(calendar, request.answeredAt, request.dueAt) : 0;
  const dueAt = left === 0 ? request.dueAt : later(request.dueAt, after(calendar, now, Math.min(left, fairAtLeast)));
  const ladder = { dueAt, agreedMinutes: request.agreedMinutes, calendar };
  const reminder = whenNext(0, ladder, now);
  const climbedTo = request.climbedTo === 0 && reminder !== null && reminder <= now ? 1 : request.climbedTo;
  const next = whenNext(climbedTo, ladder, now);
  if (next === null) return { dueAt, climbedTo, nextClimbAt: null };
  return { dueAt, climbedTo, nextClimbAt: next > now ? next : after(calendar, now, fairAtLeast) };
};

export type StillMissing = 'choice' | 'date' | 'answer';

interface Given {
  readonly choice: string | null;
  readonly promisedFor: string | null;
}

/** What an answer lacks, as far as that can be told without reading it: one of the answers offered, the day it asks for, or simply the answer. */
export const stillMissing = (given: Given, choices: readonly { readonly label: string; readonly asksDate: string | null }[]): StillMissing => {
  const chosen = choices.find(({ label }) => label === given.choice);
  if (chosen === undefined && choices.length > 0) return 'choice';
  return chosen !== undefined && chosen.asksDate !== null && given.promisedFor === null ? 'date' : 'answer';
};
