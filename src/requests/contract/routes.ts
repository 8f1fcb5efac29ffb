import { z } from 'zod';
import { del, get, post } from '#base/contract.ts';
import { id, idParams, line, page, paragraph } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';
import { requestKind, urgency } from './templates.ts';
import { choice, duePreview, listedRequest, requestView } from './views.ts';

export const requestInput = z.object({
  departmentId: id,
  question: paragraph(1_000),
  /** What the department needs to know to see that it matters. It is sent as it is written. */
  why: paragraph(2_000),
  choices: z
    .array(choice)
    .max(4)
    .default([])
    .refine((list) => new Set(list.map(({ label }) => label.toLowerCase())).size === list.length, {
      params: { it: 'Due risposte hanno lo stesso testo.', en: 'Two answers have the same words.' },
    }),
  /** What agreements tell apart. A template's kind comes with it. */
  kind: requestKind.nullable().default(null),
  urgency: urgency.default('normal'),
  templateId: id.nullable().default(null),
  /** What the template asks for, by the keys of its fields; of a file, the id of one on the case. */
  fields: z.array(z.object({ key: line(40), value: z.string().max(500) })).max(12).default([]),
});
export type RequestInput = z.output<typeof requestInput>;

const onRequest = { access: serviceRoles, object: 'request', params: idParams } as const;

export const previewDue = get('/departments/:id/due-preview', {
  summary: 'By when a department would answer if it were asked now, why then, and to whom its silence would climb.',
  access: serviceRoles,
  object: 'department',
  params: idParams,
  query: z.object({ kind: requestKind.optional(), urgency: urgency.default('normal') }),
  out: duePreview,
});

export const sendRequest = post('/cases/:id/requests', {
  summary: 'Asks a department: what is needed and why. It gets a mail; the case keeps its owner.',
  access: serviceRoles,
  object: 'case',
  params: idParams,
  body: requestInput,
  out: requestView,
});

export const requestsOfCase = get('/cases/:id/requests', {
  summary: 'What was asked of departments on this case, the oldest first.',
  access: serviceRoles,
  object: 'case',
  params: idParams,
  out: z.object({ items: z.array(requestView) }),
});

export const readRequest = get('/requests/:id', { summary: 'One request with everything said on it.', ...onRequest, out: requestView });

/** Heads read what their own department was asked; who works on cases reads all. */
export const requestReaders = [...serviceRoles, 'head'] as const;

export const listRequests = get('/requests', {
  summary: 'Requests to departments, the most overdue first. `mine`: asked by the caller, or on a case of theirs.',
  access: requestReaders,
  query: z.object({
    departmentId: id.optional(),
    mine: z.stringbool().default(false),
    which: z.enum(['open', 'late', 'settled']).default('open'),
    after: z.string().max(100).optional(),
  }),
  out: page(listedRequest).extend({ open: z.number().int(), late: z.number().int() }),
});

export const replyToDepartment = post('/requests/:id/replies', {
  summary: 'Answers what the department asked back, or adds what it should know. Its clock runs on from here.',
  ...onRequest,
  body: z.object({ text: paragraph(5_000) }),
  out: requestView,
});

export const remindDepartment = post('/requests/:id/reminder', {
  summary: 'Reminds the department now; at most once an hour.',
  ...onRequest,
  out: requestView,
});

export const sendBackAnswer = post('/requests/:id/sending-back', {
  summary: 'The answer is not enough: the department is asked for what is missing, and its clock runs on from where it stood. Without words it says what it can tell by itself.',
  ...onRequest,
  body: z.object({ missing: paragraph(2_000).nullable().default(null) }),
  out: requestView,
});

export const undoSendingBack = del('/requests/:id/sending-back', {
  summary: 'Takes a sending back back, until the department has been told: for ten seconds.',
  ...onRequest,
  out: requestView,
});

export const withdrawRequest = del('/requests/:id', {
  summary: 'Withdraws a request that is no longer needed, with the reason. The department is told.',
  ...onRequest,
  body: z.object({ reason: line(500) }),
  out: requestView,
});

export const readRequestFile = get('/request-files/:id', {
  summary: 'A file that a department sent, always as a download.',
  access: serviceRoles,
  object: 'request_file',
  params: idParams,
  out: z.any(),
});
