import type { Instant } from '#base/clock.ts';
import type { LocalDate } from '#calendar/rules.ts';
import { refuse, type Refusal } from '#base/refusal.ts';

/**
 * A formal complaint stands in the register for ever. It is registered; the customer hears that it is, by which number and until when;
 * where the rule allows it, an interim reply says why the answer takes longer and on which day it comes; the final reply says what we
 * looked at, what we decided and why, what is done about it, and where the customer can go next. It is closed when nothing that we owe
 * is left open. What was registered by mistake is annulled with a reason, and keeps its number.
 */
export type ComplaintRefusal = Refusal<
  | 'complaint.not_of_this_case'
  | 'complaint.in_the_future'
  | 'complaint.registered_already'
  | 'complaint.no_term'
  | 'complaint.is_annulled'
  | 'complaint.answered_already'
  | 'complaint.acknowledged_already'
  | 'complaint.letter_on_its_way'
  | 'complaint.no_interim'
  | 'complaint.interim_too_late'
  | 'complaint.interim_not_later'
  | 'complaint.interim_too_far'
  | 'complaint.content_missing'
  | 'complaint.not_answered_yet'
  | 'complaint.something_open'
  | 'complaint.closed_already'
  | 'complaint.paid_in_the_future'
  | 'complaint.nothing_to_withdraw'
  | 'complaint.withdrawn_already'
>;

export type ComplaintStateName = 'registered' | 'acknowledged' | 'interim' | 'answered' | 'closed' | 'annulled';

export interface ComplaintFacts {
  readonly acknowledgedAt: Instant | null;
  readonly interimAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly annulledAt: Instant | null;
  readonly dueAt: Instant;
  /** A letter of the register can still be taken back. */
  readonly isWriting: boolean;
}

export const stateOf = ({ acknowledgedAt, interimAt, answeredAt, closedAt, annulledAt }: ComplaintFacts): ComplaintStateName => {
  if (annulledAt !== null) return 'annulled';
  if (closedAt !== null) return 'closed';
  if (answeredAt !== null) return 'answered';
  if (interimAt !== null) return 'interim';
  return acknowledgedAt === null ? 'registered' : 'acknowledged';
};

/** Past its term without an answer. */
export const isOverdue = ({ answeredAt, annulledAt, dueAt }: Pick<ComplaintFacts, 'answeredAt' | 'annulledAt' | 'dueAt'>, now: Instant): boolean =>
  answeredAt === null && annulledAt === null && dueAt <= now;

/** Whether it was answered within its term; null while it is not answered. */
export const withinTerm = ({ answeredAt, dueAt }: Pick<ComplaintFacts, 'answeredAt' | 'dueAt'>): boolean | null => (answeredAt === null ? null : answeredAt <= dueAt);

/** `R-2026-0001`, as it stands in every letter about it. */
export const labelOf = (year: number, number: number): string => `R-${year}-${String(number).padStart(4, '0')}`;

/** May anything still be written about it? Null means yes. */
export const mayWorkOn = ({ annulledAt }: Pick<ComplaintFacts, 'annulledAt'>): ComplaintRefusal | null => (annulledAt === null ? null : refuse('complaint.is_annulled'));

const mayWrite = (facts: ComplaintFacts): ComplaintRefusal | null => {
  if (facts.annulledAt !== null) return refuse('complaint.is_annulled');
  if (facts.answeredAt !== null) return refuse('complaint.answered_already');
  return facts.isWriting ? refuse('complaint.letter_on_its_way') : null;
};

/** May the customer be told now that it is registered? Once; and no longer when they have had more than that. */
export const mayAcknowledge = (facts: ComplaintFacts): ComplaintRefusal | null =>
  mayWrite(facts) ?? (facts.acknowledgedAt === null ? null : refuse('complaint.acknowledged_already'));

interface Interim {
  readonly finalOn: LocalDate;
  /** The last day of the term as it stands. */
  readonly dueOn: LocalDate;
  /** The last day that may be named; null where the rule knows no interim reply. */
  readonly longestOn: LocalDate | null;
  readonly now: Instant;
}

/** May an interim reply name that day? It leaves while the term runs: once it has passed, only the answer itself helps. */
export const mayInterim = (facts: ComplaintFacts, { finalOn, dueOn, longestOn, now }: Interim): ComplaintRefusal | null => {
  const refusal = mayWrite(facts);
  if (refusal !== null) return refusal;
  if (longestOn === null) return refuse('complaint.no_interim');
  if (facts.dueAt <= now) return refuse('complaint.interim_too_late', { due: dueOn });
  if (finalOn <= dueOn) return refuse('complaint.interim_not_later', { due: dueOn });
  return finalOn > longestOn ? refuse('complaint.interim_too_far', { longest: longestOn }) : null;
};

export const mayAnswer = (facts: ComplaintFacts): ComplaintRefusal | null => mayWrite(facts);

interface LeftOpen {
  readonly actions: number;
  readonly escalations: number;
  readonly owedCents: number;
}

/** May it be closed? Only when it is answered and nothing that we owe is left: money, a corrective action, the outcome elsewhere. */
export const mayClose = (facts: ComplaintFacts, { actions, escalations, owedCents }: LeftOpen): ComplaintRefusal | null => {
  if (facts.annulledAt !== null) return refuse('complaint.is_annulled');
  if (facts.closedAt !== null) return refuse('complaint.closed_already');
  if (facts.answeredAt === null) return refuse('complaint.not_answered_yet');
  const left = actions > 0 ? 'actions' : escalations > 0 ? 'escalations' : owedCents > 0 ? 'money' : null;
  return left === null ? null : refuse('complaint.something_open', { left });
};

/** May it be annulled? Not once it was answered: the customer has that letter. */
export const mayAnnul = (facts: ComplaintFacts): ComplaintRefusal | null => mayWrite(facts);
