import { z } from 'zod';
import { get, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { id, idParams, instant, nothing } from '#base/shapes.ts';

/** What may call a member. Closed: each has words in both languages that say what happened and what to do. */
export const noticeKinds = z.enum([
  'handover_offered', 'handover_declined', 'mentioned',
  'department_answered', 'department_asked_back', 'department_refused', 'request_late',
  'promise_near', 'promise_broken', 'next_update_near', 'next_update_missed',
  'delivery_failed', 'reply_stopped', 'customer_wrote', 'customer_says_unsolved', 'low_rating', 'claim_late', 'mailbox_in_trouble',
  'incident_late', 'incident_resolved', 'complaint_near', 'complaint_late', 'shift_needs', 'call_customer',
  'decision_near', 'decision_late', 'theme_handed', 'theme_to_do', 'shipping_late', 'voices_near', 'voices_late', 'letters_wait',
  'survey_low',
  'opportunity_waits', 'opportunity_late', 'opportunity_read', 'opportunity_taken', 'opportunity_won', 'opportunity_lost', 'opportunity_nothing',
  'webhook_given_up', 'webhook_off',
]);
export type NoticeKind = z.infer<typeof noticeKinds>;

/** What the words are made from. All may be left out; the words then say less, never something false. */
export const NoticeFacts = z.object({
  /** Tells two notices of one kind on one case apart: the id of the promise, the request, the message. */
  key: z.string().max(100).optional(),
  caseNumber: z.int().optional(),
  customer: z.string().optional(),
  /** The colleague who did it. */
  person: z.string().optional(),
  department: z.string().optional(),
  /** When something falls, or fell, due. */
  dueAt: instant.optional(),
  /** What was promised, asked, said or written, shortened by whoever gives the notice. */
  what: z.string().max(500).optional(),
  reason: z.string().max(500).optional(),
  /** Of a mail that did not arrive, the class of the reason: `box_full`. */
  why: z.string().max(40).optional(),
  /** An address or the name of a mailbox. */
  address: z.string().optional(),
  /** A rating from 1 to 5; of a survey, from its lowest to `outOf`. */
  score: z.int().optional(),
  outOf: z.int().optional(),
  /** How many of them. */
  count: z.int().optional(),
  /** What something brought, in cents of a euro. */
  cents: z.int().optional(),
  /** Set by `notify` alone: the colleague in whose place the deputy is called. */
  insteadOf: z.string().optional(),
});
export type NoticeFacts = z.infer<typeof NoticeFacts>;

export const NoticeView = z.object({ id, kind: noticeKinds, caseId: id.nullable(), facts: NoticeFacts, createdAt: instant });
export type NoticeView = z.infer<typeof NoticeView>;

export const noticeRoutes = {
  list: get('/notices', { summary: 'What calls for you, the newest first; what is done is not in it.', access: 'signed_in', out: z.array(NoticeView) }),
  done: put('/notices/:id/done', {
    summary: 'You have dealt with it.', access: 'signed_in', object: 'notice', params: idParams, out: nothing,
  }),
};

export const noticeEvents = defineEvents({
  'notice.given': z.object({ noticeId: id, memberId: id, kind: noticeKinds }),
  'notice.done': z.object({ noticeId: id }),
});
