import { z } from 'zod';
import { id } from '#base/shapes.ts';

/** The roads by which a customer reaches us, and we them. */
export const channel = z.enum(['email', 'phone', 'form', 'page', 'chat', 'review', 'social']);
export type Channel = z.infer<typeof channel>;

/** What became of something that a member noted: its case, and whether the customer had asked before. */
export const noted = z.object({
  caseId: id,
  caseNumber: z.int(),
  messageId: id,
  became: z.enum(['opened', 'joined', 'suggested']),
  isChase: z.boolean(),
  /** How often the customer has asked again on this case since somebody last answered, this time included. */
  chases: z.int(),
});
