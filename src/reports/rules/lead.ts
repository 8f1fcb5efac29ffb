import type { Digest } from '../contract.ts';

/** What the paragraph below the headline says, in this order; three sentences at most, so that it is read. */
export type LeadPart =
  | { readonly code: 'cause'; readonly cause: Digest['boiled']['byCause'][number]; readonly undecided: { readonly decider: string; readonly daysLate: number } | null }
  | { readonly code: 'promises'; readonly rate: number; readonly before: number | null }
  | { readonly code: 'silence'; readonly hours: number; readonly before: number | null };

/** The most common reason with who is to decide on it; how promises went; the longest silence. Only what there is to say. */
export const leadOf = ({ boiled, undecided, promises, silence }: Digest): LeadPart[] => {
  // What one says may be chance; the headline speaks of a reason from two on, and so does this.
  const cause = boiled.byCause.find(({ cause: kind, customers }) => kind !== 'service' && customers > 1);
  const late = undecided.items.find(({ id }) => id === cause?.id);
  return [
    ...(cause === undefined ? [] : [{ code: 'cause' as const, cause, undecided: late === undefined ? null : { decider: late.decider, daysLate: late.daysLate } }]),
    ...(promises.all.rate === null ? [] : [{ code: 'promises' as const, rate: promises.all.rate, before: promises.rateBefore }]),
    ...(silence.longestHours === null ? [] : [{ code: 'silence' as const, hours: silence.longestHours, before: silence.longestBefore }]),
  ];
};

const wordsAMinute = 180;

/** How long it takes to read, in whole minutes, at 180 words a minute; one at least. */
export const minutesToRead = (text: string): number => Math.max(1, Math.round(text.split(/\s+/u).length / wordsAMinute));
