import { day, plus, type Instant } from '#base/clock.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import { endOfWorkingDay, nextOpening, type WorkCalendar } from '#calendar/rules.ts';
import type { LeaveReason, ThemeState } from '../contract/kinds.ts';

export interface Standing {
  readonly mergedIntoId: string | null;
  readonly isProposed: boolean;
  readonly decideBy: Instant | null;
  /** The latest decision. */
  readonly decision: { readonly kind: 'take' | 'leave'; readonly shippedAt: Instant | null } | null;
}

/** Where a theme stands, from what was done to it. */
export const stateOf = ({ mergedIntoId, isProposed, decideBy, decision }: Standing): ThemeState => {
  if (mergedIntoId !== null) return 'merged';
  if (isProposed) return 'proposed';
  if (decideBy !== null || decision === null) return 'undecided';
  if (decision.kind === 'leave') return 'left';
  return decision.shippedAt === null ? 'taken' : 'shipped';
};

/**
 * By when a theme is decided: the end of the working day that is `days` working days of the department after `from`. Said on
 * Monday with ten days: the Monday two weeks later, in the evening, holidays not counted.
 */
export const decideByOf = (calendar: WorkCalendar, from: Instant, days: number): Instant | Refusal => {
  let end = endOfWorkingDay(calendar, from);
  for (let counted = 0; counted < days; counted += 1) {
    if (isRefusal(end)) return end;
    end = endOfWorkingDay(calendar, plus(end, 1));
  }
  return end;
};

export type Climb = 1 | 2 | 3;

export const policy = {
  /** Working days in which a voice that was captured without a theme is put into one: to sort is quicker than to decide. */
  placesWithin: 5,
  /** Days after which whoever decided is called about letters that nobody has read. */
  readsWithin: 3,
  /** Working days before the day on which the decider is reminded. */
  remindsBefore: 1,
  /** Days after it on which the management hears; the head heard on the day itself. */
  managementAfter: 3,
} as const;

/**
 * When the next step of an undecided theme is due: its decider is reminded when the working day before its last begins, the head is
 * called when the day is over, the management three days later. After that it stands in every digest.
 */
export const nextClimbAt = (climbedTo: number, decideBy: Instant, calendar: WorkCalendar): Instant | null => {
  if (climbedTo >= 3) return null;
  if (climbedTo === 2) return plus(decideBy, policy.managementAfter * day);
  if (climbedTo === 1) return decideBy;
  const opening = nextOpening(calendar, plus(decideBy, -policy.remindsBefore * day));
  return isRefusal(opening) || opening > decideBy ? plus(decideBy, -policy.remindsBefore * day) : opening;
};

export interface Caller {
  readonly memberId: string;
  readonly roles: readonly string[];
}

export interface Deciders {
  readonly deciderId: string;
  /** Who acts for the decider while they are away. */
  readonly deputyId: string | null;
  /** Who heads the department of the topic. */
  readonly headId: string | null;
}

/** Whoever decides it, stands in for them, heads the department, or leads the company. Everybody may read. */
export const mayDecide = ({ memberId, roles }: Caller, { deciderId, deputyId, headId }: Deciders): boolean =>
  memberId === deciderId || memberId === deputyId || memberId === headId || roles.includes('management');

/** Who may give the decision to somebody else: whoever may decide, and who leads the service. */
export const mayHand = (caller: Caller, deciders: Deciders): boolean => mayDecide(caller, deciders) || caller.roles.includes('lead') || caller.roles.includes('admin');

/** Whether a decision may be made now. What is taken and not out yet is shipped or moved, not taken twice; it may still be left. */
export const mayTake = (state: ThemeState): Refusal | null => {
  if (state === 'merged') return refuse('theme.is_merged');
  if (state === 'proposed') return refuse('theme.is_proposed');
  return state === 'taken' ? refuse('theme.is_taken') : null;
};

export const mayLeave = (state: ThemeState): Refusal | null => {
  if (state === 'merged') return refuse('theme.is_merged');
  if (state === 'proposed') return refuse('theme.is_proposed');
  if (state === 'shipped') return refuse('theme.is_shipped');
  return state === 'left' ? refuse('theme.is_left') : null;
};

interface Left {
  readonly reason: LeaveReason;
  readonly customers: number;
}

/**
 * A theme that was left because too few asked is decided anew when as many again have: at least twice the customers of that day, and
 * five more than then. Whatever else it was left for, more voices are no new argument; a person can still take it.
 */
export const comesBack = ({ reason, customers }: Left, customersNow: number): boolean => reason === 'too_few' && customersNow >= customers * 2 && customersNow >= customers + 5;
