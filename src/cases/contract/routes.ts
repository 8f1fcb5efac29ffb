import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { email, id, idParams, instant, language, line, paragraph } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';
import { commitments } from './commitments.ts';
import { attachmentView, draftView, handoverView, replyAct } from './views.ts';

const onCase = { access: serviceRoles, object: 'case', params: idParams } as const;
const done = z.object({ id });

export const replyInput = z.object({
  text: paragraph(),
  act: replyAct,
  /** The instant of the next update; needed where the reply only says where we are and promises nothing. */
  nextUpdateAt: instant.nullable().default(null),
  to: z.array(email).max(20).default([]),
  cc: z.array(email).max(20).default([]),
  attachmentIds: z.array(id).max(50).default([]),
  commitments: commitments.default({ makes: [], keeps: [], moves: [] }),
  preparedId: id.nullable().default(null),
  /** The last event of the case that the writer had seen; if somebody answered after it, the reply stops. */
  seenEventId: z.number().int().min(0),
  /** How long it can be taken back. */
  undoSeconds: z.number().int().min(0).max(60).default(10),
});
export type ReplyInput = z.output<typeof replyInput>;

export const takeCharge = put('/cases/:id/owner', {
  summary: 'Takes charge: the caller is the owner, to the end.',
  ...onCase,
  out: done,
});

export const sendReply = post('/cases/:id/replies', {
  summary: 'Answers the customer. It leaves when the time to take it back is over.',
  ...onCase,
  body: replyInput,
  out: z.object({ pendingId: id, sendAt: instant }),
});

export const takeReplyBack = del('/pending-replies/:id', {
  summary: 'Takes a reply back before it leaves; its words are in the draft again.',
  access: serviceRoles,
  object: 'pending_reply',
  params: idParams,
  out: z.object({ id, text: z.string() }),
});

export const writeNote = post('/cases/:id/notes', {
  summary: 'Writes a note that only colleagues read; whoever is mentioned is called.',
  ...onCase,
  body: z.object({ text: paragraph(20_000), mentions: z.array(id).max(20).default([]), attachmentIds: z.array(id).max(50).default([]) }),
  out: done,
});

export const setNextUpdate = put('/cases/:id/next-update', {
  summary: 'Sets when the customer hears from us next.',
  ...onCase,
  body: z.object({ dueAt: instant, because: line(300) }),
  out: done,
});

export const setSelfUpdates = put('/cases/:id/self-updates', {
  summary: 'Lets an honest update leave by itself where nobody wrote by the day that the customer was told, or no longer.',
  ...onCase,
  body: z.object({ on: z.boolean() }),
  out: done,
});

export const setLevel = put('/cases/:id/level', {
  summary: 'Brings level 1, 2 or 3 in. The owner stays.',
  ...onCase,
  body: z.object({ level: z.number().int().min(1).max(3), reason: line(500) }),
  out: done,
});

export const setSubject = put('/cases/:id/subject', { summary: 'Names the case better.', ...onCase, body: z.object({ subject: line(200) }), out: done });

export const waitForThirdParty = put('/cases/:id/third-party', {
  summary: 'Says that somebody outside has to act, and when the customer hears next.',
  ...onCase,
  body: z.object({ who: line(120), nextUpdateAt: instant }),
  out: done,
});

export const resolveCase = put('/cases/:id/resolution', {
  summary: 'Resolves without a message (the customer was told another way): the reason stays in the history.',
  ...onCase,
  body: z.object({ reason: line(500) }),
  out: done,
});

export const reopenCase = del('/cases/:id/resolution', { summary: 'Opens a resolved case again, with the owner it had.', ...onCase, out: done });

export const offerHandover = post('/cases/:id/handovers', {
  summary: 'Asks a colleague to take the case over. The owner stays until they accept.',
  ...onCase,
  body: z.object({ toId: id, reason: line(500) }),
  out: done,
});

