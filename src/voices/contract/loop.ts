import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { id, idParams, instant, language, line, page, paragraph } from '#base/shapes.ts';
import { leaveReason } from './kinds.ts';

const person = z.object({ id, name: z.string() });

/** What customers are told of: what was decided on what they said, and that it is out. */
export const occasion = z.enum(['decided', 'shipped']);
export type Occasion = z.infer<typeof occasion>;

/** Why somebody was not told. `unknown`: no card says who it was, only whoever heard them knows. */
export const unreachedReason = z.enum(['unknown', 'no_address', 'phone_only', 'bounced', 'no_case', 'merged', 'skipped', 'delivery_failed']);
export type UnreachedReason = z.infer<typeof unreachedReason>;

/** `to_read`: drafted. `leaving`: somebody let it go; it can be taken back for some seconds. */
export const letterState = z.enum(['to_read', 'leaving', 'told', 'not_told']);
export type LetterState = z.infer<typeof letterState>;

export const loopCounts = z.object({
  /** Customers to whom it matters: everybody who said it. */
  attached: z.int(),
  told: z.int(),
  /** Of those who were told, by phone. */
  byPhone: z.int(),
  notTold: z.int(),
  /** Still to be read by somebody, or about to leave. */
  waiting: z.int(),
});
export type LoopCounts = z.infer<typeof loopCounts>;

const inBoth = z.object({ it: z.string().nullable(), en: z.string().nullable() });

export const letterRow = z.object({
  id,
  state: letterState,
  customer: z.object({ id: id.nullable(), name: z.string() }),
  language,
  /** Their own words, short. */
  said: z.string(),
  /** A person has rewritten this one. */
  isOwn: z.boolean(),
  case: z.object({ id, number: z.int() }).nullable(),
  /** Why this one cannot be told in writing, or was not; null where nothing stands in the way. */
  reason: unreachedReason.nullable(),
  /** What a colleague remarked on skipping it, or on the phone. */
  remark: z.string().nullable(),
  /** Where they can be called. */
  phone: z.string().nullable(),
  heardBy: person.nullable(),
  readBy: person.nullable(),
  toldByPhoneBy: person.nullable(),
  sendAt: instant.nullable(),
  settledAt: instant.nullable(),
});
export type LetterRow = z.infer<typeof letterRow>;

export const answerView = z.object({
  messageId: id,
  case: z.object({ id, number: z.int() }).nullable(),
  saidBy: z.string(),
  words: z.string(),
  at: instant,
  isThanks: z.boolean(),
  /** A voice was captured from it. */
  isHeard: z.boolean(),
});

export const loopView = z.object({
  /** What is told now; null where nothing was decided, or it is being decided anew. */
  now: z.object({ decisionId: id, occasion, kind: z.enum(['take', 'leave']), reason: leaveReason.nullable(), words: inBoth, toRead: z.object({ it: z.int(), en: z.int() }), /** Of those to be read, who cannot be written to. */ cannot: z.object({ it: z.int(), en: z.int() }), leaving: z.int() }).nullable(),
  figures: z.array(loopCounts.extend({ decisionId: id, occasion, isNow: z.boolean() })),
  answered: z.object({ thanks: z.int(), words: z.int(), items: z.array(answerView) }),
  /** Whether the caller may read the letters and let them go, and whether there is a language model to ask for other words. */
  may: z.object({ tell: z.boolean(), reword: z.boolean() }),
});
export type LoopView = z.infer<typeof loopView>;

const onTheme = { access: 'signed_in', object: 'theme', params: idParams } as const;
const onLetter = { access: 'signed_in', object: 'loop_letter', params: idParams } as const;
const count = z.object({ letters: z.int() });
const done = z.object({ id });

export const readLoop = get('/themes/:id/loop', { summary: 'Who was told what came of it, who waits to be, and what they answered.', ...onTheme, out: loopView });
export const listLetters = get('/themes/:id/letters', {
  summary: 'The letters about what was decided or shipped, fifty at a time. Names only for whoever may let them go.',
  ...onTheme, query: z.object({ state: letterState.optional(), language: language.optional(), cursor: z.string().max(300).optional() }), out: page(letterRow),
});
export const readLetter = get('/loop-letters/:id', { summary: 'One letter as it would leave now, or as it left.', ...onLetter, out: letterRow.extend({ text: z.string() }) });
export const writeLetter = put('/loop-letters/:id/text', { summary: 'Words for this one customer; null goes back to what everybody is told.', ...onLetter, body: z.object({ text: paragraph(5_000).nullable() }), out: done });
export const skipLetter = post('/loop-letters/:id/skip', { summary: 'This customer is not written to, with the reason.', ...onLetter, body: z.object({ why: line(300) }), out: done });
export const returnLetter = post('/loop-letters/:id/return', { summary: 'Back among those to be read: skipped by mistake, or there is an address now.', ...onLetter, out: done });
export const tellByPhone = post('/loop-letters/:id/call', { summary: 'Somebody told this customer on the phone.', ...onLetter, body: z.object({ remark: line(300).nullable().default(null) }), out: done });
export const writeLoopWords = put('/themes/:id/loop/words', {
  summary: 'What everybody is told, once in each language. Letters that a person rewrote keep their own words.',
  ...onTheme, body: z.object({ it: paragraph(1_500).nullable().optional(), en: paragraph(1_500).nullable().optional() }), out: done,
});
export const releaseLetters = post('/themes/:id/loop/release', {
  summary: 'Lets letters go that the caller has read: those named, those of a language, or all. They can be taken back for some seconds.',
  ...onTheme,
  body: z.object({ letterIds: z.array(id).min(1).max(2_000).optional(), language: language.optional(), undoSeconds: z.int().min(0).max(60).default(10) }),
  out: count.extend({ sendAt: instant }),
});
export const takeLettersBack = del('/themes/:id/loop/release', { summary: 'Takes back what has not left yet.', ...onTheme, out: count });

const twice = z.object({ before: z.int(), after: z.int() });
const worth = z.object({ customers: z.int(), valueCents: z.int() });

const ratio = z.object({ value: z.number().nullable(), low: z.number(), high: z.number().nullable() });
const won = z.object({ count: z.int(), cents: z.int() });

export const broughtView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not_shipped') }),
  /** Too little time on one side for figures that mean something. */
  z.object({ state: z.literal('too_early'), shippedAt: instant, readableAt: instant.nullable() }),
  z.object({
    state: z.literal('measured'),
    shippedAt: instant,
    /** Whole weeks on each side. */
    weeks: z.int(),
    /** Voices of the theme. */
    voices: twice,
    /** All voices that were captured in the same weeks: whether we listened as much. */
    everything: twice,
    perWeek: z.object({ before: z.array(z.int()), after: z.array(z.int()) }),
    /** Voices after for each voice before, with its 95 % interval; null where it is unbounded or nothing was said. */
    ratio: ratio.nullable(),
    /** Customers of it who boiled over on any case, of `customers`. */
    boiled: twice.extend({ customers: z.int() }),
    /** Those who had said before that they would leave, by what is known of them since. */
    leaving: z.object({ all: worth, wroteSince: worth, silentSince: worth, saidAgain: worth }),
    /** Opportunities won with customers of it, whatever they were about, and how many after for each before. */
    won: z.object({ before: won, after: won, ratio: ratio.nullable() }),
  }),
]);
export type BroughtView = z.infer<typeof broughtView>;

export const readBrought = get('/themes/:id/brought', {
  summary: 'What it brought since it shipped: the same weeks before and after. An association, not a cause.', ...onTheme, out: broughtView,
});
