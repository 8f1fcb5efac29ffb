import { z } from 'zod';
import { defineEvents } from '#base/events.ts';
import { id, instant } from '#base/shapes.ts';
import { channel } from '#channels/contract.ts';
import { commitments } from './commitments.ts';
import { caseStatus, replyAct } from './views.ts';

const why = z.enum(['customer_wrote', 'customer_says_unsolved', 'answered', 'department', 'by_hand', 'merge']);

/** Everything that can happen to a case. Read in order, they are its history; nothing of it is kept elsewhere. */
export const caseEvents = defineEvents({
  'case.opened': z.object({ number: z.number(), channel, messageId: id.nullable(), customerId: id, ownerId: id.nullable(), answersMessageId: id.optional() }),
  'case.taken': z.object({ memberId: id, name: z.string(), instead: z.string().nullable() }),
  'case.owner_left': z.object({ memberId: id, name: z.string() }),
  'case.claim_late': z.object({ dueAt: instant }),
  'case.contact_received': z.object({
    messageId: id,
    channel,
    isChase: z.boolean(),
    isThanks: z.boolean(),
    isThirdParty: z.boolean(),
    waitingSince: instant.nullable(),
    loggedBy: id.nullable(),
    /** The message of ours that it answers, where the mail says so. */
    answersMessageId: id.optional(),
  }),
  'case.join_suggested': z.object({ otherId: id, otherNumber: z.number(), reasons: z.array(z.string()) }),
  'case.reply_prepared': z.object({ pendingId: id, act: replyAct, commitments, nextUpdateAt: instant.nullable() }),
  'case.reply_taken_back': z.object({ pendingId: id }),
  'case.reply_stopped': z.object({ pendingId: id, memberId: id, reason: z.string() }),
  'case.replied': z.object({
    messageId: id,
    act: replyAct,
    hasSubstance: z.boolean(),
    commitments,
    nextUpdateAt: instant.nullable(),
    preparedId: id.nullable(),
    /** The case was set to keep its customer informed, and did. */
    byItself: z.boolean(),
    /** The same letter went to many cases; nobody has read this one for it. */
    toMany: z.boolean().optional(),
    /** It is not about the case: what came of something that its customer had said. */
    isBeside: z.boolean().optional(),
  }),
  'case.note_written': z.object({ noteId: id, mentions: z.array(id) }),
  'case.next_update_set': z.object({ dueAt: instant, because: z.string() }),
  'case.self_updates_set': z.object({ on: z.boolean() }),
  'case.next_update_near': z.object({ dueAt: instant }),
  'case.next_update_missed': z.object({ dueAt: instant }),
  'case.handover_offered': z.object({ handoverId: id, toId: id, toName: z.string(), reason: z.string() }),
  'case.handover_accepted': z.object({ handoverId: id, fromId: id, fromName: z.string(), toId: id, toName: z.string() }),
  'case.handover_declined': z.object({ handoverId: id, fromId: id, toId: id, toName: z.string(), reason: z.string() }),
  'case.handover_withdrawn': z.object({ handoverId: id }),
  'case.level_changed': z.object({ from: z.number(), to: z.number(), reason: z.string() }),
  'case.status_changed': z.object({ from: caseStatus, to: caseStatus, why }),
  'case.subject_changed': z.object({ from: z.string(), to: z.string() }),
  'case.resolved': z.object({ how: z.enum(['reply', 'by_hand', 'by_customer']), reason: z.string().nullable() }),
  'case.reopened': z.object({ why }),
  'case.closed': z.object({}),
  /** What opened it was brought by mistake, and nobody had acted on it. */
  'case.withdrawn': z.object({}),
  'case.merged': z.object({ mergeId: id, otherId: id, otherNumber: z.number(), survives: z.boolean() }),
  'case.unmerged': z.object({ mergeId: id, otherId: id, otherNumber: z.number() }),
  'case.split': z.object({ splitId: id, otherId: id, otherNumber: z.number(), isNew: z.boolean() }),
  'case.unsplit': z.object({ splitId: id, otherId: id, otherNumber: z.number() }),
  'case.prepared_reply_written': z.object({ preparedId: id, reason: z.enum(['answer', 'update', 'check_back']) }),
  'case.page_opened': z.object({ linkId: id }),
});
