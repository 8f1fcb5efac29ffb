import { z } from 'zod';
import { del, get, post } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { email, id, idParams, instant, language, line, localDate, nothing } from '#base/shapes.ts';
import { boilReason } from '#heat/contract.ts';
import { insightKind, leaveReason } from '#voices/contract.ts';
import { figureNames } from './rules.ts';

const named = z.object({ id, name: z.string() });

const keeping = z.object({
  /** Kept by the date first given. */
  kept: z.int(), renegotiated: z.int(), broken: z.int(), released: z.int(),
  /** Kept, of all but those that the customer let us off; null where there are none. */
  rate: z.number().nullable(),
});

/** What a figure of the digest leads to. */
export const figure = z.enum(figureNames);

export const digestView = z.object({
  /** `2026-W47` */
  week: z.string(),
  from: instant,
  to: instant,
  isOver: z.boolean(),
  asOf: instant,
  companyName: z.string(),
  timeZone: z.string(),
  heard: z.object({
    voices: z.int(),
    voicesBefore: z.int(),
    customers: z.int(),
    byKind: z.array(z.object({ kind: insightKind, voices: z.int() })),
    /** Themes of which most was heard, five at most. The quotation names nobody. */
    themes: z.array(z.object({
      id, title: z.string(), voices: z.int(), customers: z.int(), valueCents: z.int(), boiled: z.int(), state: z.string(), decider: z.string(), decideBy: instant.nullable(),
      quote: z.object({ words: z.string(), by: z.object({ since: localDate.nullable() }) }).nullable(),
    })),
    /** In no theme yet, and those of them whose day to be put into one is over. */
    loose: z.object({ count: z.int(), overdue: z.int() }),
  }),
  undecided: z.object({
    count: z.int(),
    overdue: z.int(),
    /** The most overdue first, ten at most. */
    items: z.array(z.object({ id, title: z.string(), department: z.string(), decider: z.string(), decideBy: instant, daysLate: z.int(), customers: z.int(), boiled: z.int(), climbedTo: z.int() })),
  }),
  decided: z.array(z.object({
    id, themeId: id, title: z.string(), kind: z.enum(['take', 'leave']), reason: leaveReason.nullable(), words: z.string(), by: z.string(),
    customers: z.int(), valueCents: z.int(), shipsBy: localDate.nullable(), told: z.int(),
  })),
  shipped: z.array(z.object({ themeId: id, title: z.string(), customers: z.int(), told: z.int() })),
  promises: z.object({ all: keeping, rateBefore: z.number().nullable(), byDepartment: z.array(keeping.extend({ department: named.nullable() })) }),
  boiled: z.object({
    customers: z.int(),
    customersBefore: z.int(),
    byWhy: z.array(z.object({ why: boilReason, customers: z.int() })),
    /** What lay behind it, each customer once: a theme of theirs, else the department that owed an answer, else the service itself. */
    byCause: z.array(z.object({ cause: z.enum(['theme', 'department', 'service']), id: id.nullable(), title: z.string(), customers: z.int() })),
  }),
  silence: z.object({
    /** Next updates that came and went without a word of ours. */
    missed: z.int(),
    missedBefore: z.int(),
    /** The longest that a customer of an open case heard nothing beyond what they were told, in hours; null where nobody did. */
    longestHours: z.int().nullable(),
    longestBefore: z.int().nullable(),
  }),
  service: z.object({ opened: z.int(), openedBefore: z.int(), resolved: z.int(), chased: z.int(), open: z.int() }),
  /** Formal complaints: received in the week; open, and past their term, at its end; what was paid in it. */
  complaints: z.object({ received: z.int(), open: z.int(), overdue: z.int(), paidCents: z.int() }),
  /** What service handed to sales, marketing and product in the ninety days to the end of the week, and what came of it by now. */
  brought: z.object({ handedOver: z.int(), won: z.int(), wonCents: z.int(), late: z.int() }),
  /** What customers said of us when we asked, in surveys, else on their pages; answers only; null under five. */
  asked: z.object({ answers: z.int(), csat: z.number().nullable(), csatBefore: z.number().nullable() }),
});
export type Digest = z.infer<typeof digestView>;

const ofWeek = z.object({ week: z.string().regex(/^\d{4}-W\d{2}$/u).optional() });

export const readDigest = get('/reports/digest', { summary: 'A week as top management reads it, computed now. Without a week: the one that runs.', access: 'signed_in', query: ofWeek, out: digestView });
export const printDigest = get('/reports/digest/pdf', { summary: 'The same as a PDF.', access: 'signed_in', query: ofWeek, out: nothing });
export const casesBehind = get('/reports/digest/cases', {
  summary: 'The cases behind a figure of a week. Customers are named to whoever works on cases.',
  access: 'signed_in',
  query: ofWeek.extend({ figure, of: id.optional() }),
  out: z.object({
    items: z.array(z.object({ id, number: z.int(), subject: z.string(), customer: z.string().nullable(), owner: z.string().nullable(), department: z.string(), at: instant, words: z.string().nullable(), mayOpen: z.boolean() })),
    more: z.boolean(),
  }),
});

const recipient = z.object({ id, name: z.string(), email: z.string(), language, addedAt: instant });
export const sentDigests = get('/reports/digests', { summary: 'Weeks whose digest has left, the latest first, with how many it went to.', access: 'signed_in', out: z.object({ items: z.array(z.object({ week: z.string(), monday: localDate, madeAt: instant, recipients: z.int() })) }) });

export const listRecipients = get('/reports/recipients', {
  summary: 'Who gets the digest without being a member of the management; those do anyway.',
  access: ['management', 'admin'],
  out: z.object({ management: z.array(z.object({ id, name: z.string(), email: z.string() })), items: z.array(recipient) }),
});
export const addRecipient = post('/reports/recipients', { summary: 'Adds somebody who gets the digest, without an account.', access: ['management', 'admin'], body: z.object({ name: line(120), email, language }), out: z.object({ id }) });
export const removeRecipient = del('/reports/recipients/:id', { summary: 'They no longer get it; the links that they were sent no longer open.', access: ['management', 'admin'], object: 'digest_recipient', params: idParams, out: z.object({ id }) });

const byToken = { access: 'link', params: z.object({ token: z.string().max(100) }) } as const;
export const openDigest = get('/digests/:token', { summary: 'The digest as a page without script, for whoever was sent it.', ...byToken, out: nothing });
export const openDigestCases = get('/digests/:token/cases', { summary: 'The cases behind a figure of it, as a page; no customer is named.', ...byToken, query: z.object({ figure, of: id.optional() }), out: nothing });
export const openDigestPdf = get('/digests/:token/pdf', { summary: 'The same as a PDF.', ...byToken, out: nothing });

export const reportEvents = defineEvents({
  'digest.sent': z.object({ week: z.string(), recipients: z.int() }),
});
