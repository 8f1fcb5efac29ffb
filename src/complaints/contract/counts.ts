import { z } from 'zod';
import { get } from '#base/contract.ts';
import { serviceRoles } from '#people/contract.ts';

// Apart from the other routes: the rail asks it on every screen, and brings nothing else along.
export const complaintCounts = z.object({ open: z.int(), overdue: z.int() });
export const countComplaints = get('/complaints/counts', { summary: 'How many are open, and how many of them past their term.', access: serviceRoles, out: complaintCounts });
