import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { id, idParams, instant, language, line, page, paragraph } from '#base/shapes.ts';
import { channel } from '#channels/contract.ts';
import { serviceRoles } from '#people/contract.ts';
import { insightKind, insightSource } from './kinds.ts';

const person = z.object({ id, name: z.string() });
const ofTheme = z.object({ id, number: z.int(), title: z.string() });

export const insightView = z.object({
  id,
  number: z.int(),
  kind: insightKind,
  /** As they were said. Whoever does not work on cases reads them without names, addresses and numbers. */
  words: z.string(),
  source: insightSource,
  /** The customer's name, for whoever works on cases; for others "a customer since 2019". */
  saidBy: z.string(),
  customer: person.nullable(),
  saidAt: instant,
  language: language.nullable(),
  channel: channel.nullable(),
  /** Null for whoever may not open it. */
  case: z.object({ id, number: z.int() }).nullable(),
  message: z.object({ id, from: z.int(), to: z.int() }).nullable(),
  heardBy: person.nullable(),
  heardAt: instant,
  remark: z.string().nullable(),
  theme: ofTheme.nullable(),
  /** Who sees to it, and by when, that it stands in a theme on which somebody decides; null where it does. */
  waitsFor: z.object({ decider: person, by: instant }).nullable(),
  /** Yearly value of who said it, in cents; null where unknown. */
  valueCents: z.int().nullable(),
  stars: z.int().nullable(),
});
export type InsightView = z.infer<typeof insightView>;

export const suggestionView = z.object({
  id,
  messageId: id,
  from: z.int(),
  to: z.int(),
  words: z.string(),
  kind: insightKind,
  theme: ofTheme.nullable(),
});
export type SuggestionView = z.infer<typeof suggestionView>;

/** Into which theme: one that stands, a new one, or none yet. */
const themeChoice = {
  themeId: id.nullable().default(null),
  /** Opens a theme by this title where none fits. `topicId` left out: proposed by its words. */
  newTheme: z.object({ title: line(120), topicId: id.optional(), product: line(80).nullable().default(null) }).optional(),
};

const captured = z.object({ id, theme: ofTheme.nullable() });

const span = { from: z.int().min(0).max(1_000_000), to: z.int().min(1).max(1_000_000) };

export const captureOnCase = post('/cases/:id/voices', {
  summary: 'Captures what a customer said on a case: the words marked in a message, a note or a formal complaint, what they are, and into which theme.',
  access: serviceRoles,
  object: 'case',
  params: idParams,
  body: z.object({
    /** One of the three. A complaint that a message brought is captured in the message. */
    messageId: id.optional(),
    noteId: id.optional(),
    complaintId: id.optional(),
    /** Where the words begin and end in its text, in UTF-16 units. */
    ...span,
    kind: insightKind,
    remark: paragraph(1_000).nullable().default(null),
    ...themeChoice,
  }),
  out: captured,
});

export const addVoice = post('/voices', {
  summary: 'Adds something that a customer said to somebody in the company, of any department.',
  access: 'signed_in',
  body: z.object({
    words: paragraph(2_000),
    kind: insightKind,
    /** Who said it, as far as is known. */
    saidBy: line(120),
    customerId: id.nullable().default(null),
    saidAt: instant.optional(),
    remark: paragraph(1_000).nullable().default(null),
    ...themeChoice,
  }),
  out: captured,
});

const onVoice = { access: 'signed_in', object: 'voice', params: idParams } as const;

export const changeVoice = put('/voices/:id', {
  summary: 'Says better what it is, adds a remark, or puts it into another theme. The words stay as they were said.',
  ...onVoice,
  body: z.object({ kind: insightKind, remark: paragraph(1_000).nullable().default(null), ...themeChoice }),
  out: captured,
});
export const withdrawVoice = del('/voices/:id', { summary: 'Takes a capture back. What was said stays where it stands.', ...onVoice, out: z.object({ id }) });
export const returnVoice = post('/voices/:id/return', { summary: 'Brings back what was taken back.', ...onVoice, out: z.object({ id }) });

export const listVoices = get('/voices', {
  summary: 'What customers said, the newest first, fifty at a time; of those without a theme, first what is to be put into one first.',
  access: 'signed_in',
  query: z.object({
    themeId: id.optional(),
    customerId: id.optional(),
    /** Only those without a theme. */
    loose: z.enum(['yes', 'no']).default('no'),
    kind: insightKind.optional(),
    cursor: z.string().max(300).optional(),
  }),
  out: page(insightView),
});

export const voicesOfCase = get('/cases/:id/voices', {
  summary: 'What was captured on a case, and what the program would mark.',
  access: serviceRoles,
  object: 'case',
  params: idParams,
  out: z.object({ items: z.array(insightView), suggestions: z.array(suggestionView) }),
});

export const nearestThemes = post('/voices/nearest', {
  summary: 'What words are likely to be, and the themes that say nearly the same, the nearest first. Nothing is stored.',
  access: 'signed_in',
  body: z.object({ words: paragraph(2_000) }),
  out: z.object({ kind: insightKind.nullable(), topicId: id, themes: z.array(ofTheme.extend({ customers: z.int(), score: z.number() })) }),
});

const onSuggestion = { access: serviceRoles, object: 'voice_suggestion', params: idParams } as const;
export const takeSuggestion = post('/voice-suggestions/:id/capture', { summary: 'Captures what the program would mark.', ...onSuggestion, body: z.object({ kind: insightKind, ...themeChoice }), out: captured });
export const dismissSuggestion = del('/voice-suggestions/:id', { summary: 'It is nothing to be heard; it is not suggested again.', ...onSuggestion, out: z.object({ id }) });
