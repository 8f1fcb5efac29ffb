import { z } from 'zod';
import { id, instant, line, localDate } from '#base/shapes.ts';
import { contractView } from './agreements.ts';
import { filledField, requestState, turnKind } from './parts.ts';
import { urgency } from './templates.ts';
import { person } from '#cases/contract/views.ts';

/** A request climbs by itself: to the department again, to its head, to the directors. */
export const climbStep = z.enum(['reminder', 'head', 'director']);
export type ClimbStep = z.infer<typeof climbStep>;

/** An answer that needs only a tap. `asksDate` is the question that comes with it ("Quando parte?"). */
export const choice = z.object({ label: line(60), asksDate: line(80).nullable().default(null) });
export type Choice = z.output<typeof choice>;

export const department = z.object({ id, name: z.string() });

const fileView = z.object({ id, name: z.string(), type: z.string(), size: z.number().int() });

/** Something said on a request. `reply` and `sent_back` are ours, all others are the department's. */
export const turnView = z.object({
  id,
  kind: turnKind,
  by: z.string(),
  via: z.enum(['email', 'page', 'app']),
  text: z.string(),
  folded: z.string(),
  choice: z.string().nullable(),
  promisedFor: localDate.nullable(),
  whoseIsIt: z.string().nullable(),
  at: instant,
  files: z.array(fileView),
});
export type TurnView = z.infer<typeof turnView>;

export const climbView = z.object({ at: instant, step: climbStep, toName: z.string(), byHand: z.boolean() });

/** By what a department is held to its time: what colleagues agreed on, or the contract with a supplier. */
export const clock = z.enum(['agreement', 'contract']);

export const requestView = z.object({
  id,
  caseId: id,
  department,
  askedBy: person,
  question: z.string(),
  why: z.string(),
  choices: z.array(z.object({ label: z.string(), asksDate: z.string().nullable() })),
  kind: z.string().nullable(),
  urgency,
  fields: z.array(filledField),
  clock,
  contractReference: z.string().nullable(),
  sentTo: z.string(),
  askedAt: instant,
  dueAt: instant,
  state: requestState,
  /** Past its time: still open after it, or settled after it. A pause does not count. */
  isLate: z.boolean(),
  seenAt: instant.nullable(),
  seenBy: z.string().nullable(),
  takenAt: instant.nullable(),
  /** Who in the department said "I have it". */
  takenBy: z.string().nullable(),
  /** The last answer that was not enough, until a better one comes. `leavesAt`: the department has not been told yet, and it can be undone. */
  sentBack: z.object({ at: instant, by: z.string(), missing: z.string(), leavesAt: instant.nullable() }).nullable(),
  /** How many answers were sent back in all. */
  sentBackTimes: z.int(),
  /** When it was answered, refused or withdrawn. */
  settledAt: instant.nullable(),
  withdrawnReason: z.string().nullable(),
  turns: z.array(turnView),
  climbs: z.array(climbView),
  /** What happens next if the department stays silent; null where nothing does, or its clock stands still. */
  nextClimb: z.object({ at: instant, step: climbStep, toName: z.string() }).nullable(),
});
export type RequestView = z.infer<typeof requestView>;

/** In the list of all requests: with the case it belongs to. The customer's name is there only for who works on cases. */
export const listedRequest = requestView.extend({
  case: z.object({ number: z.number().int(), subject: z.string(), customer: z.string().nullable(), owner: z.string().nullable() }),
});
export type ListedRequest = z.infer<typeof listedRequest>;

/** What the asker sees before sending: by when, why then, who answers, and to whom silence climbs. */
export const duePreview = z.object({
  department,
  sentTo: z.string(),
  head: z.string().nullable(),
  /** The agreement, in minutes of working time. */
  answersWithinMinutes: z.number().int(),
  clock,
  contract: contractView.nullable(),
  dueAt: instant,
  /** When the department opens next; null where it is open now. */
  opensAt: instant.nullable(),
  /** Days between now and then on which it would work, and does not: a holiday, a closing. */
  closings: z.array(z.object({ date: localDate, name: z.string() })),
  timeZone: z.string(),
  climbs: z.array(z.object({ step: climbStep, at: instant, toName: z.string() })),
});
export type DuePreview = z.infer<typeof duePreview>;
