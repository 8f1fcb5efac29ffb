import { z } from 'zod';
import { id, instant, line, paragraph } from '#base/shapes.ts';

// What the page of a colleague without an account needs as well, and nothing that would bring the screens of the agents with it.

export const opportunityKind = z.enum(['lead', 'order', 'product_idea']);
export type OpportunityKind = z.infer<typeof opportunityKind>;

export const outcome = z.enum(['won', 'lost', 'nothing_came_of_it']);
export type Outcome = z.infer<typeof outcome>;

/** Closed, so that it can be counted; `other` needs words. */
export const lostReason = z.enum(['price', 'timing', 'not_suitable', 'chose_another', 'postponed', 'no_answer', 'not_possible', 'other']);
export type LostReason = z.infer<typeof lostReason>;

/** `leaving`: it can still be taken back; `read`: somebody of the department has opened it. */
export const opportunityState = z.enum(['leaving', 'taken_back', 'waiting', 'read', 'taken', 'won', 'lost', 'nothing_came_of_it']);

export const cents = z.int().min(1).max(100_000_000_000);

export const takingInput = z.object({
  /** Whoever comes by a link of the whole department says who they are. */
  name: line(120).nullable().default(null),
  /** They know that a colleague has it, and take it over. */
  over: z.boolean().default(false),
  /** Within how many days they say what came of it. */
  withinDays: z.int().min(1).max(365).default(14),
});
export type TakingInput = z.output<typeof takingInput>;

export const conclusionInput = z.object({
  name: line(120).nullable().default(null),
  outcome,
  wonCents: cents.nullable().default(null),
  lostReason: lostReason.nullable().default(null),
  words: paragraph(1_000).nullable().default(null),
});
export type ConclusionInput = z.output<typeof conclusionInput>;

/** What the department needs to know: of an idea for a product only the words, of a lead or an order also whom to call. */
export const aboutCustomer = z.object({ name: z.string(), company: z.string().nullable(), reach: z.array(z.string()) });

export const standing = z.object({
  number: z.int(),
  kind: opportunityKind,
  words: z.string(),
  customer: aboutCustomer.nullable(),
  valueCents: z.int().nullable(),
  department: z.object({ id, name: z.string() }),
  handedOverAt: instant,
  dueAt: instant,
  state: opportunityState,
  isLate: z.boolean(),
  readBy: z.string().nullable(),
  readAt: instant.nullable(),
  takenBy: z.string().nullable(),
  takenAt: instant.nullable(),
  outcomeBy: z.string().nullable(),
  outcomeAt: instant.nullable(),
  wonCents: z.int().nullable(),
  lostReason: lostReason.nullable(),
  outcomeWords: z.string().nullable(),
});
