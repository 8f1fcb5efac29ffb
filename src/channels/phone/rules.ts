import { refuse, type Refusal } from '#base/refusal.ts';

/**
 * Which case a call is about. What the caller chose counts, a new matter included. Where nothing was chosen, it is the one open case
 * that the customer has; with none it is a new matter; with several somebody who heard the call has to say, because a guess would put
 * one matter's words into another's.
 */
export type CallRefusal = Refusal<'call.which_case'>;

/** The id of the case, or null for a new one. `chosen` is undefined where nobody said. */
export const caseOfCall = (chosen: string | null | undefined, open: readonly { readonly id: string }[]): string | null | CallRefusal => {
  if (chosen !== undefined) return chosen;
  if (open.length > 1) return refuse('call.which_case', { count: open.length, choices: JSON.stringify(open) });
  return open[0]?.id ?? null;
};
