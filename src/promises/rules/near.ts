import { minute, plus, type Instant } from '#base/clock.ts';

/**
 * The keeper hears before the customer would: one working hour before the promise falls due, so that somebody who comes in at half
 * past eight hears the evening before of what falls due at nine. Where the whole promise is shorter than that, at half time. And
 * where it rests on a department's answer, a quarter of an hour after that answer is late: then there is still time to say so.
 */
export interface Nearing {
  readonly madeAt: Instant;
  readonly dueAt: Instant;
  /** Where the last working hour before `dueAt` begins, in the service's calendar. */
  readonly anHourBefore: Instant;
  /** When the department behind it has to answer; null where it has answered, or nobody was asked. */
  readonly requestDueAt: Instant | null;
}

/** A department that answers at the last minute is not late yet when its answer is typed in. */
export const requestMargin = 15 * minute;

/** When its keeper is told. Never before it was made, never after it is due. */
export const warnAt = ({ madeAt, dueAt, anHourBefore, requestDueAt }: Nearing): Instant => {
  const halfTime = new Date((madeAt.getTime() + dueAt.getTime()) / 2);
  const soon = anHourBefore > madeAt ? anHourBefore : halfTime;
  const late = requestDueAt === null ? null : plus(requestDueAt, requestMargin);
  return late === null || late >= soon ? soon : late > madeAt ? late : madeAt;
};
