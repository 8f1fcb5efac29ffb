import { day, hour, plus, type Instant } from '#base/clock.ts';
import { refuse, type Refusal } from '#base/refusal.ts';

/**
 * Law 5: no bounce. "Not ours" may be said where the case is open and somebody owns it, with one door at a time: a customer who is
 * sent to two places has been sent nowhere. The day on which we look whether it worked lies between tomorrow and three months from
 * now; the case stays with its owner until then.
 */
export const policy = { soonestCheck: 20 * hour, latestCheck: 92 * day, dossierLives: 180 * day } as const;

export type ReferralRefusal = Refusal<
  | 'referral.check_too_soon'
  | 'referral.check_too_late'
  | 'referral.one_is_open'
  | 'referral.settled_already'
  | 'referral.not_told_yet'
  | 'referral.withdrawn'
  | 'third_party.exists'
  | 'third_party.no_way_to_reach'
  | 'third_party.closed'
>;

export const mayCheckOn = (checkOn: Instant, now: Instant): ReferralRefusal | null => {
  if (checkOn < plus(now, policy.soonestCheck)) return refuse('referral.check_too_soon');
  return checkOn > plus(now, policy.latestCheck) ? refuse('referral.check_too_late') : null;
};

/** Whoever sends somebody somewhere says how to get there. */
export const canBeReached = ({ email, phone, website }: { readonly email: string | null; readonly phone: string | null; readonly website: string | null }): boolean =>
  email !== null || phone !== null || website !== null;

export interface ReferralState {
  readonly toldAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly worked: boolean | null;
  readonly checkOn: Instant;
}

export const stateOf = ({ toldAt, withdrawnAt, worked, checkOn }: ReferralState, now: Instant): 'on_its_way' | 'told' | 'check_due' | 'worked' | 'did_not_work' | 'withdrawn' => {
  if (withdrawnAt !== null) return 'withdrawn';
  if (worked !== null) return worked ? 'worked' : 'did_not_work';
  if (toldAt === null) return 'on_its_way';
  return checkOn <= now ? 'check_due' : 'told';
};

/** May its outcome be written down now? Null means yes. */
export const maySettle = (state: ReferralState): ReferralRefusal | null => {
  if (state.withdrawnAt !== null) return refuse('referral.withdrawn');
  if (state.settledAt !== null) return refuse('referral.settled_already');
  return state.toldAt === null ? refuse('referral.not_told_yet') : null;
};
