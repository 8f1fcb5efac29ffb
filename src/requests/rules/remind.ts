import { hour, plus, type Instant } from '#base/clock.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import { isOpen, type RequestTimes } from './state.ts';

export type RemindRefusal = Refusal<'request.settled' | 'request.waits_for_us' | 'request.reminded_already'>;

/** Somebody who is reminded every ten minutes does not answer sooner: once an hour, whoever or whatever reminded last. */
const notAgainWithin = hour;

/** May the department be reminded by hand now? `remindedAt` is the last reminder or, before any, the request itself. Null means yes. */
export const mayRemind = (request: RequestTimes, remindedAt: Instant, now: Instant): RemindRefusal | null => {
  if (!isOpen(request)) return refuse('request.settled');
  if (request.questionedAt !== null) return refuse('request.waits_for_us');
  const from = plus(remindedAt, notAgainWithin);
  return now < from ? refuse('request.reminded_already', { againAt: from.toISOString(), minutes: Math.ceil((from.getTime() - now.getTime()) / 60_000) }) : null;
};
