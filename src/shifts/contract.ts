import { z } from 'zod';
import { del, get, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { id, instant } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';

const person = z.object({ id, name: z.string() });

const need = z.object({ kind: z.enum(['next_update', 'promise', 'request', 'handover']), dueAt: instant, what: z.string().nullable() });

const leftCase = z.object({
  caseId: id,
  number: z.int(),
  subject: z.string(),
  customer: z.string(),
  needs: z.array(need),
  /** Asked to take it, and has not answered yet. */
  offeredTo: person.nullable(),
});
export type LeftCase = z.infer<typeof leftCase>;

const shiftEnd = z.object({
  /** When the caller is back: as they said, else when their department opens again. */
  backAt: instant,
  /** Since when the caller has gone home; null while they are here. */
  endedAt: instant.nullable(),
  /** When their department closes for the day. */
  closesAt: instant,
  /** Their standing deputy, whom a case is offered to with one key; null where they have none or the deputy is away. */
  deputy: person.nullable(),
  /** Who would be called for the caller now; empty when everybody has gone home. */
  watchedBy: z.array(person),
  cases: z.array(leftCase),
});
export type ShiftEndView = z.infer<typeof shiftEnd>;

export const readShiftEnd = get('/shift-end', {
  summary: 'Which of the caller’s cases will need somebody before they are back, and who watches.',
  access: serviceRoles,
  query: z.object({ backAt: instant.optional() }),
  out: shiftEnd,
});

export const endShift = put('/shift-end', {
  summary: 'The caller goes home. Their cases stay theirs; what falls due until they are back calls whoever is on duty for them.',
  access: serviceRoles,
  body: z.object({ backAt: instant }),
  out: z.object({ backAt: instant }),
});

export const backAtWork = del('/shift-end', { summary: 'The caller is here again, whatever they had said.', access: serviceRoles, out: z.object({}) });

export const shiftEvents = defineEvents({
  'shift.ended': z.object({ memberId: id, backAt: instant, cases: z.int() }),
  'shift.begun_again': z.object({ memberId: id }),
});
