import { z } from 'zod';
import { id, instant, language } from '#base/shapes.ts';
import { channel } from '#channels/contract.ts';

export const caseStatus = z.enum(['new', 'open', 'waiting_customer', 'waiting_department', 'waiting_third_party', 'resolved', 'closed']);
export type CaseStatus = z.infer<typeof caseStatus>;

/** What an outbound message does: it resolves, it asks the customer something, or it says where we are. */
export const replyAct = z.enum(['resolves', 'asks', 'updates']);
export type ReplyAct = z.infer<typeof replyAct>;

export const person = z.object({ id, name: z.string() });

export const attachmentView = z.object({
  id,
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  contentId: z.string().nullable(),
  isInline: z.boolean(),
});
export type AttachmentView = z.infer<typeof attachmentView>;

/** A case as it stands, without what was said on it. */
export const caseView = z.object({
  id,
  number: z.number().int(),
  subject: z.string(),
  customer: person,
  departmentId: id,
  channel,
  status: caseStatus,
  level: z.number().int(),
  language,
  owner: person.nullable(),
  claimDueAt: instant.nullable(),
  nextUpdateDueAt: instant.nullable(),
  openedAt: instant,
  takenAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  closedAt: instant.nullable(),
  waitingSince: instant.nullable(),
  chases: z.number().int(),
  lastInboundAt: instant.nullable(),
  lastOutboundAt: instant.nullable(),
  lastActivityAt: instant,
  mergedIntoId: id.nullable(),
});
export type CaseView = z.infer<typeof caseView>;

export const recipientState = z.enum(['waiting', 'sending', 'sent', 'failed', 'held', 'bounced', 'cancelled']);

/** How far an outbound message got, for each of its recipients. */
export const deliveryView = z.object({ address: z.string(), kind: z.enum(['to', 'cc', 'bcc']), state: recipientState, response: z.string().nullable() });
export type DeliveryView = z.infer<typeof deliveryView>;

export const messageView = z.object({
  id,
  direction: z.enum(['in', 'out']),
  channel,
  at: instant,
  author: z.object({ kind: z.enum(['customer', 'member', 'third_party', 'system']), id: id.nullable(), name: z.string(), address: z.string().nullable() }),
  loggedBy: z.string().nullable(),
  /** Where everybody reads it: what the place is called, and the address of the post. */
  foundAt: z
    .object({
      site: z.string(),
      url: z.string(),
      /** One to five, where the place gives stars. */
      stars: z.int().nullable(),
      /** Its writer changed what they had said before; that stands above. */
      isChange: z.boolean(),
      deletedAt: instant.nullable(),
    })
    .nullable(),
  subject: z.string().nullable(),
  text: z.string(),
  folded: z.string(),
  hasHtml: z.boolean(),
  act: replyAct.nullable(),
  isAutomatic: z.boolean(),
  /** Left in its author’s name without anybody pressing a key. */
  isByItself: z.boolean(),
  isChase: z.boolean(),
  hasSource: z.boolean(),
  attachments: z.array(attachmentView),
  deliveries: z.array(deliveryView),
});
export type MessageView = z.infer<typeof messageView>;

export const noteView = z.object({ id, author: person, text: z.string(), mentions: z.array(id), at: instant, attachments: z.array(attachmentView) });
export type NoteView = z.infer<typeof noteView>;

export const handoverView = z.object({
  id,
  caseId: id,
  from: person,
  to: person,
  reason: z.string(),
  summary: z.string(),
  offeredAt: instant,
});
export type HandoverView = z.infer<typeof handoverView>;

export const preparedReplyView = z.object({ id, reason: z.enum(['answer', 'update', 'check_back']), requestId: id.nullable(), text: z.string(), createdAt: instant });

export const pendingReplyView = z.object({ id, author: person, text: z.string(), sendAt: instant });
export type PendingReplyView = z.infer<typeof pendingReplyView>;

export const draftView = z.object({ kind: z.enum(['reply', 'note']), text: z.string(), seenEventId: z.number().int(), updatedAt: instant });
