import { z } from 'zod';
import { del, get, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { id, idParams, instant, line } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';

/**
 * `in_danger`: its keeper was told that it falls due, or the request behind it is late. `broken` stays broken, also where what
 * was promised came later: `keptAt` then says when. `released`: the customer let us off, or the case was resolved.
 */
export const promiseState = z.enum(['open', 'in_danger', 'kept', 'broken', 'released']);
export type PromiseState = z.infer<typeof promiseState>;

const person = z.object({ id, name: z.string() });

export const promiseMove = z.object({ from: instant, to: instant, reason: z.string(), by: person, at: instant, messageId: id });

export const promiseView = z.object({
  id,
  caseId: id,
  text: z.string(),
  madeBy: person,
  madeAt: instant,
  /** The message that told the customer. */
  messageId: id,
  /** The request to a department on which it rests. */
  requestId: id.nullable(),
  firstDueAt: instant,
  dueAt: instant,
  state: promiseState,
  keptAt: instant.nullable(),
  keptByMessageId: id.nullable(),
  /** How it was kept, where no message says so. */
  keptHow: z.string().nullable(),
  brokenAt: instant.nullable(),
  releasedAt: instant.nullable(),
  releasedReason: z.string().nullable(),
  /** Every renegotiation, the first one first. */
  moves: z.array(promiseMove),
});
export type PromiseView = z.infer<typeof promiseView>;

/** A promise with the case it stands on; its keeper is whoever owns the case now. */
export const promiseOnCase = promiseView.extend({
  case: z.object({ id, number: z.number().int(), subject: z.string(), customer: person, keeper: person.nullable() }),
});
export type PromiseOnCase = z.infer<typeof promiseOnCase>;

export const promisesOfCase = get('/cases/:id/promises', {
  summary: 'What we promised on this case, in the order in which it was promised.',
  access: serviceRoles,
  object: 'case',
  params: idParams,
  out: z.object({ items: z.array(promiseView) }),
});

const group = z.array(promiseOnCase);

export const listPromises = get('/promises', {
  summary: 'Promises that want somebody: broken and not made good, in danger, due today, later. Each group by its date.',
  access: serviceRoles,
  query: z.object({ whose: z.enum(['mine', 'all']).default('mine') }),
  out: z.object({
    broken: group,
    inDanger: group,
    /** Due until midnight in the company's time zone, and not in danger. */
    today: group,
    later: group,
    /** True where there are more than are shown. */
    more: z.boolean(),
  }),
});

const updateCount = z.object({ sent: z.int(), recontacted: z.int(), undecided: z.int() });

export const countUpdates = get('/promises/updates', {
  summary: 'How many updates left in a stretch of time, by hand and by themselves, and after how many the customer wrote within 72 hours all the same. `undecided`: the 72 hours still run.',
  access: serviceRoles,
  query: z.object({ from: instant, to: instant }),
  out: z.object({ byHand: updateCount, byItself: updateCount }),
});

const keeping = z.object({ kept: z.int(), renegotiated: z.int(), broken: z.int(), released: z.int(), rate: z.number().nullable() });

export const promiseKeeping = get('/promises/keeping', {
  summary: 'How many promises were kept by the date first given, of those whose first date lies in a stretch of time and is past: in all, by kind (news, deeds), by the department behind them. Renegotiated in time is counted apart, never as kept; who let us off does not count towards `rate`.',
  access: serviceRoles,
  query: z.object({ from: instant, to: instant }),
  out: z.object({
    all: keeping,
    byKind: z.object({ news: keeping, deed: keeping }),
    /** Null stands for the promises that rest on nobody's answer but ours. */
    byDepartment: z.array(keeping.extend({ department: z.object({ id, name: z.string() }).nullable() })),
  }),
});

const onPromise = { access: serviceRoles, object: 'promise', params: idParams } as const;

export const keepByHand = put('/promises/:id/kept', {
  summary: 'It was kept in another way than by a reply (on the phone, at the counter): says how.',
  ...onPromise,
  body: z.object({ how: line(300) }),
  out: promiseView,
});

export const releasePromise = del('/promises/:id', {
  summary: 'The customer let us off: says why. It stays in the history, neither kept nor broken.',
  ...onPromise,
  body: z.object({ reason: line(300) }),
  out: promiseView,
});

const about = { promiseId: id, text: z.string() };

export const promiseEvents = defineEvents({
  'promise.made': z.object({ ...about, dueAt: instant, requestId: id.nullable(), messageId: id }),
  /** Its keeper was told before the customer would notice. */
  'promise.near': z.object({ ...about, dueAt: instant, why: z.enum(['due_soon', 'request_late']) }),
  'promise.moved': z.object({ ...about, from: instant, to: instant, reason: z.string(), messageId: id }),
  /** `late`: it had been broken before. */
  'promise.kept': z.object({ ...about, dueAt: instant, messageId: id.nullable(), how: z.string().nullable(), late: z.boolean() }),
  'promise.broken': z.object({ ...about, dueAt: instant, firstDueAt: instant }),
  'promise.released': z.object({ ...about, dueAt: instant, why: z.enum(['let_off', 'resolved']), reason: z.string() }),
});
