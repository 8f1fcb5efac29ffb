import type { InsightKind, InsightView, SuggestionView } from '../../contract.ts';
import type { Span } from '../marking.ts';

/** Where the words stand: a message or a note of the case, or a complaint that came on paper, with its whole text. */
export interface Said {
  readonly kind: 'message' | 'note' | 'complaint';
  readonly id: string;
  readonly text: string;
}

export interface Capturing {
  readonly said: Said;
  /** What was marked; null where nobody marked anything, and a sentence is chosen here. */
  readonly span: Span | null;
  /** What the program would mark in it. */
  readonly suggested: readonly Span[];
  /** Of this suggestion: then capturing settles it. */
  readonly suggestion?: { readonly id: string; readonly kind: InsightKind; readonly theme: { id: string; title: string } | null };
}

export const keyOfSaid = ({ kind, id }: Pick<Said, 'kind' | 'id'>): string => `${kind} ${id}`;

/** What is picked out in a text: a voice that somebody captured, or what the program would mark. */
export type Mark = Span & ({ readonly voice: InsightView } | { readonly suggestion: SuggestionView });