const onHandover = { access: serviceRoles, object: 'handover', params: idParams } as const;
export const acceptHandover = put('/handovers/:id/acceptance', { summary: 'Accepts: from now on the caller owns the case.', ...onHandover, out: done });
export const declineHandover = put('/handovers/:id/refusal', {
  summary: 'Declines, with a reason; the owner stays.',
  ...onHandover,
  body: z.object({ reason: line(500) }),
  out: done,
});
export const withdrawHandover = del('/handovers/:id', { summary: 'Withdraws an offer that nobody answered yet.', ...onHandover, out: done });
export const listHandovers = get('/handovers', {
  summary: 'Handovers that wait for the caller’s word.',
  access: serviceRoles,
  out: z.object({ items: z.array(handoverView) }),
});

export const mergeCase = post('/cases/:id/merge', {
  summary: 'Joins this case into another: its messages go there, and mail to it lands there for ever. Can be undone.',
  ...onCase,
  body: z.object({ intoId: id, evenThoughCustomersDiffer: z.boolean().default(false) }),
  out: z.object({ mergeId: id, intoId: id }),
});
export const undoMerge = del('/merges/:id', { summary: 'Undoes a merge: each case has its own messages again.', access: serviceRoles, object: 'merge', params: idParams, out: done });

export const splitCase = post('/cases/:id/split', {
  summary: 'Moves messages about another matter, or of somebody else, to a new case with the same owner. Can be undone.',
  ...onCase,
  body: z.object({
    messageIds: z.array(id).min(1).max(200),
    subject: line(200),
    /** Whose words they are, where they are not this customer's. */
    ofAnother: line(120).nullable().default(null),
  }),
  out: z.object({ splitId: id, newId: id }),
});
export const undoSplit = del('/splits/:id', { summary: 'Undoes a split.', access: serviceRoles, object: 'split', params: idParams, out: done });

const onSuggestion = { access: serviceRoles, object: 'join_suggestion', params: idParams } as const;
export const acceptSuggestion = put('/join-suggestions/:id/acceptance', { summary: 'Yes, it is the same matter: merges.', ...onSuggestion, out: z.object({ mergeId: id, intoId: id }) });
export const dismissSuggestion = put('/join-suggestions/:id/dismissal', { summary: 'No, it is another matter.', ...onSuggestion, out: done });

export const saveDraft = put('/cases/:id/drafts/:kind', {
  summary: 'Keeps what the caller is writing; nobody else reads it.',
  access: serviceRoles,
  object: 'case',
  params: z.object({ id, kind: z.enum(['reply', 'note']) }),
  body: z.object({ text: z.string().max(50_000), seenEventId: z.number().int().min(0) }),
  out: draftView,
});

export const discardPrepared = del('/prepared-replies/:id', {
  summary: 'Throws away a reply that the program had prepared.',
  access: serviceRoles,
  object: 'prepared_reply',
  params: idParams,
  out: done,
});

const largestUpload = 25_000_000;
export const uploadAttachment = post('/cases/:id/attachments', {
  summary: 'Brings a file in, for the reply or note that the caller is writing.',
  ...onCase,
  bodyLimit: Math.ceil(largestUpload * 1.4),
  body: z.object({ name: line(200), type: line(120), base64: z.base64().max(Math.ceil(largestUpload * 1.37)) }),
  out: attachmentView,
});

export const readAttachment = get('/attachments/:id', {
  summary: 'The bytes of an attachment, always as a download.',
  access: serviceRoles,
  object: 'attachment',
  params: idParams,
  out: z.any(),
});

export const readBody = get('/messages/:id/html', {
  summary: 'The message as it was laid out: sanitised, without scripts, without remote pictures; for a sandboxed frame.',
  access: serviceRoles,
  object: 'message',
  params: idParams,
  out: z.any(),
});

export const openCaseByHand = post('/cases', {
  summary: 'Opens a case for a customer who reached us in a way the program does not hear. The caller owns it.',
  access: serviceRoles,
  body: z.object({ customerId: id, subject: line(200), note: paragraph(20_000), language }),
  out: z.object({ id, number: z.number().int() }),
});

