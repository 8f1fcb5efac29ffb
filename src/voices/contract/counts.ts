import { z } from 'zod';
import { get } from '#base/contract.ts';
import { instant } from '#base/shapes.ts';

// Apart from the other routes: the rail asks it on every screen, and brings nothing else along.
export const countThemes = get('/themes/counts', {
  summary: 'How many stand where, and since when the oldest waits.',
  access: 'signed_in',
  out: z.object({
    undecided: z.int(), overdue: z.int(), mine: z.int(), mineOverdue: z.int(), taken: z.int(), left: z.int(), shipped: z.int(), toTell: z.int(), proposed: z.int(), loose: z.int(), looseOverdue: z.int(),
    /** The day on which the most overdue should have been decided. */
    oldestDueAt: instant.nullable(),
  }),
});
