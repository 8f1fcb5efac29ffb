import { day, minute, plus, type Instant } from '#base/clock.ts';
import { refuse, type Refusal } from '#base/refusal.ts';

/**
 * What somebody who goes home leaves behind: of the cases that are theirs, those that will need a person before they are back. A case
 * is named once, with everything that falls due on it, and the most urgent case stands first. Whoever is gone for longer than a week
 * is away, with a deputy that an absence names, and not at the end of a shift.
 */
export interface Need {
  readonly kind: 'next_update' | 'promise' | 'request' | 'handover';
  readonly dueAt: Instant;
  /** The words of the promise, or the department that was asked; null for the rest. */
  readonly what: string | null;
}

export interface CaseWithNeed extends Need {
  readonly caseId: string;
}

/** Longer than this is an absence. */
const longestShiftEnd = 7 * day;
/** How long before the department closes its people are told what cannot wait. */
export const tellBefore = 30 * minute;

export type ShiftRefusal = Refusal<'shift.back_in_the_past' | 'shift.back_too_late'>;

/** May a shift end now, to begin again at `backAt`? Null means yes. */
export const mayEndShift = (backAt: Instant, now: Instant): ShiftRefusal | null => {
  if (backAt <= now) return refuse('shift.back_in_the_past');
  return backAt > plus(now, longestShiftEnd) ? refuse('shift.back_too_late') : null;
};

/** The needs due before `backAt`, by case: what falls due first stands first, on each case and among them. */
export const needsBefore = (needs: readonly CaseWithNeed[], backAt: Instant): Map<string, Need[]> => {
  const byCase = new Map<string, Need[]>();
  for (const { caseId, ...need } of needs.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())) {
    if (need.dueAt < backAt) byCase.set(caseId, [...(byCase.get(caseId) ?? []), need]);
  }
  return byCase;
};
