import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { id, idParams, instant, language, line, nothing, paragraph } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';

const person = z.object({ id, name: z.string() });
const done = z.object({ id });

export const incidentState = z.enum(['investigating', 'identified', 'resolved']);
export type IncidentState = z.infer<typeof incidentState>;

const inBoth = <Text extends z.ZodType>(text: Text) => z.object({ it: text.nullable().default(null), en: text.nullable().default(null) });
const saidInBoth = z.object({ it: z.string().nullable(), en: z.string().nullable() });
/** The same in both languages of the company; null where it is not written yet. */
export type InBoth = z.infer<typeof saidInBoth>;

const about = {
  title: inBoth(line(150)),
  /** What is known, for colleagues and for the public page. */
  known: inBoth(paragraph(2_000)).default({ it: null, en: null }),
  /** Whose cause it is. */
  departmentId: id,
  /** By what its cases are recognised. */
  words: z.array(line(60)).max(20).default([]),
};
export const incidentChange = z.object(about);
export type IncidentChange = z.output<typeof incidentChange>;

export const incidentInput = z.object({
  ...about,
  state: incidentState.exclude(['resolved']).default('investigating'),
  beganAt: instant,
  nextUpdateAt: instant,
  /** The case with which it came to light. */
  caseId: id.nullable().default(null),
});
export type IncidentInput = z.output<typeof incidentInput>;

/** Why somebody was not told. The last two happen after an update has left. */
export const untoldReason = z.enum(['no_address', 'bounced', 'merged', 'over', 'language_missing', 'delivery_failed', 'linked_afterwards']);
export type UntoldReason = z.infer<typeof untoldReason>;

const untoldCounts = z.partialRecord(untoldReason, z.int());

export const updateView = z.object({
  id,
  state: incidentState,
  texts: saidInBoth,
  nextUpdateAt: instant.nullable(),
  writtenBy: person,
  writtenAt: instant,
  sendAt: instant,
  /** `waiting`: it can still be taken back. */
  stage: z.enum(['waiting', 'sending', 'sent']),
  /** `noted`: the same customer was told on another case. */
  told: z.object({ it: z.int(), en: z.int(), noted: z.int() }),
  onTheirWay: z.int(),
  untold: untoldCounts,
});
export type UpdateView = z.infer<typeof updateView>;

export const incidentRow = z.object({
  id,
  number: z.int(),
  title: saidInBoth,
  department: person,
  state: incidentState,
  keeper: person,
  beganAt: instant,
  nextUpdateDueAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  linked: z.int(),
  /** Of the linked cases, those whose owner has not finished. */
  open: z.int(),
  suggested: z.int(),
});
export type IncidentRow = z.infer<typeof incidentRow>;

export const incidentView = incidentRow.extend({
  known: saidInBoth,
  openedAt: instant,
  words: z.object({ marked: z.array(z.string()), learnt: z.array(z.string()) }),
  dismissed: z.int(),
  updates: z.array(updateView),
});
export type IncidentView = z.infer<typeof incidentView>;

/** How a case stands to an incident. Dismissed stays dismissed. */
export const standing = z.enum(['suggested', 'linked', 'dismissed']);
export type Standing = z.infer<typeof standing>;

export const caseOfIncident = z.object({
  caseId: id,
  number: z.int(),
  subject: z.string(),
  customer: person,
  language,
  owner: person.nullable(),
  isOpen: z.boolean(),
  /** The words by which it was recognised. */
  words: z.array(z.string()),
  sameDepartment: z.boolean(),
  heardAt: instant.nullable(),
});
export type CaseOfIncident = z.infer<typeof caseOfIncident>;

const read = { access: 'signed_in', object: 'incident', params: idParams } as const;
const write = { access: serviceRoles, object: 'incident', params: idParams } as const;
const some = z.array(id).min(1).max(500);

export const listIncidents = get('/incidents', { summary: 'What is wrong now, the most urgent first, and what was lately.', access: 'signed_in', out: z.object({ items: z.array(incidentRow) }) });
export const openIncident = post('/incidents', { summary: 'Opens an incident. Whoever opens it keeps it.', access: serviceRoles, body: incidentInput, out: done });
export const readIncident = get('/incidents/:id', { summary: 'An incident with its updates, and how many were told.', ...read, out: incidentView });
export const changeIncident = put('/incidents/:id', { summary: 'Changes what is known, whose cause it is, and by which words its cases are recognised.', ...write, body: incidentChange, out: done });
export const publishIncident = put('/incidents/:id/publication', { summary: 'Shows it, with its updates, on the public page.', ...write, out: done });
export const unpublishIncident = del('/incidents/:id/publication', { summary: 'Takes it off the public page.', ...write, out: done });

export const casesOfIncident = get('/incidents/:id/cases', {
  summary: 'Its cases: those that are linked, those that look like it, those that were dismissed. The first five hundred.',
  ...write,
  query: z.object({ stands: standing }),
  out: z.object({ items: z.array(caseOfIncident), total: z.int() }),
});
export const sortCases = put('/incidents/:id/cases', {
  summary: 'Links cases, dismisses them, or puts them back among those that look like it. What is over or merged is left out.',
  ...write,
  body: z.object({ caseIds: some, stands: standing }),
  out: z.object({ sorted: z.int(), leftOut: z.int() }),
});

