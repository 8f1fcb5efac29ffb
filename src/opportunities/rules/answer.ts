import { refuse, type Refusal } from '#base/refusal.ts';
import type { OpportunityTimes } from './state.ts';

export type AnswerRefusal = Refusal<'opportunity.not_there_yet' | 'opportunity.settled' | 'opportunity.taken_by' | 'opportunity.value_missing' | 'opportunity.words_missing'>;

type Known = Pick<OpportunityTimes, 'leftAt' | 'takenBackAt' | 'outcome'>;

/** May it be taken by `name`? `over`: they know that a colleague has it. Null means yes. */
export const mayTake = ({ takenBy, ...times }: Known & { readonly takenBy: string | null }, name: string, over: boolean): AnswerRefusal | null => {
  if (times.leftAt === null) return refuse('opportunity.not_there_yet');
  if (times.outcome !== null) return refuse('opportunity.settled');
  return takenBy === null || takenBy === name || over ? null : refuse('opportunity.taken_by', { name: takenBy });
};

interface Conclusion {
  readonly outcome: 'won' | 'lost' | 'nothing_came_of_it';
  readonly wonCents: number | null;
  readonly lostReason: string | null;
  readonly words: string | null;
}

/** May it be concluded like this? A lead or an order that was won has a value; an idea may have none. "Other" says what. Null means yes. */
export const mayConclude = ({ kind, ...times }: Known & { readonly kind: string }, { outcome, wonCents, lostReason, words }: Conclusion): AnswerRefusal | null => {
  if (times.leftAt === null) return refuse('opportunity.not_there_yet');
  if (outcome === 'won' && kind !== 'product_idea' && wonCents === null) return refuse('opportunity.value_missing');
  if (outcome === 'lost' && (lostReason === null || (lostReason === 'other' && words === null))) return refuse('opportunity.words_missing');
  return null;
};
