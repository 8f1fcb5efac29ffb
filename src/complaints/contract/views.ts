import { z } from 'zod';
import { id, instant, language, localDate } from '#base/shapes.ts';
import { channel } from '#channels/contract.ts';
import { details, entryView, escalatedTo, escalationResult, outcome, paidFor, severity } from './entries.ts';
import { sector, termView } from './terms.ts';

const person = z.object({ id, name: z.string() });

const complaintState = z.enum(['registered', 'acknowledged', 'interim', 'answered', 'closed', 'annulled']);

/** A complaint came by one of our channels, by certified mail, in a letter or over the counter. */
export const complaintChannel = z.enum([...channel.options, 'pec', 'letter', 'counter']);

export const complaintRow = z.object({
  id,
  /** `R-2026-0001`. */
  label: z.string(),
  caseId: id,
  caseNumber: z.int(),
  customer: person,
  complainant: z.string(),
  onBehalfOf: z.string().nullable(),
  sector,
  topic: z.string(),
  severity,
  channel: complaintChannel,
  receivedAt: instant,
  /** The last day of the term. */
  dueOn: localDate,
  /** The instant at which that day is over. */
  dueAt: instant,
  state: complaintState,
  /** Past its term without an answer. */
  isOverdue: z.boolean(),
  /** Null while it is not answered. */
  withinTerm: z.boolean().nullable(),
  outcome: outcome.nullable(),
  /** Null where nobody owns the case yet. */
  responsible: person.nullable(),
  department: person,
  answeredAt: instant.nullable(),
  closedAt: instant.nullable(),
});
export type ComplaintRow = z.infer<typeof complaintRow>;

const otherComplaint = z.object({ id, label: z.string(), topic: z.string(), receivedAt: instant });

export const complaintView = complaintRow.extend({
  details,
  registeredAt: instant,
  registeredBy: z.string(),
  proof: z.string().nullable(),
  /** Their words, as they came, and the message that brought them; null where they came on paper or at the counter. */
  said: z.string(),
  messageId: id.nullable(),
  /** What came with the message, by name. */
  files: z.array(z.string()),
  term: termView,
  firstDueOn: localDate,
  /** The last day that an interim reply may name; null where the rule knows none. */
  longestOn: localDate.nullable(),
  acknowledgedAt: instant.nullable(),
  interimAt: instant.nullable(),
  annulledAt: instant.nullable(),
  repeats: otherComplaint.nullable(),
  /** Others of the same customer. */
  others: z.array(otherComplaint),
  requests: z.array(z.object({ id, department: z.string(), question: z.string(), askedAt: instant, dueAt: instant, settledAt: instant.nullable() })),
  /** What is owed without being asked, by the rule and until today. */
  indemnityCents: z.int(),
  paidCents: z.int(),
  payments: z.array(z.object({ id, what: paidFor, cents: z.int(), paidOn: localDate, reference: z.string().nullable(), by: z.string() })),
  actions: z.array(z.object({ id, text: z.string(), owner: person, dueOn: localDate, doneAt: instant.nullable(), how: z.string().nullable() })),
  escalations: z.array(z.object({ id, to: escalatedTo, body: z.string(), on: localDate, reference: z.string().nullable(), result: escalationResult.nullable(), words: z.string().nullable() })),
  /** A letter that can still be taken back. */
  onItsWay: z.object({ kind: z.enum(['acknowledgement', 'interim', 'final']), pendingId: id, sendAt: instant }).nullable(),
  entries: z.array(entryView),
  /** What a letter about it is written with. */
  letter: z.object({ language, customerName: z.string(), writerDepartment: z.string(), companyName: z.string(), timeZone: z.string(), seenEventId: z.int(), isCaseOpen: z.boolean() }),
});
export type ComplaintView = z.infer<typeof complaintView>;

/** What was registered, answered and paid in a period; what was open at its end. */
export const complaintFigures = z.object({ received: z.int(), open: z.int(), overdue: z.int(), answered: z.int(), withinTerm: z.int(), upheld: z.int(), paidCents: z.int() });
export type ComplaintFigures = z.infer<typeof complaintFigures>;

const bySector = z.object({ sector, received: z.int(), answered: z.int(), withinTerm: z.int(), meanDays: z.number().nullable() });

export const statistics = complaintFigures.extend({
  annulled: z.int(),
  interims: z.int(),
  escalated: z.int(),
  /** Days of the calendar from receiving to answering, of what was answered in the period. */
  meanDays: z.number().nullable(),
  outcomes: z.object({ upheld: z.int(), partly: z.int(), rejected: z.int(), settled: z.int() }),
  sectors: z.array(bySector),
  topics: z.array(z.object({ topic: z.string(), received: z.int() })),
});
export type Statistics = z.infer<typeof statistics>;
