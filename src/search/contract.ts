import { z } from 'zod';
import { get } from '#base/contract.ts';
import { id, idParams, instant, line, page } from '#base/shapes.ts';
import { caseStatus, person } from '#cases/contract.ts';
import { channel } from '#channels/contract.ts';
import { serviceRoles } from '#people/contract.ts';

/** Words of the original, in order; the hits among them marked. Plain text: nothing of it is markup. */
export const excerpt = z.array(z.object({ text: z.string(), isHit: z.boolean() }));
export type Excerpt = z.infer<typeof excerpt>;

export const foundCase = z.object({
  caseId: id,
  number: z.int(),
  subject: z.string(),
  customer: person,
  status: caseStatus,
  ownerName: z.string().nullable(),
  lastActivityAt: instant,
  /** Why it is here: its number was typed, or a message of it says the words. */
  by: z.enum(['number', 'words']),
  message: z.object({ id, at: instant, direction: z.enum(['in', 'out']), channel, authorName: z.string(), excerpt }).nullable(),
});
export type FoundCase = z.infer<typeof foundCase>;

export const foundCustomer = z.object({ id, name: z.string(), company: z.string().nullable(), identity: z.string().nullable(), openCases: z.int() });
export type FoundCustomer = z.infer<typeof foundCustomer>;

export const caseOfCustomer = z.object({
  caseId: id,
  number: z.int(),
  subject: z.string(),
  status: caseStatus,
  ownerName: z.string().nullable(),
  openedAt: instant,
  lastActivityAt: instant,
});
export type CaseOfCustomer = z.infer<typeof caseOfCustomer>;

export const casesOfCustomer = get('/customers/:id/cases', {
  summary: 'The cases of a customer, the one opened last first, twenty at a time. A merged one is found under the case in which it lives on.',
  access: serviceRoles,
  object: 'customer',
  params: idParams,
  query: z.object({ cursor: z.string().max(100).optional() }),
  out: page(caseOfCustomer),
});

export const searchEverything = get('/search', {
  summary: 'Cases by the words said in them, by number, order code, person or address. "In quotes" is a phrase, -word leaves out.',
  access: serviceRoles,
  query: z.object({ q: line(200), cursor: z.string().max(200).optional() }),
  out: z.object({
    /** On the first page only. */
    customers: z.array(foundCustomer),
    items: z.array(foundCase),
    next: z.string().nullable(),
    /** More than can be ranked at once said these words: the latest of them are here. */
    isPartial: z.boolean(),
  }),
});
