import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { updateCase, type LoadedCase } from '../queries/case.ts';
import { isOpen } from '../rules.ts';
import { clocksOf } from './clocks.ts';
import { becomeOwner } from './take-charge.ts';

/** Resolves without a message, because the customer was told in another way. Whoever resolves an unowned case owned it. */
export const resolveByHand = async (work: Work, caseId: string, reason: string): Promise<{ id: string } | Refusal> => {
  const found = await accessCase(work, caseId);
  if (found.mergedIntoId !== null) return refuse('case.is_merged', { caseId: found.mergedIntoId });
  if (!isOpen(found.status)) return refuse('case.is_resolved');
  if (found.owner === null) await becomeOwner(work, found);
  await endClocks(work, found);
  work.emit(caseEvents['case.resolved'](caseId, { how: 'by_hand', reason }));
  return { id: caseId };
};

/** The customer says that it is solved; on an already resolved case that changes nothing. */
export const resolveByCustomer = async (work: Work, caseId: string): Promise<void> => {
  const found = await accessCase(work, caseId);
  if (!isOpen(found.status)) return;
  await endClocks(work, found);
  work.emit(caseEvents['case.resolved'](caseId, { how: 'by_customer', reason: null }));
};

const endClocks = (work: Work, found: LoadedCase): Promise<void> =>
  updateCase(work.tx, found.id, work.now, {
    status: 'resolved',
    resolved_at: work.now,
    waiting_since: null,
    chases: 0,
    claim_due_at: null,
    next_update_due_at: null,
  });

/** Opens a resolved case again, with the owner it had; without one it stands in the queue and its claim clock runs. */
export const reopen = async (work: Work, caseId: string, why: 'by_hand' | 'customer_says_unsolved'): Promise<{ id: string } | Refusal> => {
  const found = await accessCase(work, caseId);
  if (found.mergedIntoId !== null) return refuse('case.is_merged', { caseId: found.mergedIntoId });
  if (isOpen(found.status)) return why === 'by_hand' ? refuse('case.not_resolved') : { id: caseId };
  const clocks = await clocksOf(work, found.departmentId);
  await updateCase(work.tx, caseId, work.now, {
    status: found.owner === null ? 'new' : 'open',
    resolved_at: null,
    closed_at: null,
    claim_due_at: found.owner === null ? clocks.claimDueAt : null,
    next_update_due_at: clocks.firstWordDueAt,
    next_update_warned_at: null,
    next_update_missed_at: null,
    ...(why === 'customer_says_unsolved' ? { waiting_since: work.now } : {}),
  });
  work.emit(caseEvents['case.reopened'](caseId, { why }));
  return { id: caseId };
};
