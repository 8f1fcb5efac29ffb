import { z } from 'zod';
import { get, post, put } from '#base/contract.ts';
import { id, idParams, instant, language, line, localDate, nothing, paragraph } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';
import { complaintCounts } from './counts.ts';
import { escalatedTo, escalationResult, outcome, paidFor, severity } from './entries.ts';
import { sector } from './terms.ts';
import { complaintRow, complaintView, statistics } from './views.ts';

const done = z.object({ id });
const onTheWay = z.object({ pendingId: id, sendAt: instant });

export const detailsInput = z.object({
  complainant: line(200),
  onBehalfOf: line(200).nullable().default(null),
  contractCode: line(120).nullable().default(null),
  product: line(120).nullable().default(null),
  topic: line(120),
  subTopic: line(120).nullable().default(null),
  remedy: paragraph(2_000).nullable().default(null),
  severity: severity.default('medium'),
});
export type DetailsInput = z.output<typeof detailsInput>;

/** What reached us outside Presa: a letter, certified mail, somebody at the counter. */
const cameOtherwise = z.object({ channel: z.enum(['pec', 'letter', 'counter']), receivedAt: instant, proof: line(300).nullable().default(null), said: paragraph(50_000) });

export const registration = detailsInput.extend({
  /** The message that is the complaint; its words are frozen. Null where it came by another road. */
  messageId: id.nullable(),
  otherwise: cameOtherwise.nullable().default(null),
  sector,
  kind: z.string().max(40).default('complaint'),
  departmentId: id.nullable().default(null),
  repeatsId: id.nullable().default(null),
});
export type Registration = z.output<typeof registration>;

const onCase = { access: serviceRoles, object: 'case', params: idParams } as const;
export const registerComplaint = post('/cases/:id/complaints', { summary: 'Puts a message of the case into the register of formal complaints: it gets its number and its term.', ...onCase, body: registration, out: z.object({ id, label: z.string(), dueOn: localDate }) });
export const complaintsOfCase = get('/cases/:id/complaints', { summary: 'The formal complaints of a case.', ...onCase, out: z.object({ items: z.array(complaintRow) }) });

export const listing = z.enum(['open', 'overdue', 'done', 'annulled']);
export type Listing = z.infer<typeof listing>;
export const listComplaints = get('/complaints', {
  summary: 'The register: open ones by their term, the others with the latest first; or all that one customer made. The first five hundred.',
  access: serviceRoles,
  query: z.object({ list: listing.default('open'), customerId: id.optional() }),
  out: z.object({ items: z.array(complaintRow), total: z.int(), counts: complaintCounts }),
});

const period = z.object({ from: localDate, to: localDate });
const inPeriod = period.extend({ lang: language.optional() });
export const readStatistics = get('/complaints/statistics', { summary: 'What was received, answered and paid in a period, both days included.', access: 'signed_in', query: period, out: statistics });
export const exportComplaints = get('/complaints/export', { summary: 'The register of a period as CSV: all fields, one line a complaint.', access: serviceRoles, query: inPeriod, out: nothing });
export const exportStatistics = get('/complaints/statistics/export', { summary: 'The figures of a period as CSV.', access: serviceRoles, query: inPeriod, out: nothing });

const on = { access: serviceRoles, object: 'complaint', params: idParams } as const;
export const readComplaint = get('/complaints/:id', { summary: 'A complaint with everything that was said of it.', ...on, out: complaintView });
export const printComplaint = get('/complaints/:id/pdf', { summary: 'Its file as a PDF, for the authority.', ...on, query: z.object({ lang: language.optional() }), out: nothing });

const letter = { text: paragraph(20_000), seenEventId: z.int().min(0), undoSeconds: z.int().min(0).max(60).default(10) };
export const acknowledgeComplaint = post('/complaints/:id/acknowledgement', {
  summary: 'Tells the customer its number, who has it, and until when they have the answer.',
  ...on,
  body: z.object({ ...letter, nextUpdateAt: instant }),
  out: onTheWay,
});
export const sendInterim = post('/complaints/:id/interim-replies', {
  summary: 'Says why the answer takes longer, and on which day it comes: a promise, and from then on the term.',
  ...on,
  body: z.object({ ...letter, reason: line(1_000), finalOn: localDate, nextUpdateAt: instant.nullable().default(null) }),
  out: onTheWay,
});
export const answerInput = z.object({
  ...letter,
  outcome,
  assessment: paragraph(5_000),
  grounds: paragraph(5_000),
  correction: paragraph(5_000),
  /** Null resolves the case with it; a date keeps it open until then. */
  nextUpdateAt: instant.nullable().default(null),
});
export type AnswerInput = z.output<typeof answerInput>;
export const answerComplaint = post('/complaints/:id/answer', { summary: 'The final reply, with its minimum content, the outcome and the grounds.', ...on, body: answerInput, out: onTheWay });

export const correctComplaint = put('/complaints/:id/details', { summary: 'Corrects how it is described; what was there before stays readable.', ...on, body: detailsInput.extend({ reason: line(500) }), out: done });
export const setResponsible = put('/complaints/:id/responsible', {
  summary: 'Says who has it and whose matter it is; without a member it is whoever owns the case.',
  ...on,
  body: z.object({ memberId: id.nullable(), departmentId: id, reason: line(500) }),
  out: done,
});
export const annulComplaint = put('/complaints/:id/annulment', { summary: 'It was registered by mistake: it keeps its number, with the reason.', ...on, body: z.object({ reason: line(500) }), out: done });
export const closeComplaint = put('/complaints/:id/closing', { summary: 'Nothing is left open: it is closed.', ...on, out: done });
export const reopenComplaint = put('/complaints/:id/reopening', { summary: 'Opens a closed one again.', ...on, body: z.object({ reason: line(500) }), out: done });

export const paymentInput = z.object({ what: paidFor, cents: z.int().min(1).max(1_000_000_000), paidOn: localDate, reference: line(200).nullable().default(null) });
export const notePayment = post('/complaints/:id/payments', { summary: 'Notes what was paid, when, and for what.', ...on, body: paymentInput, out: done });
export const planAction = post('/complaints/:id/actions', { summary: 'A corrective action: what, by whom, until when.', ...on, body: z.object({ text: line(1_000), ownerId: id, dueOn: localDate }), out: done });
export const escalate = post('/complaints/:id/escalations', {
  summary: 'The customer went on: to a body for alternative resolution, an authority or a court.',
  ...on,
  body: z.object({ to: escalatedTo, body: line(200), on: localDate, reference: line(200).nullable().default(null) }),
  out: done,
});

const onEntry = { access: serviceRoles, object: 'complaint', params: z.object({ id, entryId: id }) } as const;
export const actionDone = put('/complaints/:id/actions/:entryId/done', { summary: 'The corrective action is done.', ...onEntry, body: z.object({ how: line(500) }), out: done });
export const escalationEnded = put('/complaints/:id/escalations/:entryId/result', { summary: 'What came of it elsewhere.', ...onEntry, body: z.object({ result: escalationResult, words: line(1_000) }), out: done });
export const withdrawEntry = put('/complaints/:id/entries/:entryId/withdrawal', { summary: 'A payment, an action or an escalation was noted by mistake: it no longer counts, and stays readable.', ...onEntry, body: z.object({ reason: line(500) }), out: done });
