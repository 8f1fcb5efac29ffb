import { z } from 'zod';
import { get } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { id, instant } from '#base/shapes.ts';
import { channel } from '#channels/contract.ts';
import { serviceRoles } from '#people/contract.ts';

/** Why a case is as hot as it is. Each reason carries the facts that its words need, and the degrees that it adds. */
const reason = <Code extends string, Facts extends z.ZodRawShape>(code: Code, facts: Facts) =>
  z.object({ code: z.literal(code), facts: z.object(facts), degrees: z.number() });

const count = z.number().int();

export const heatReason = z.discriminatedUnion('code', [
  /** The customer waits for our answer, for so long, in wall and in working time. */
  reason('waiting', { since: instant, workingMinutes: count }),
  /** `since`: when they first wrote and began to wait. `newChannel`: one on which they had not written before. */
  reason('chased', { count, since: instant, newChannel: channel.nullable() }),
  /** `stars`: the fewest that they gave, where they gave any. */
  reason('in_public', { channel, count, stars: count.optional() }),
  reason('promise_broken', { dueAt: instant, count }),
  reason('promise_moved', { from: instant, to: instant, count }),
  /** Nothing of substance from us since then; null: never yet. */
  reason('silence', { since: instant.nullable(), workingMinutes: count }),
  reason('empty_replies', { count }),
  reason('tone', { band: z.enum(['irritated', 'angry']), phrases: z.array(z.string()) }),
  reason('threat', { kind: z.enum(['lawyer', 'complaint', 'consumers', 'review', 'payment', 'leaving']), words: z.string() }),
  reason('handed_over', { count }),
  reason('reopened', { count }),
  reason('request_late', { department: z.string(), dueAt: instant }),
  reason('nobody_took_it', { dueAt: instant }),
  reason('update_missed', { dueAt: instant }),
  reason('low_rating', { score: count, at: instant }),
  /** It stands in the register and is not answered yet. */
  reason('formal_complaint', { label: z.string(), dueAt: instant }),
]);
export type HeatReason = z.infer<typeof heatReason>;

/** What moves a learnt risk away from that of the average wait, by theme, with what its words need. */
export const riskReason = z.object({
  /** How long they wait; how often they wrote; how fast they come back; our answers; how much they wrote; whether their last words close or ask; their past cases; what it is about. */
  theme: z.enum(['wait', 'wrote', 'returns', 'answers', 'effort', 'closes', 'asks', 'past', 'matter']),
  raises: z.boolean(),
  since: instant,
  count,
  more: count,
});
export type RiskReason = z.infer<typeof riskReason>;

const risk = z.number().min(0).max(1).nullable();

/** Calibrated: of ten customers with 0.3, three do. Null, and hidden, until the forecast was judged by our own cases, and where it did worse there than the base rate. */
export const heatRisks = z.object({
  /** That they ask again before we answer, within so many hours. */
  chase24: risk,
  chase72: risk,
  /** That they never write again, content or not. */
  leaves: risk,
  /** Strongest first. */
  because: z.array(riskReason),
});
export type HeatRisks = z.infer<typeof heatRisks>;

const act = <Code extends string, Facts extends z.ZodRawShape>(code: Code, facts: Facts) => z.object({ code: z.literal(code), facts: z.object(facts) });

/** The one act that helps most, now. */
export const heatAct = z.discriminatedUnion('code', [
  act('take_charge', {}),
  act('call_customer', {}),
  act('remind_department', { requestId: id, department: z.string(), dueAt: instant }),
  act('send_update', {}),
  act('give_date', {}),
  act('answer', {}),
  /** Nothing: it is enough to keep what was promised, by then. */
  act('nothing', { dueAt: instant.nullable() }),
]);
export type HeatAct = z.infer<typeof heatAct>;

export const heatBand = z.enum(['calm', 'warm', 'hot', 'boil']);
export type HeatBand = z.infer<typeof heatBand>;

export const heatView = z.object({
  degrees: z.number().int().min(0).max(100),
  /** `boil`: from 85 degrees, or boiled already; `hot` from 65, `warm` from 40. */
  band: heatBand,
  /** Strongest first. */
  reasons: z.array(heatReason),
  /** When it boils if nobody acts; null where it does not within three days, or has already. */
  boilsAt: instant.nullable(),
  /** Boiled over while waiting: a chase on a second channel, an angry message, a public or formal complaint, a low rating. */
  boiled: z.boolean(),
  act: heatAct,
  /** Learnt from chases, beside the degrees that rules give; null where the customer waits for nothing of ours. */
  risks: heatRisks.nullable(),
});
export type HeatView = z.infer<typeof heatView>;

const person = z.object({ id, name: z.string() });
const onCase = { caseId: id, departmentId: id, number: z.number().int(), subject: z.string(), customer: person, owner: person.nullable(), channel };

export const boilingCase = z.object({
  ...onCase,
  heat: heatView,
  /** When open promises fall due: the dots on the line of time. */
  promisesDueAt: z.array(instant),
  nextUpdateDueAt: instant.nullable(),
});
export type BoilingCase = z.infer<typeof boilingCase>;

/** We answered once, and since then the customer has not said a word, on a case that is still open: they leave in silence. */
export const silentCase = z.object({ ...onCase, ourWordAt: instant });
export type SilentCase = z.infer<typeof silentCase>;

export const whoBoilsNext = get('/boiling', {
  summary: 'Who boils next, in the order in which acting now helps: boiled over first, then by what an answer now would save; and who leaves in silence.',
  access: serviceRoles,
  out: z.object({ items: z.array(boilingCase), leavingInSilence: z.array(silentCase), asOf: instant }),
});

/** What makes a customer boil over. */
export const boilReason = z.enum(['second_channel', 'angry', 'in_public', 'threat', 'low_rating', 'formal_complaint']);

export const heatEvents = defineEvents({
  /** Once per wait. `why`: the code of what made it boil over. */
  'heat.boiled': z.object({ why: boilReason, at: instant, degrees: z.number().int() }),
});
