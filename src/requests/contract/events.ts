import { z } from 'zod';
import { defineEvents } from '#base/events.ts';
import { id, instant, localDate } from '#base/shapes.ts';
import { climbStep, department } from './views.ts';

const about = { requestId: id, department };
const said = { ...about, turnId: id, by: z.string() };

/**
 * What happens to a request, on the history of its case. The department's name is inside, so that the history reads by itself;
 * what was written is not: it stands in the request, and goes with it when somebody asks to be forgotten.
 */
export const requestEvents = defineEvents({
  'request.sent': z.object({ ...about, sentTo: z.string(), dueAt: instant }),
  'request.seen': z.object({ ...about, by: z.string() }),
  'request.questioned': z.object(said),
  /** Our word on their question. `dueAt` has moved by the working time that the question was open. */
  'request.replied': z.object({ ...said, dueAt: instant }),
  'request.answered': z.object({
    ...said,
    choice: z.string().nullable(),
    promisedFor: localDate.nullable(),
    inTime: z.boolean(),
    /** Said after the answer: it adds to it, and settles nothing again. */
    isAddition: z.boolean(),
  }),
  /** The answer was not enough: the clock runs on from where it stood, and `dueAt` is what that makes. `times`: how often by now. */
  'request.sent_back': z.object({ ...about, by: z.string(), dueAt: instant, times: z.int() }),
  'request.sending_back_undone': z.object({ ...about, by: z.string() }),
  /** `insteadOf`: who had it before. */
  'request.taken': z.object({ ...about, by: z.string(), insteadOf: z.string().nullable() }),
  'request.let_go': z.object({ ...about, by: z.string() }),
  /** It will be asked when another department has answered. */
  'request.planned': z.object({ plannedId: id, department }),
  'request.plan_cancelled': z.object({ count: z.int(), reason: z.string() }),
  'request.refused': z.object({ ...said, whoseIsIt: z.string() }),
  'request.withdrawn': z.object({ ...about, reason: z.string() }),
  'request.climbed': z.object({ ...about, step: climbStep, toNames: z.array(z.string()), byHand: z.boolean() }),
  'request.late': z.object({ ...about, dueAt: instant }),
});
