import type { Language } from '#base/texts.ts';

/**
 * Whom an update reaches. It goes to the customer of every linked case that is open, once to each, in the language of their case.
 * Nobody is written to in a language they did not choose, nor at an address from which our last mail came back: they are listed as
 * not told, with the reason, until somebody finds a way.
 */
export type ReachReason = 'no_address' | 'bounced' | 'merged' | 'over' | 'language_missing';

export interface Reachable {
  readonly caseId: string;
  readonly customerId: string;
  readonly language: Language;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  readonly hasAddress: boolean;
  /** The last mail that we sent to this address came back, or was refused for good. */
  readonly lastCameBack: boolean;
}

/** Why this customer cannot be told; null where they can. `languages`: those in which the update is written. */
export const whyNotTold = (one: Reachable, languages: readonly Language[]): ReachReason | null => {
  if (one.isMerged) return 'merged';
  if (!one.isOpen) return 'over';
  if (!one.hasAddress) return 'no_address';
  if (one.lastCameBack) return 'bounced';
  return languages.includes(one.language) ? null : 'language_missing';
};

export interface Reach<One extends Reachable> {
  readonly told: readonly One[];
  /** Further cases of customers who are told on another one: it is noted there, and no second mail goes out. */
  readonly noted: readonly One[];
  readonly cannot: readonly { readonly one: One; readonly reason: ReachReason }[];
}

/** All linked cases, sorted by whether they will be told. The order given decides on which case a customer is told. */
export const reachOf = <One extends Reachable>(all: readonly One[], languages: readonly Language[]): Reach<One> => {
  const told: One[] = [];
  const noted: One[] = [];
  const cannot: { one: One; reason: ReachReason }[] = [];
  const customers = new Set<string>();
  for (const one of all) {
    const reason = whyNotTold(one, languages);
    if (reason !== null) cannot.push({ one, reason });
    else if (customers.has(one.customerId)) noted.push(one);
    else {
      customers.add(one.customerId);
      told.push(one);
    }
  }
  return { told, noted, cannot };
};