const onCase = { access: serviceRoles, object: 'case', params: idParams } as const;
export const incidentOfCase = z.object({ id, number: z.int(), title: saidInBoth, state: incidentState, stands: standing.exclude(['dismissed']), words: z.array(z.string()), nextUpdateDueAt: instant.nullable() });
export type IncidentOfCase = z.infer<typeof incidentOfCase>;
export const incidentsOfCase = get('/cases/:id/incidents', { summary: 'The incidents that a case belongs to, or looks like.', ...onCase, out: z.object({ items: z.array(incidentOfCase) }) });
export const tellingWords = get('/cases/:id/telling-words', { summary: 'Words of the customer that ordinary cases do not have: what an incident may be recognised by.', ...onCase, out: z.object({ words: z.array(z.string()) }) });

/** Somebody whom an update would reach, for the preview. */
const example = z.object({ customerName: z.string(), ownerName: z.string().nullable(), caseNumber: z.int() });
export const reachView = z.object({
  /** How many would be told in each language; a customer with two cases counts once. */
  told: z.object({ it: z.int(), en: z.int() }),
  noted: z.int(),
  cannot: z.array(z.object({ reason: untoldReason, count: z.int(), examples: z.array(z.object({ caseId: id, number: z.int(), customerName: z.string() })) })),
  examples: z.object({ it: example.nullable(), en: example.nullable() }),
  companyName: z.string(),
  timeZone: z.string(),
});
export type ReachView = z.infer<typeof reachView>;
export const readReach = get('/incidents/:id/reach', { summary: 'Whom an update would reach, in which language, and who cannot be told and why.', ...write, out: reachView });

export const updateInput = z.object({
  texts: inBoth(paragraph(5_000)),
  state: incidentState,
  /** By when everybody hears again; null where it is resolved. */
  nextUpdateAt: instant.nullable(),
  undoSeconds: z.int().min(0).max(60).default(10),
});
export type UpdateInput = z.output<typeof updateInput>;
export const writeUpdate = post('/incidents/:id/updates', { summary: 'Tells all its open cases, each in its language. It leaves when the time to take it back is over.', ...write, body: updateInput, out: z.object({ id, sendAt: instant }) });

const onUpdate = { access: serviceRoles, object: 'incident_update', params: idParams } as const;
export const takeUpdateBack = del('/incident-updates/:id', { summary: 'Takes an update back before it leaves: nobody was told.', ...onUpdate, out: done });
export const untoldCase = z.object({ caseId: id, number: z.int(), customer: person, language, reason: untoldReason });
export type UntoldCase = z.infer<typeof untoldCase>;
export const readUntold = get('/incident-updates/:id/untold', { summary: 'Who was not told, and why. The first five hundred.', ...onUpdate, out: z.object({ items: z.array(untoldCase), total: z.int() }) });
export const tellNow = post('/incident-updates/:id/tellings', {
  summary: 'Tells them now what the latest update says; the words of a missing language can be brought along.',
  ...onUpdate,
  body: z.object({ caseIds: some, texts: inBoth(paragraph(5_000)).default({ it: null, en: null }), undoSeconds: z.int().min(0).max(60).default(10) }),
  out: z.object({ telling: z.int(), sendAt: instant }),
});
export const stopTelling = del('/incident-updates/:id/tellings', { summary: 'Takes back what has not left yet of telling the others.', ...onUpdate, out: z.object({ stopped: z.int() }) });

export const readStatusPage = get('/status', {
  summary: 'The public page, as plain HTML: open incidents that are shown there, with their updates. `lang` chooses its language.',
  access: 'public',
  query: z.object({ lang: language.optional().catch(undefined) }),
  out: nothing,
});

const ofIncident = { incidentId: id, number: z.int(), title: saidInBoth };
/** What stands in the history of a case. */
export const incidentCaseEvents = defineEvents({
  'incident.linked': z.object({ ...ofIncident, words: z.array(z.string()) }),
  'incident.unlinked': z.object(ofIncident),
  'incident.told': z.object({ ...ofIncident, updateId: id }),
  'incident.noted': z.object({ ...ofIncident, updateId: id, onNumber: z.int() }),
  'incident.not_told': z.object({ ...ofIncident, updateId: id, reason: untoldReason }),
});
/** What happened to the incident itself. */
export const incidentEvents = defineEvents({
  'incident.opened': z.object({ ...ofIncident, state: incidentState, departmentId: id }),
  'incident.changed': z.object(ofIncident),
  'incident.published': z.object(ofIncident),
  'incident.unpublished': z.object(ofIncident),
  'incident.update_written': z.object({ ...ofIncident, updateId: id, state: incidentState }),
  'incident.update_taken_back': z.object({ ...ofIncident, updateId: id }),
  'incident.update_begun': z.object({ ...ofIncident, updateId: id, state: incidentState, nextUpdateAt: instant.nullable() }),
  'incident.update_late': z.object({ ...ofIncident, dueAt: instant }),
});
