import { z } from 'zod';
import { get } from '#base/contract.ts';
import { id, idParams, instant } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';

/** `paused`: a department asked us something and waits; its clock stands still. `outside`: somebody who is no department. */
export const holderKind = z.enum(['queue', 'owner', 'customer', 'department', 'supplier', 'paused', 'outside']);
export type HolderKind = z.infer<typeof holderKind>;

export const heldView = z.object({
  /** The one who held it longest first. `working` and `closed` add up to `milliseconds`, and those to the total. */
  parts: z.array(z.object({ kind: holderKind, id: id.nullable(), name: z.string().nullable(), milliseconds: z.int(), working: z.int(), closed: z.int() })),
  milliseconds: z.int(),
  until: instant,
});
export type HeldView = z.infer<typeof heldView>;

export const heldOfCase = get('/cases/:id/held', {
  summary: 'Who held a case, to the millisecond: the queue, its owners, the customer, each department and supplier. The parts add up to the time it has been open.',
  access: serviceRoles,
  object: 'case',
  params: idParams,
  out: heldView,
});
