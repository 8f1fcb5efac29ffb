import { z } from 'zod';
import { defineEvents } from '#base/events.ts';
import { id, instant } from '#base/shapes.ts';
import { lostReason, opportunityKind } from './parts.ts';

const about = { opportunityId: id, number: z.int(), kind: opportunityKind, department: z.object({ id, name: z.string() }) };
const by = { ...about, by: z.string() };

/**
 * What happens to an opportunity, on the history of its case. The customer's words and those of the department are not in it: they stand
 * in the opportunity, and go with it when somebody asks to be forgotten.
 */
export const opportunityEvents = defineEvents({
  'opportunity.prepared': z.object({ ...about, dueAt: instant, valueCents: z.int().nullable() }),
  'opportunity.taken_back': z.object(about),
  /** The department has been told. */
  'opportunity.handed_over': z.object({ ...about, dueAt: instant, valueCents: z.int().nullable() }),
  'opportunity.read': z.object(by),
  'opportunity.taken': z.object({ ...by, dueAt: instant, insteadOf: z.string().nullable() }),
  'opportunity.let_go': z.object({ ...by, dueAt: instant }),
  'opportunity.won': z.object({ ...by, wonCents: z.int().nullable() }),
  'opportunity.lost': z.object({ ...by, reason: lostReason }),
  'opportunity.came_to_nothing': z.object(by),
  'opportunity.reopened': z.object({ ...by, dueAt: instant }),
  /** `awaited`: what nobody has done in time. */
  'opportunity.late': z.object({ ...about, dueAt: instant, awaited: z.enum(['taking', 'outcome']), step: z.enum(['head', 'management']), toNames: z.array(z.string()) }),
});
