import { z } from 'zod';
import { get } from '#base/contract.ts';

// Apart from the other routes: the rail asks it on every screen, and brings nothing else along.
export const countOpportunities = get('/opportunity-counts', { summary: 'How many wait for somebody to take them, and how many are late.', access: 'signed_in', out: z.object({ waiting: z.int(), late: z.int() }) });
