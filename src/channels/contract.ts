import { z } from 'zod';

/** The roads by which a customer reaches us, and we them. */
export const channel = z.enum(['email', 'phone', 'form', 'page', 'chat', 'review', 'social']);
export type Channel = z.infer<typeof channel>;
