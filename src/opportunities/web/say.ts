import type { Tone } from '#ui/Pill.tsx';
import type { OpportunityKind } from '../contract/parts.ts';
import type { OpportunityWords } from './texts.ts';

interface Standing {
  readonly kind: OpportunityKind;
  readonly state: keyof OpportunityWords['states'];
  readonly isLate: boolean;
}

/** Where it stands, in a word and a tone; an idea is done or not, it is not won. */
export const sayState = ({ kind, state, isLate }: Standing, texts: OpportunityWords): { words: string; tone: Tone } => {
  const words = kind === 'product_idea' && (state === 'won' || state === 'lost') ? texts.ideaStates[state] : texts.states[state];
  if (isLate) return { words, tone: 'hot' };
  return { words, tone: state === 'won' ? 'take' : state === 'lost' || state === 'nothing_came_of_it' || state === 'taken_back' ? 'leave' : 'plain' };
};
