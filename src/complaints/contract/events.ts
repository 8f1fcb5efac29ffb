import { z } from 'zod';
import { defineEvents } from '#base/events.ts';
import { id, localDate } from '#base/shapes.ts';
import { escalatedTo, escalationResult, outcome, paidFor } from './entries.ts';
import { sector } from './terms.ts';

const about = { complaintId: id, label: z.string() };

/** What stands in the history of a case. */
export const complaintEvents = defineEvents({
  'complaint.registered': z.object({ ...about, sector, dueOn: localDate }),
  'complaint.acknowledged': z.object(about),
  'complaint.interim_sent': z.object({ ...about, finalOn: localDate, reason: z.string() }),
  'complaint.answered': z.object({ ...about, outcome, withinTerm: z.boolean() }),
  'complaint.corrected': z.object({ ...about, reason: z.string() }),
  'complaint.responsible_set': z.object({ ...about, name: z.string().nullable(), department: z.string() }),
  'complaint.near': z.object({ ...about, dueOn: localDate }),
  'complaint.late': z.object({ ...about, dueOn: localDate }),
  'complaint.paid': z.object({ ...about, what: paidFor, cents: z.int() }),
  'complaint.action_planned': z.object({ ...about, text: z.string(), owner: z.string(), dueOn: localDate }),
  'complaint.action_done': z.object({ ...about, text: z.string() }),
  'complaint.escalated': z.object({ ...about, to: escalatedTo, body: z.string() }),
  'complaint.escalation_ended': z.object({ ...about, body: z.string(), result: escalationResult }),
  'complaint.entry_withdrawn': z.object({ ...about, what: z.enum(['paid', 'action_planned', 'escalated']), reason: z.string() }),
  'complaint.closed': z.object(about),
  'complaint.reopened': z.object({ ...about, reason: z.string() }),
  'complaint.annulled': z.object({ ...about, reason: z.string() }),
});

/** What happens to the terms themselves. */
export const termEvents = defineEvents({ 'complaint_term.added': z.object({ termId: id, sector, kind: z.string(), days: z.int() }) });
