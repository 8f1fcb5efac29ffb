import { refuse, type Refusal } from '#base/refusal.ts';
import { isOpen, type CaseState } from './state.ts';

/**
 * Law 1: one owner, to the end. An open case has exactly one owner, or it stands in a queue and a clock runs until somebody takes
 * it. Calling level 2 in or asking a department changes nothing about that. Ownership passes only when the colleague who is asked
 * accepts; until then it stays where it is. When the owner is away the named deputy acts, and the owner remains the owner.
 */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly worksInService: boolean;
  readonly isAway: boolean;
}

export type OwnerRefusal = Refusal<
  | 'case.has_owner'
  | 'case.is_resolved'
  | 'case.is_merged'
  | 'case.nobody_owns_it'
  | 'handover.not_yours_to_offer'
  | 'handover.to_yourself'
  | 'handover.not_in_service'
  | 'handover.colleague_away'
  | 'handover.already_offered'
  | 'handover.not_for_you'
  | 'handover.already_settled'
>;

/** May `member` take charge? Null means yes. Taking what one owns already is harmless, so it is allowed. */
export const mayTakeCharge = (state: CaseState, memberId: string): OwnerRefusal | null => {
  if (state.mergedIntoId !== null) return refuse('case.is_merged', { caseId: state.mergedIntoId });
  if (!isOpen(state.status)) return refuse('case.is_resolved');
  if (state.owner !== null && state.owner.id !== memberId) return refuse('case.has_owner', { name: state.owner.name });
  return null;
};

interface Offer {
  readonly state: CaseState;
  readonly byId: string;
  readonly byIsLead: boolean;
  /** Whoever stands in for the owner while they are away, or null. */
  readonly deputyId: string | null;
  readonly to: Colleague;
  readonly hasOpenOffer: boolean;
}

/** May this handover be offered? Null means yes. The owner may, their deputy while they are away, and a lead. */
export const mayOfferHandover = ({ state, byId, byIsLead, deputyId, to, hasOpenOffer }: Offer): OwnerRefusal | null => {
  if (state.mergedIntoId !== null) return refuse('case.is_merged', { caseId: state.mergedIntoId });
  if (!isOpen(state.status)) return refuse('case.is_resolved');
  if (state.owner === null) return refuse('case.nobody_owns_it');
  if (state.owner.id !== byId && deputyId !== byId && !byIsLead) return refuse('handover.not_yours_to_offer', { name: state.owner.name });
  if (to.id === state.owner.id) return refuse('handover.to_yourself', { name: to.name });
  if (!to.worksInService) return refuse('handover.not_in_service', { name: to.name });
  if (to.isAway) return refuse('handover.colleague_away', { name: to.name });
  if (hasOpenOffer) return refuse('handover.already_offered');
  return null;
};

export interface HandoverState {
  readonly fromId: string;
  readonly toId: string;
  readonly settled: boolean;
}

/** May `memberId` accept or decline? Only the colleague who was asked, and only once. */
export const maySettleHandover = (handover: HandoverState, memberId: string): OwnerRefusal | null => {
  if (handover.settled) return refuse('handover.already_settled');
  return handover.toId === memberId ? null : refuse('handover.not_for_you');
};

export const mayWithdrawHandover = (handover: HandoverState, memberId: string, isLead: boolean): OwnerRefusal | null => {
  if (handover.settled) return refuse('handover.already_settled');
  return handover.fromId === memberId || isLead ? null : refuse('handover.not_for_you');
};
