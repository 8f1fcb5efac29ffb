/**
 * Of what was handed over in a period: how much has a known outcome, and what it brought. `late`: owes a word and is past its time at the
 * end of the period. `outcomeRate`: those with a known outcome (won, lost, or nothing) of all; null where nothing was handed over. What was
 * taken back is no part of it. There is no figure for a single person.
 */
export interface OpportunityFigures {
  readonly handedOver: number;
  readonly open: number;
  readonly late: number;
  readonly won: number;
  readonly lost: number;
  readonly nothing: number;
  readonly wonCents: number;
  /** What is estimated of those that are open, in cents. */
  readonly openCents: number;
  readonly outcomeRate: number | null;
  /** From handing over to the first answer (taken, or concluded at once), in milliseconds of real time: the median of those that have one. */
  readonly medianFirstAnswer: number | null;
}

export const rateOf = ({ handedOver, open }: Pick<OpportunityFigures, 'handedOver' | 'open'>): number | null => (handedOver === 0 ? null : (handedOver - open) / handedOver);
