import type { Instant } from '#base/clock.ts';

/** The facts of a case that its rules look at. Times are instants; `null` means "not now" or "never yet". */
export interface CaseState {
  readonly id: string;
  readonly status: 'new' | 'open' | 'waiting_customer' | 'waiting_department' | 'waiting_third_party' | 'resolved' | 'closed';
  readonly level: number;
  readonly customerId: string;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly claimDueAt: Instant | null;
  readonly nextUpdateDueAt: Instant | null;
  readonly waitingSince: Instant | null;
  readonly lastInboundAt: Instant | null;
  readonly lastOutboundAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly mergedIntoId: string | null;
}

export const isOpen = (status: CaseState['status']): boolean => status !== 'resolved' && status !== 'closed';
