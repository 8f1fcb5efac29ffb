import { z } from 'zod';
import { del, get, post } from '#base/contract.ts';
import { id, idParams, instant, line } from '#base/shapes.ts';
import { person } from '#cases/contract/views.ts';
import { serviceRoles } from '#people/contract.ts';
import { requestInput } from './routes.ts';
import { department, requestView } from './views.ts';

/** A question that waits for another department's answer. `refused`: its turn came and it could not be asked; why, in both languages. */
export const plannedView = z.object({
  id,
  caseId: id,
  department,
  question: z.string(),
  /** Whose answer it waits for; `requestId` is null while that one has not been asked itself. */
  after: z.object({ department: z.string(), requestId: id.nullable() }),
  plannedBy: person,
  plannedAt: instant,
  refused: z.object({ it: z.string(), en: z.string() }).nullable(),
});
export type PlannedView = z.infer<typeof plannedView>;

const step = requestInput.extend({
  /** Which of the steps before it this one waits for; null asks at once. */
  after: z.int().min(0).nullable().default(null),
});

export const planInput = z.object({
  steps: z.array(step).min(1).max(6).refine((steps) => steps.every(({ after }, place) => after === null || after < place), {
    params: { it: 'Un passo può aspettare solo uno di quelli prima.', en: 'A step can only wait for one before it.' },
  }),
});
export type PlanInput = z.output<typeof planInput>;
export type PlanStep = PlanInput['steps'][number];

const onPlanned = { access: serviceRoles, object: 'planned_request', params: idParams } as const;

export const planRequests = post('/cases/:id/request-plans', {
  summary: 'Asks several departments: some at once, some when another has answered, with its answer quoted. All of it, or nothing.',
  access: serviceRoles,
  object: 'case',
  params: idParams,
  body: planInput,
  out: z.object({ requests: z.array(requestView), planned: z.array(plannedView) }),
});

export const plannedOfCase = get('/cases/:id/planned-requests', {
  summary: 'What will be asked of departments on this case once others have answered.',
  access: serviceRoles,
  object: 'case',
  params: idParams,
  out: z.object({ items: z.array(plannedView) }),
});

export const askPlannedNow = post('/planned-requests/:id/asking', { summary: 'Asks it now, without waiting for the other answer.', ...onPlanned, out: requestView });

export const cancelPlanned = del('/planned-requests/:id', {
  summary: 'Does not ask it at all; nor what would have followed it.',
  ...onPlanned,
  body: z.object({ reason: line(500) }),
  out: z.object({ cancelled: z.int() }),
});
