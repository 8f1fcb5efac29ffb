import { shapeOf } from './shape.ts';
import type { Said, Timeline } from './timeline.ts';

/** A message of a case of ours, as the forecast may see it: the customer's words, and those of ours that answered them. */
export interface CaseMessage {
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly memberId: string | null;
  readonly text: string;
}

export interface CaseWords {
  readonly said: readonly CaseMessage[];
  readonly past: { readonly cases: number; readonly chased: number };
  /** When the same customer spoke on other cases. */
  readonly elsewhere: readonly string[];
}

/** A case as the forecast sees it; null where the customer has not said a word. */
export const timelineOfCase = ({ said, past, elsewhere }: CaseWords): Timeline | null => {
  const all = said.map(({ at, direction, memberId, text }): Said => ({ at: Date.parse(at), by: direction === 'in' ? 'customer' : 'us', who: direction === 'in' ? '' : (memberId ?? ''), shape: shapeOf(text) }));
  const begins = all.findIndex(({ by }) => by === 'customer');
  // Where we wrote first, the story that can be compared with a thread begins with their answer.
  return begins === -1 ? null : { said: all.slice(begins).toSorted((one, other) => one.at - other.at), past, elsewhere: elsewhere.map((at) => Date.parse(at)).toSorted((one, other) => one - other) };
};
