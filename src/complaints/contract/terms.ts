import { z } from 'zod';
import { get, post } from '#base/contract.ts';
import { id, instant, line, localDate } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';

export const sector = z.enum(['energy', 'telecoms', 'insurance', 'banks', 'payments', 'none']);
export type Sector = z.infer<typeof sector>;

/** What is owed without being asked where the answer is late: once, twice beyond so many times the term, three times beyond so many. */
export const indemnityRule = z.object({ cents: z.int().min(1).max(100_000_000), doublesBeyond: z.int().min(2).max(20), triplesBeyond: z.int().min(2).max(20) });

const both = (max: number) => z.object({ it: line(max), en: line(max) });

export const termInput = z.object({
  sector,
  /** What the complaint is about, where that changes the term. */
  kind: z.string().regex(/^[a-z_]{1,40}$/u),
  name: both(120),
  /** The law, contract or charter that says so. */
  basis: both(300),
  days: z.int().min(1).max(366),
  counts: z.enum(['calendar', 'working']),
  starts: z.enum(['received', 'registered']).default('received'),
  /** With an interim reply, the final one at most so many days after the start; null where there is no interim reply. */
  longestDays: z.int().min(1).max(366).nullable().default(null),
  indemnity: indemnityRule.nullable().default(null),
  /** Where the customer can go next. */
  nextBody: both(200).nullable().default(null),
  validFrom: localDate,
  validTo: localDate.nullable().default(null),
});
export type TermInput = z.output<typeof termInput>;

const inBoth = z.object({ it: z.string(), en: z.string() });

export const termView = z.object({
  id,
  sector,
  kind: z.string(),
  name: inBoth,
  basis: inBoth,
  days: z.int(),
  counts: z.enum(['calendar', 'working']),
  starts: z.enum(['received', 'registered']),
  longestDays: z.int().nullable(),
  indemnity: indemnityRule.nullable(),
  nextBody: inBoth.nullable(),
  validFrom: localDate,
  validTo: localDate.nullable(),
  addedAt: instant,
  /** Null: it came with the program. */
  addedBy: z.string().nullable(),
  /** Holds for what starts today; the others are earlier or later versions. */
  isInForce: z.boolean(),
});
export type TermView = z.infer<typeof termView>;

export const listTerms = get('/complaint-terms', { summary: 'Within how long complaints are answered, by sector: every version, those in force first.', access: serviceRoles, out: z.object({ items: z.array(termView) }) });
export const addTerm = post('/complaint-terms', {
  summary: 'Adds a version. Complaints that are registered keep the one they were registered by.',
  access: ['admin'],
  body: termInput,
  out: z.object({ id }),
});
