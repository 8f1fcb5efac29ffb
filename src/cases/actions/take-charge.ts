import type { Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { updateCase, type LoadedCase } from '../queries/case.ts';
import { mayTakeCharge } from '../rules.ts';

/** The caller takes charge: from now on one person has the case, and the claim clock is still. */
export const takeCharge = async (work: Work, caseId: string): Promise<{ id: string } | Refusal> => {
  const found = await accessCase(work, caseId);
  const refusal = mayTakeCharge(found, memberOf(work));
  if (refusal !== null) return refusal;
  if (found.owner === null) await becomeOwner(work, found);
  return { id: caseId };
};

/** Makes the acting member the owner of a case that has none. */
export const becomeOwner = async (work: Work, found: LoadedCase): Promise<void> => {
  await updateCase(work.tx, found.id, work.now, {
    owner_id: memberOf(work),
    claim_due_at: null,
    taken_at: work.now,
    ...(found.status === 'new' ? { status: 'open' as const } : {}),
  });
  work.emit(caseEvents['case.taken'](found.id, { memberId: memberOf(work), name: work.actor.name, instead: null }));
};

/** The member who acts. Only members reach the actions that ask for one; anything else is a defect of ours. */
export const memberOf = (work: Work): string => {
  if (work.actor.kind !== 'member' || work.actor.id === null) throw new Error('Only a member may do this.');
  return work.actor.id;
};

