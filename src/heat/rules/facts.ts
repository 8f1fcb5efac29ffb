import type { Instant } from '#base/clock.ts';
import type { Channel } from '#channels/contract.ts';
import type { ThreatKind } from './threats.ts';
import type { ToneBand } from './tone.ts';

/** What a case's heat is made of; everything since the customer began to wait, but for what says "ever". */
export interface HeatFacts {
  /** The first message that we have not answered; null where the customer waits for nothing of ours. */
  readonly waitingSince: Instant | null;
  /** When they asked again, and where; oldest first. */
  readonly chases: readonly { readonly at: Instant; readonly channel: Channel }[];
  /** The channel on which the wait began. */
  readonly firstChannel: Channel | null;
  /** What they wrote where everybody reads it; `complains`: it asks again, sounds like it, or gives one or two stars. */
  readonly inPublic: readonly { readonly at: Instant; readonly channel: Channel; readonly complains: boolean; readonly stars?: number | null }[];
  /** Broken and not made good. */
  readonly broken: readonly { readonly dueAt: Instant }[];
  /** Renegotiated, of promises that are still open. */
  readonly moved: readonly { readonly from: Instant; readonly to: Instant }[];
  /** When open promises fall due. */
  readonly promisesDueAt: readonly Instant[];
  readonly lastSubstantialOutboundAt: Instant | null;
  readonly openedAt: Instant;
  readonly emptyReplies: number;
  /** Of the customer's last messages, the one that sounds worst. */
  readonly tone: { readonly band: ToneBand; readonly phrases: readonly string[]; readonly at: Instant } | null;
  readonly threats: readonly { readonly kind: ThreatKind; readonly words: string; readonly at: Instant }[];
  /** Ever, on this case. */
  readonly handovers: number;
  /** Ever, on this case. */
  readonly reopenings: number;
  /** Asked of departments and not answered; `isPaused`: they asked back and wait for us. */
  readonly requests: readonly { readonly id: string; readonly department: string; readonly dueAt: Instant; readonly isPaused: boolean }[];
  readonly hasOwner: boolean;
  readonly claimDueAt: Instant | null;
  readonly nextUpdateDueAt: Instant | null;
  /** In the register and not answered yet. */
  readonly formalComplaint: { readonly label: string; readonly dueAt: Instant; readonly registeredAt: Instant } | null;
  readonly lowRating: { readonly score: number; readonly at: Instant } | null;
}

/** Working time from one instant to another, in milliseconds, in the service's calendar. */
export type WorkingTime = (from: Instant, to: Instant) => number;
