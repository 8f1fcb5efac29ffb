import { z } from 'zod';
import { id, instant, line } from '#base/shapes.ts';

/** What a reply commits us to. It travels with the reply, so that a promise exists if and only if the customer was told. */
export const commitments = z.object({
  makes: z.array(z.object({ text: line(300), dueAt: instant, requestId: id.nullable().default(null) })).max(5).default([]),
  keeps: z.array(id).max(20).default([]),
  moves: z.array(z.object({ promiseId: id, dueAt: instant, reason: line(500) })).max(5).default([]),
});
export type Commitments = z.infer<typeof commitments>;
