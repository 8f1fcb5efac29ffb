import type { Instant } from '#base/clock.ts';

/** The times of an opportunity. `null` means "not yet"; where it stands is read from them and kept nowhere else. */
export interface OpportunityTimes {
  readonly leftAt: Instant | null;
  readonly takenBackAt: Instant | null;
  /** By when what is awaited now is due: that somebody takes it, or says what came of it. */
  readonly dueAt: Instant;
  readonly readAt: Instant | null;
  readonly takenAt: Instant | null;
  readonly outcome: 'won' | 'lost' | 'nothing_came_of_it' | null;
}

export type OpportunityState = 'leaving' | 'taken_back' | 'waiting' | 'read' | 'taken' | 'won' | 'lost' | 'nothing_came_of_it';

/** Somebody still owes a word about it. */
const isOpen = ({ takenBackAt, outcome }: Pick<OpportunityTimes, 'takenBackAt' | 'outcome'>): boolean => takenBackAt === null && outcome === null;

/** Late from the due instant on, while somebody still owes a word. */
export const isLate = (times: OpportunityTimes, now: Instant): boolean => isOpen(times) && now >= times.dueAt;

export const stateOf = ({ leftAt, takenBackAt, readAt, takenAt, outcome }: OpportunityTimes): OpportunityState => {
  if (takenBackAt !== null) return 'taken_back';
  if (outcome !== null) return outcome;
  if (leftAt === null) return 'leaving';
  if (takenAt !== null) return 'taken';
  return readAt === null ? 'waiting' : 'read';
};
