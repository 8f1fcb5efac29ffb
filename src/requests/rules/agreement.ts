import type { Refusal } from '#base/refusal.ts';

export type ArrangeRefusal = Refusal<'agreement.made_already' | 'contract.only_suppliers'>;

/** What an agreement is about; null stands for any. */
export interface Agreed {
  readonly departmentId: string;
  readonly kind: string | null;
  readonly urgency: string | null;
  readonly answersWithinMinutes: number;
}

export interface Question {
  readonly departmentId: string;
  readonly kind: string | null;
  readonly urgency: string;
}

const plainly = (kind: string): string => kind.trim().toLowerCase();

const holdsFor = (agreed: Agreed, question: Question): boolean =>
  agreed.departmentId === question.departmentId &&
  (agreed.kind === null || (question.kind !== null && plainly(agreed.kind) === plainly(question.kind))) &&
  (agreed.urgency === null || agreed.urgency === question.urgency);

/** The kind says more than the urgency: what is asked decides how long it takes, how much it presses only what comes first. */
const weight = ({ kind, urgency }: Agreed): number => (kind === null ? 0 : 2) + (urgency === null ? 0 : 1);

/**
 * The agreement that counts for a question: the most specific that holds for it. Kind and urgency, else the kind, else the urgency,
 * else the one for anything; null where none holds, and then the department's own time counts.
 */
export const agreementFor = <One extends Agreed>(agreements: readonly One[], question: Question): One | null =>
  agreements.filter((one) => holdsFor(one, question)).reduce<One | null>((best, one) => (best === null || weight(one) > weight(best) ? one : best), null);
