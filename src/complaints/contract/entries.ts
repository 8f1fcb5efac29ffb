import { z } from 'zod';
import { id, instant, localDate } from '#base/shapes.ts';

export const outcome = z.enum(['upheld', 'partly', 'rejected', 'settled']);
export type Outcome = z.infer<typeof outcome>;

export const severity = z.enum(['low', 'medium', 'high']);

/** What was paid for: an indemnity that is owed by the rule, money of the customer's own that comes back, or a gesture of ours. */
export const paidFor = z.enum(['indemnity', 'refund', 'goodwill']);
export type PaidFor = z.infer<typeof paidFor>;

export const escalatedTo = z.enum(['adr', 'authority', 'court']);
export type EscalatedTo = z.infer<typeof escalatedTo>;

export const escalationResult = z.enum(['for_customer', 'partly', 'for_us', 'settled', 'withdrawn']);
export type EscalationResult = z.infer<typeof escalationResult>;

const minimumContent = z.object({ reference: z.boolean(), contact: z.boolean(), assessment: z.boolean(), grounds: z.boolean(), correction: z.boolean(), nextBody: z.boolean() });

/** What the customer may correct or we may have heard wrongly; everything else is frozen. */
export const details = z.object({
  complainant: z.string(),
  onBehalfOf: z.string().nullable(),
  contractCode: z.string().nullable(),
  product: z.string().nullable(),
  topic: z.string(),
  subTopic: z.string().nullable(),
  remedy: z.string().nullable(),
  severity,
});
export type Details = z.infer<typeof details>;

/** Everything that can be said of a complaint, each with what it carries. What is written under an entry never changes. */
export const entryShapes = {
  registered: z.object({ dueOn: localDate, termName: z.string(), basis: z.string(), details }),
  acknowledged: z.object({ messageId: id }),
  interim_sent: z.object({ messageId: id, reason: z.string(), finalOn: localDate }),
  answered: z.object({
    messageId: id, outcome, assessment: z.string(), grounds: z.string(), correction: z.string(), content: minimumContent, withinTerm: z.boolean(), indemnityCents: z.int(),
  }),
  corrected: z.object({ from: details.partial(), to: details.partial(), reason: z.string() }),
  responsible_set: z.object({ member: z.object({ id, name: z.string() }).nullable(), department: z.object({ id, name: z.string() }), reason: z.string() }),
  paid: z.object({ what: paidFor, cents: z.int(), paidOn: localDate, reference: z.string().nullable() }),
  action_planned: z.object({ text: z.string(), owner: z.object({ id, name: z.string() }), dueOn: localDate }),
  action_done: z.object({ entryId: id, how: z.string() }),
  escalated: z.object({ to: escalatedTo, body: z.string(), on: localDate, reference: z.string().nullable() }),
  escalation_ended: z.object({ entryId: id, result: escalationResult, words: z.string() }),
  withdrawn: z.object({ entryId: id, reason: z.string() }),
  reminded: z.object({ dueOn: localDate }),
  called: z.object({ dueOn: localDate, names: z.array(z.string()) }),
  late: z.object({ dueOn: localDate, names: z.array(z.string()) }),
  closed: z.object({}),
  reopened: z.object({ reason: z.string() }),
  annulled: z.object({ reason: z.string() }),
} as const;
export type EntryKind = keyof typeof entryShapes;
export type EntryData<Kind extends EntryKind> = z.infer<(typeof entryShapes)[Kind]>;

const entryKind = z.enum(Object.keys(entryShapes) as [EntryKind, ...EntryKind[]]);

export const entryView = z.object({
  id,
  at: instant,
  by: z.object({ kind: z.string(), name: z.string() }),
  kind: entryKind,
  data: z.record(z.string(), z.unknown()),
  /** Somebody said later that it was a mistake, and why. */
  withdrawn: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
});
export type EntryView = z.infer<typeof entryView>;
