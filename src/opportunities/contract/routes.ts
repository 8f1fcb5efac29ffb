import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { id, idParams, instant, paragraph } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';
import { cents, conclusionInput, opportunityKind, standing, takingInput } from './parts.ts';

const person = z.object({ id, name: z.string() });

export const opportunityView = standing.extend({
  id,
  /** Null for who works on no cases. */
  caseId: id.nullable(),
  caseNumber: z.int(),
  seenBy: person,
  leavesAt: instant,
  firstDueAt: instant,
  /** The message that the words stand in; null where they were typed, and for who works on no cases. */
  messageId: id.nullable(),
  /** Null where nobody stands higher, or nothing is awaited. */
  nextClimbAt: instant.nullable(),
  climbedTo: z.array(z.enum(['head', 'management'])),
  isMine: z.boolean(),
  /** The reader may take it and say what came of it. */
  mayAct: z.boolean(),
});
export type OpportunityView = z.infer<typeof opportunityView>;

export const handOverInput = z.object({
  kind: opportunityKind,
  words: paragraph(4_000),
  /** Where they stand in a message of the case, by its characters; null where they were typed. */
  marked: z.object({ messageId: id, from: z.int().min(0), to: z.int().min(1) }).nullable().default(null),
  valueCents: cents.nullable().default(null),
  undoSeconds: z.int().min(0).max(60).default(10),
});
export type HandOverInput = z.output<typeof handOverInput>;

const onCase = { access: serviceRoles, object: 'case', params: idParams } as const;
const onOpportunity = { object: 'opportunity', params: idParams } as const;
// Whoever belongs to the department, or leads it; and for them the leads and administrators of the service.
const ofDepartment = { access: 'signed_in', object: 'department_opportunity', params: idParams } as const;

export const handOver = post('/cases/:id/opportunities', {
  summary: 'Hands a lead, an order or an idea to the department that it is for. The case keeps its owner and its next update.',
  ...onCase,
  body: handOverInput,
  out: opportunityView,
});
export const opportunitiesOfCase = get('/cases/:id/opportunities', { summary: 'What was handed over from this case, and what came of it.', ...onCase, out: z.object({ items: z.array(opportunityView) }) });
export const whereTo = get('/cases/:id/opportunity-routes', {
  summary: 'To which department each kind would go now, and by when somebody there would take it.',
  ...onCase,
  out: z.object({ items: z.array(z.object({ kind: opportunityKind, department: person, dueAt: instant.nullable() })) }),
});

const columnSums = z.object({ waiting: z.int(), late: z.int(), taken: z.int(), waitingCents: z.int(), takenCents: z.int() });
export const listOpportunities = get('/opportunities', {
  summary: 'What waits, what somebody has, and what came of the rest in the last ninety days. Departments see their own.',
  access: 'signed_in',
  out: z.object({ items: z.array(opportunityView), sums: columnSums, isWhole: z.boolean() }),
});
export const readOpportunity = get('/opportunities/:id', { summary: 'One opportunity.', access: 'signed_in', ...onOpportunity, out: opportunityView });
export const takeHandOverBack = del('/opportunities/:id', { summary: 'Takes it back before it leaves: nobody has heard of it.', access: serviceRoles, ...onOpportunity, out: z.object({ id }) });

export const takeOpportunity = post('/opportunities/:id/taking', { summary: '“I have it”, and within how many days they say what came of it. `over` takes it from a colleague.', ...ofDepartment, body: takingInput.omit({ name: true }), out: opportunityView });
export const markOpportunityRead = post('/opportunities/:id/read', { summary: 'Somebody of the department has opened it: said by the screen.', ...ofDepartment, out: opportunityView });
export const letGoOfOpportunity = del('/opportunities/:id/taking', { summary: 'Leaves it to the colleagues again.', ...ofDepartment, out: opportunityView });
export const conclude = post('/opportunities/:id/outcome', { summary: 'What came of it. Said again, it puts right what was said before.', ...ofDepartment, body: conclusionInput.omit({ name: true }), out: opportunityView });
export const reopenOpportunity = del('/opportunities/:id/outcome', { summary: 'Nothing came of it yet after all: it is awaited again.', ...ofDepartment, out: opportunityView });

export const opportunityFiguresView = z.object({
  from: instant,
  to: instant,
  handedOver: z.int(), open: z.int(), late: z.int(), won: z.int(), lost: z.int(), nothing: z.int(),
  wonCents: z.int(), openCents: z.int(),
  /** With a known outcome, of all that were handed over; null where there were none. */
  outcomeRate: z.number().nullable(),
  /** Milliseconds of real time. */
  medianFirstAnswer: z.number().nullable(),
});
export const readOpportunityFigures = get('/opportunity-figures', {
  summary: 'Of what was handed over in the last days: how much has a known outcome, what it brought, how soon somebody answered.',
  access: 'signed_in',
  query: z.object({ days: z.coerce.number().int().min(1).max(730).default(90) }),
  out: opportunityFiguresView,
});

const route = z.object({ kind: opportunityKind, department: person.nullable() });
export const listRoutes = get('/opportunity-routes', { summary: 'To which department each kind goes; null goes to the department of the case.', access: 'signed_in', out: z.object({ items: z.array(route) }) });
export const setRoutes = put('/opportunity-routes', {
  summary: 'Says to which department each kind goes.',
  access: ['lead', 'admin'],
  body: z.object({ lead: id.nullable(), order: id.nullable(), product_idea: id.nullable() }),
  out: z.object({ items: z.array(route) }),
});
