import { day, minute, type Instant } from '#base/clock.ts';
import { refuse, type Refusal } from '#base/refusal.ts';

export const policy = {
  /** Whoever takes one tells within this what came of it, unless they say another time. */
  outcomeWithinDays: 14,
  doubleTapWithin: 2 * minute,
  /** A link lives this long from the letter that carried it. */
  linkLives: 90 * day,
} as const;

export type HandOverRefusal = Refusal<'case.is_merged' | 'opportunity.words_moved' | 'opportunity.too_late_to_take_back' | 'calendar.never_open'>;

interface HandOver {
  readonly mergedIntoId: string | null;
  readonly words: string;
  /** The message and the part of it that was marked; null where the words were typed. */
  readonly marked: { readonly text: string; readonly from: number; readonly to: number } | null;
}

/** May this be handed over? Null means yes. Words that are said to stand in a message stand there: nobody puts words into a customer's mouth. */
export const mayHandOver = ({ mergedIntoId, words, marked }: HandOver): HandOverRefusal | null => {
  if (mergedIntoId !== null) return refuse('case.is_merged', { caseId: mergedIntoId });
  if (marked !== null && marked.text.slice(marked.from, marked.to).trim() !== words) return refuse('opportunity.words_moved');
  return null;
};

interface Said {
  readonly kind: string;
  readonly words: string;
  readonly byId: string;
}

/** The same member hands over the same words as the same thing within two minutes: two taps, not two leads. */
export const isDoubleTap = (before: Said & { readonly at: Instant }, now: Said, at: Instant): boolean =>
  before.kind === now.kind && before.words === now.words && before.byId === now.byId && at.getTime() - before.at.getTime() < policy.doubleTapWithin;

/** Until it leaves, it can be taken back and nobody has heard of it. */
export const mayTakeBack = ({ leftAt }: { readonly leftAt: Instant | null }): HandOverRefusal | null => (leftAt === null ? null : refuse('opportunity.too_late_to_take_back'));
