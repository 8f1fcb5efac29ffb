import { z } from 'zod';
import { get } from '#base/contract.ts';
import { id, instant, page } from '#base/shapes.ts';
import { caseStatus, person } from '#cases/contract.ts';
import { channel } from '#channels/contract.ts';
import { heatBand } from '#heat/contract.ts';
import { serviceRoles } from '#people/contract.ts';

/**
 * `mine`: open, and the caller’s. `standing_in`: open, of colleagues for whom the caller stands in now. `queue`: nobody’s yet.
 * `open`: everybody’s, the queue included. `done`: resolved or closed.
 */
export const caseList = z.enum(['mine', 'standing_in', 'queue', 'open', 'waiting_customer', 'waiting_department', 'waiting_third_party', 'done']);
export type CaseList = z.infer<typeof caseList>;

/** `heat`: the hottest first. `activity`: where something happened last. `oldest`: by opening; in the queue by claim clock. */
export const caseOrder = z.enum(['heat', 'activity', 'oldest']);
export type CaseOrder = z.infer<typeof caseOrder>;

/** What the third line of a row is made of; the browser chooses the one fact that says most. */
const rowFacts = z.object({
  /** The request that is due first, of those that wait for a department. */
  request: z.object({ department: z.string(), dueAt: instant }).nullable(),
  /** The promise that is due first; `isBroken` where its date has passed unkept. */
  promise: z.object({ text: z.string(), dueAt: instant, isBroken: z.boolean() }).nullable(),
  chases: z.int(),
  /** On which channels the customer chased since they began to wait. */
  chaseChannels: z.array(channel),
});

export const caseRow = z.object({
  id,
  number: z.int(),
  subject: z.string(),
  customer: person,
  status: caseStatus,
  channel,
  owner: person.nullable(),
  heat: z.object({ degrees: z.int(), band: heatBand, boilsAt: instant.nullable() }).nullable(),
  facts: rowFacts,
  claimDueAt: instant.nullable(),
  nextUpdateDueAt: instant.nullable(),
  waitingSince: instant.nullable(),
  resolvedAt: instant.nullable(),
  lastActivityAt: instant,
});
export type CaseRow = z.infer<typeof caseRow>;

export const listCases = get('/desk/cases', {
  summary: 'A list of cases, fifty at a time. `done` has no heat: it is ordered by when it was resolved.',
  access: serviceRoles,
  query: z.object({ list: caseList.default('mine'), order: caseOrder.default('heat'), cursor: z.string().max(300).optional() }),
  out: page(caseRow),
});

/** Counted up to ninety-nine; `more` says that there are more. */
const upTo = z.object({ count: z.int().max(99), more: z.boolean() });
export type Count = z.infer<typeof upTo>;

export const deskCounts = z.object({
  mine: upTo,
  standingIn: upTo,
  queue: upTo,
  /** Of the queue, those whose claim clock has run out. */
  queueLate: upTo,
  /** Everybody’s cases that are no longer calm. */
  boiling: upTo,
  requestsOpen: upTo,
  requestsLate: upTo,
  /** On the caller’s cases: due until midnight in the company’s time zone. */
  promisesToday: upTo,
  notices: upTo,
  handovers: upTo,
});
export type DeskCounts = z.infer<typeof deskCounts>;

export const countDesk = get('/desk/counts', { summary: 'What waits, for the rail. Counted to ninety-nine.', access: serviceRoles, out: deskCounts });
