import { day, plus, type Instant } from '#base/clock.ts';
import type { LetterState, Occasion, UnreachedReason } from '../contract/loop.ts';
import { mayDecide, type Caller, type Deciders } from './deciding.ts';

/**
 * The loop, as a service manager would explain it. Whoever said something is told what was decided on it, and again when it is out.
 * A person reads the letters before they go. Each customer gets one letter of each, however often they said it. Whoever cannot be
 * written to stands in a list with a number to call. What they answer comes back to the theme.
 */
export interface Teller extends Caller {
  /** They captured one of the voices. */
  readonly heardIt: boolean;
}

/** Whoever works on cases, whoever may decide on the theme, and whoever heard one of its customers may read the letters and let them go. */
export const mayTell = (teller: Teller, deciders: Deciders): boolean =>
  teller.heardIt || mayDecide(teller, deciders) || teller.roles.some((role) => role === 'agent' || role === 'lead' || role === 'admin');

export interface Decided {
  readonly kind: 'take' | 'leave';
  readonly shippedAt: Instant | null;
}

/** What customers are told now; null while nobody has decided, or it is decided anew. */
export const occasionOf = (decision: Decided | null, isDecidedAnew: boolean): Occasion | null => {
  if (decision === null || isDecidedAnew) return null;
  return decision.shippedAt === null ? 'decided' : 'shipped';
};

export interface Reach {
  /** They have a card. */
  readonly isKnown: boolean;
  readonly prefersPhone: boolean;
  readonly hasCase: boolean;
  readonly hasAddress: boolean;
  /** The last mail to them came back. */
  readonly lastCameBack: boolean;
}

/** Why somebody cannot be told in writing; null where nothing stands in the way. The first reason that holds is the one to act on. */
export const whyNotReached = ({ isKnown, prefersPhone, hasCase, hasAddress, lastCameBack }: Reach): UnreachedReason | null => {
  if (!isKnown) return 'unknown';
  if (prefersPhone) return 'phone_only';
  if (!hasAddress) return 'no_address';
  if (lastCameBack) return 'bounced';
  return hasCase ? null : 'no_case';
};

export const letterState = ({ outcome, sendAt }: { readonly outcome: 'told' | 'not_told' | null; readonly sendAt: Instant | null }): LetterState => {
  if (outcome !== null) return outcome;
  return sendAt === null ? 'to_read' : 'leaving';
};

/** What is written later than this after a letter is about something else, whatever stands above it. */
const answersWithin = 60 * day;

/** Whether a message answers a letter: their program says so, or it was the last that we said. `told`: when the letter left. */
export const answersLetter = (told: Instant, at: Instant): boolean => at >= told && at <= plus(told, answersWithin);
