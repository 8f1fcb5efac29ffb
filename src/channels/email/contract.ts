import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { email, id, idParams, instant, line, page } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';
import { security } from './mailboxes.ts';

const admins = ['admin'] as const;

const serverInput = z.object({
  host: line(255),
  port: z.number().int().min(1).max(65_535),
  security,
  user: line(255),
  /** Left out on a change: the password stays as it is. */
  password: z.string().min(1).max(500).optional(),
});

export const mailboxInput = z.object({
  address: email,
  senderName: line(120),
  departmentId: id,
  imap: serverInput.nullable(),
  smtp: serverInput.nullable(),
  startFrom: z.enum(['now', 'all']).default('now'),
});
export type MailboxInput = z.output<typeof mailboxInput>;

const serverView = z.object({ host: z.string(), port: z.number().int(), security, user: z.string() });

export const mailboxView = z.object({
  id,
  address: z.string(),
  senderName: z.string(),
  departmentId: id,
  imap: serverView.nullable(),
  smtp: serverView.nullable(),
  connectedAt: instant.nullable(),
  lastMailAt: instant.nullable(),
  lastError: z.string().nullable(),
  lastErrorAt: instant.nullable(),
});
export type MailboxView = z.infer<typeof mailboxView>;

/** How mail is. `wrong`: why a mailbox cannot be read, in words; null while it can. Counts: what came and is not filed, what waits to leave. */
export const mailHealth = z.object({
  waiting: z.int(),
  oldestWaitingAt: instant.nullable(),
  quarantined: z.int(),
  toLeave: z.int(),
  oldestToLeaveAt: instant.nullable(),
  mailboxes: z.array(z.object({
    address: z.string(),
    isRead: z.boolean(),
    sends: z.boolean(),
    connectedAt: instant.nullable(),
    lastMailAt: instant.nullable(),
    wrong: z.string().nullable(),
    wrongAt: instant.nullable(),
    waiting: z.int(),
    quarantined: z.int(),
  })),
});
export type MailHealth = z.infer<typeof mailHealth>;

const checked = z.object({ works: z.boolean(), words: z.string() }).nullable();

export const mailboxRoutes = {
  list: get('/mailboxes', { summary: 'The mailboxes, and how each is.', access: admins, out: z.object({ items: z.array(mailboxView) }) }),
  add: post('/mailboxes', { summary: 'A new mailbox. Mail comes in from now on, or all of it.', access: admins, body: mailboxInput, out: z.object({ id }) }),
  change: put('/mailboxes/:id', { summary: 'Changes a mailbox.', access: admins, object: 'mailbox', params: idParams, body: mailboxInput, out: z.object({ id }) }),
  close: del('/mailboxes/:id', { summary: 'Closes a mailbox: nothing comes in or goes out through it. What came stays.', access: admins, object: 'mailbox', params: idParams, out: z.object({ id }) }),
  check: post('/mailboxes/check', { summary: 'Tries to sign in to the servers, without keeping anything.', access: admins, body: mailboxInput.extend({ id: id.nullable().default(null) }), out: z.object({ imap: checked, smtp: checked }) }),
};

export const rawMailView = z.object({
  id,
  receivedAt: instant,
  via: z.string(),
  size: z.number().int(),
  mailbox: z.string().nullable(),
  envelopeFrom: z.string().nullable(),
  /** From whom and about what, as the mail itself says; null where it does not, and before it was looked at. */
  sender: z.string().nullable(),
  subject: z.string().nullable(),
  state: z.enum(['waiting', 'done', 'quarantined']),
  outcome: z.string().nullable(),
  reason: z.string().nullable(),
  caseId: id.nullable(),
});

const onRaw = { access: admins, object: 'raw_mail', params: idParams } as const;

export const rawMailRoutes = {
  list: get('/raw-mails', {
    summary: 'What came, the latest first: what waits, what stands in quarantine and why, what was set aside.',
    access: admins,
    query: z.object({ state: z.enum(['waiting', 'done', 'quarantined']).default('quarantined'), outcome: z.string().max(40).optional(), before: instant.optional() }),
    out: page(rawMailView),
  }),
  again: put('/raw-mails/:id/again', { summary: 'Handles a mail again, as if it had just come.', ...onRaw, out: z.object({ id }) }),
  source: get('/raw-mails/:id/source', { summary: 'A mail as it came, byte for byte, as a download.', ...onRaw, out: z.any() }),
};

export const readMessageSource = get('/messages/:id/source', {
  summary: 'The mail behind a message, byte for byte, as a download.',
  access: serviceRoles,
  object: 'message',
  params: idParams,
  out: z.any(),
});

export const sendAgain = put('/messages/:id/deliveries', {
  summary: 'Sends a message again to those recipients whom it did not reach.',
  access: serviceRoles,
  object: 'message',
  params: idParams,
  out: z.object({ again: z.number().int() }),
});

/** Why a mail did not arrive, as its writer must know it to act: write to another address, wait, or change what is written. */
export const bounceClass = z.enum(['address_wrong', 'box_full', 'spam_or_policy', 'temporary', 'other']);
export type BounceClass = z.infer<typeof bounceClass>;

const failed = z.object({
  outboxId: id,
  purpose: z.string(),
  messageId: id.nullable(),
  requestId: id.nullable(),
  address: z.string(),
  how: z.enum(['refused', 'gave_up', 'bounced', 'held']),
  response: z.string(),
  /** Left out where nobody said why. */
  why: bounceClass.optional(),
});

export const emailEvents = defineEvents({
  'email.sent': z.object({ outboxId: id, messageId: id.nullable(), requestId: id.nullable(), address: z.string() }),
  'email.delivery_failed': failed,
  'email.sent_again': z.object({ messageId: id, addresses: z.array(z.string()) }),
  'mailbox.added': z.object({ mailboxId: id, address: z.string() }),
  'mailbox.changed': z.object({ mailboxId: id, address: z.string() }),
  'mailbox.closed': z.object({ mailboxId: id, address: z.string() }),
  'mailbox.in_trouble': z.object({ mailboxId: id, address: z.string(), error: z.string() }),
});
