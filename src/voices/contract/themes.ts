import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { id, idParams, instant, line, localDate, page, paragraph } from '#base/shapes.ts';
import { insightKind, leaveReason, themeState } from './kinds.ts';

const person = z.object({ id, name: z.string() });
const named = z.object({ id, number: z.int(), title: z.string() });

export const decisionView = z.object({
  id,
  kind: z.enum(['take', 'leave']),
  reason: leaveReason.nullable(),
  words: z.string(),
  doer: person.nullable(),
  doerDepartment: person.nullable(),
  shipsBy: localDate.nullable(),
  decidedBy: person,
  decidedAt: instant,
  /** What stood behind it on that day. */
  customers: z.int(),
  valueCents: z.int(),
  atRisk: z.int(),
  voices: z.int(),
  shippedAt: instant.nullable(),
  shippedWords: z.string().nullable(),
  /** A later decision stands above it. */
  isSuperseded: z.boolean(),
});
export type DecisionView = z.infer<typeof decisionView>;

export const themeRow = z.object({
  id,
  number: z.int(),
  title: z.string(),
  state: themeState,
  topic: z.object({ id, nameIt: z.string(), nameEn: z.string() }),
  department: person,
  product: z.string().nullable(),
  /** With their own department: a decision is also given to somebody of another one than the topic's. */
  decider: person.extend({ department: z.string() }),
  /** By when somebody takes or leaves it; null where a decision stands. */
  decideBy: instant.nullable(),
  climbedTo: z.int(),
  openedAt: instant,
  voices: z.int(),
  customers: z.int(),
  /** Yearly value of its customers, in cents, each counted once; companies by their own value. */
  valueCents: z.int(),
  /** Customers of it who boiled over in the last 90 days, on any case. */
  boiled: z.int(),
  /** Customers of it who said that they would leave. */
  leaving: z.int(),
  /** Voices in each of the last eight weeks, the oldest first. */
  weeks: z.array(z.int()),
  lastSaidAt: instant.nullable(),
  decision: decisionView.nullable(),
  /** Customers who are still to be told of what was decided or shipped. */
  toTell: z.int(),
});
export type ThemeRow = z.infer<typeof themeRow>;

export const themeList = z.enum(['undecided', 'taken', 'left', 'to_tell', 'proposed', 'shipped']);
export type ThemeList = z.infer<typeof themeList>;

export const listThemes = get('/themes', {
  summary: 'Themes in a state. Undecided: the longest overdue first, then by day; others: decided last first.',
  access: 'signed_in',
  query: z.object({ list: themeList.default('undecided'), topicId: id.optional(), like: z.string().max(200).optional(), cursor: z.string().max(300).optional() }),
  out: page(themeRow),
});

export const themeView = themeRow.extend({
  openedBy: person.nullable(),
  mergedInto: named.nullable(),
  decisions: z.array(decisionView),
  /** Merges and splits that can be undone, the latest first. */
  steps: z.array(z.object({ id, kind: z.enum(['merge', 'split']), from: named, to: named, at: instant, by: person, voices: z.int() })),
  /** Themes that may say the same. */
  alike: z.array(named.extend({ customers: z.int(), score: z.number() })),
  kinds: z.array(z.object({ kind: insightKind, voices: z.int() })),
  /** What the caller may do. */
  may: z.object({ decide: z.boolean(), change: z.boolean() }),
  publishedAt: instant.nullable(),
});
export type ThemeView = z.infer<typeof themeView>;

const onTheme = { access: 'signed_in', object: 'theme', params: idParams } as const;
const themeInput = z.object({ title: line(120), topicId: id, product: line(80).nullable().default(null) });

export const readTheme = get('/themes/:id', { summary: 'A theme with its figures, its decisions and what may be done. Of a merged one, the theme that its voices stand in now.', ...onTheme, out: themeView });
export const openTheme = post('/themes', { summary: 'Opens a theme, with voices that have none.', access: 'signed_in', body: themeInput.extend({ insightIds: z.array(id).max(500).default([]) }), out: z.object({ id }) });
export const changeTheme = put('/themes/:id', { summary: 'Changes title, topic or product. With another topic it goes to that topic’s decider; its day stays.', ...onTheme, body: themeInput, out: z.object({ id }) });
export const confirmTheme = post('/themes/:id/confirmation', { summary: 'What was found at night is a theme: from now on its clock runs.', ...onTheme, body: themeInput, out: z.object({ id }) });
export const dissolveTheme = del('/themes/:id', { summary: 'What was found at night is no theme: its voices are loose again. Only of proposed ones.', ...onTheme, out: z.object({ id }) });

export const mergeTheme = post('/themes/:id/merge', {
  summary: 'Puts all its voices, and with them every customer, into another theme.',
  ...onTheme, body: z.object({ intoId: id }), out: z.object({ stepId: id }),
});
export const splitTheme = post('/themes/:id/split', {
  summary: 'Puts some of its voices into a theme of their own, with what was decided about them.',
  ...onTheme, body: themeInput.extend({ insightIds: z.array(id).min(1).max(500) }), out: z.object({ stepId: id, newId: id }),
});
export const undoThemeStep = post('/theme-steps/:id/undo', { summary: 'Undoes a merge or a split: every voice is back where it was.', access: 'signed_in', object: 'theme_step', params: idParams, out: z.object({ id }) });
export const dismissLikeness = post('/themes/:id/unlike', { summary: 'The two do not say the same; it is not suggested again.', ...onTheme, body: z.object({ otherId: id }), out: z.object({ id }) });

export const takeTheme = post('/themes/:id/take', {
  summary: 'Takes it: who does it, and by when.',
  ...onTheme,
  body: z.object({ doerId: id.nullable().default(null), doerDepartmentId: id.nullable().default(null), shipsBy: localDate, words: paragraph(1_000) }),
  out: decisionView,
});
export const leaveTheme = post('/themes/:id/leave', {
  summary: 'Leaves it: why, from a list that can be counted and in words for whoever asked.',
  ...onTheme, body: z.object({ reason: leaveReason, words: paragraph(1_000) }), out: decisionView,
});
export const handTheme = put('/themes/:id/decider', {
  summary: 'Gives the decision to somebody else, with a reason. The day stays.',
  ...onTheme, body: z.object({ memberId: id, why: line(300) }), out: z.object({ id }),
});
export const publishTheme = put('/themes/:id/public', { summary: 'Shows it on the public page of ideas, or no longer. Never its words.', ...onTheme, body: z.object({ isPublic: z.boolean() }), out: z.object({ id }) });

const onDecision = { access: 'signed_in', object: 'decision', params: idParams } as const;
export const shipDecision = post('/decisions/:id/shipping', { summary: 'What was taken is out: since when, and in words for whoever asked.', ...onDecision, body: z.object({ words: paragraph(1_000) }), out: decisionView });
export const moveShipping = put('/decisions/:id/day', { summary: 'A new day, with the reason; the first stays in the history.', ...onDecision, body: z.object({ shipsBy: localDate, why: line(300) }), out: decisionView });
