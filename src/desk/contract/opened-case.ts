import { z } from 'zod';
import { get } from '#base/contract.ts';
import { id, idParams, instant } from '#base/shapes.ts';
import { caseView, draftView, handoverView, messageView, noteView, pendingReplyView, person, preparedReplyView } from '#cases/contract.ts';
import { customerPageView } from '#customer-page/contract.ts';
import { customerView } from '#customers/contract.ts';
import { heatView } from '#heat/contract.ts';
import { serviceRoles } from '#people/contract.ts';
import { promiseView } from '#promises/contract.ts';
import { requestView } from '#requests/contract.ts';

const mailAddress = z.object({ name: z.string(), address: z.string() });

/** Whom a reply goes to if nobody thinks about it: everybody of the last message, without us. `to` is empty where we know no address. */
const replyTo = z.object({ to: z.array(mailAddress), cc: z.array(mailAddress) });

const joinSuggestion = z.object({ id, reasons: z.array(z.string()), other: z.object({ id, number: z.int(), subject: z.string() }) });

const otherCase = z.object({ id, number: z.int(), subject: z.string() });
/** A merge into this case, or a split from it, that can still be undone. */
const undoable = z.object({ kind: z.enum(['merge', 'split']), id, other: otherCase, at: instant, by: z.string() });

/** How the customer’s page is doing, and what it says now: the same facts that the page makes its words from. */
const pageState = z.object({
  openings: z.int(),
  openedToday: z.int(),
  lastOpenedAt: instant.nullable(),
  nextUpdateDueAt: customerPageView.shape.nextUpdateDueAt,
  awaited: customerPageView.shape.awaited,
});

export const openedCase = z.object({
  case: caseView.extend({ departmentName: z.string(), mergedInto: otherCase.nullable() }),
  /** The last event of the case that this answer knows: `seenEventId` of whatever is written after reading it. */
  seenEventId: z.int(),
  /** The latest hundred, the oldest of them first. */
  messages: z.array(messageView),
  /** Where the older ones are; null where these are all. */
  earlier: z.string().nullable(),
  /** Of the same stretch of time as the messages. */
  notes: z.array(noteView),
  requests: z.array(requestView),
  promises: z.array(promiseView),
  heat: heatView.nullable(),
  customer: customerView,
  otherOpenCases: z.array(otherCase),
  handover: handoverView.nullable(),
  pendingReply: pendingReplyView.nullable(),
  preparedReplies: z.array(preparedReplyView),
  drafts: z.array(draftView),
  suggestions: z.array(joinSuggestion),
  undoable: z.array(undoable),
  replyTo,
  /** Where nobody writes in time, an honest update leaves by itself. */
  tellsByItself: z.boolean(),
  /** Who acts for the owner while they are away; null where the owner is here. */
  standIn: person.nullable(),
  page: pageState,
});
export type OpenedCase = z.infer<typeof openedCase>;

const onCase = { access: serviceRoles, object: 'case', params: idParams } as const;

export const openCase = get('/desk/cases/:id', { summary: 'Everything that is needed to work on a case, in one answer.', ...onCase, out: openedCase });

export const earlierMessages = get('/desk/cases/:id/messages', {
  summary: 'Messages and notes before those that the case was opened with, a hundred messages at a time.',
  ...onCase,
  query: z.object({ before: z.string().max(100) }),
  out: z.object({ messages: z.array(messageView), notes: z.array(noteView), earlier: z.string().nullable() }),
});
