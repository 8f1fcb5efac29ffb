import type { Work } from '#base/work.ts';
import { memberById } from '#people/index.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { updateCase } from '../queries/case.ts';
import { clocksOf } from './clocks.ts';

/**
 * Somebody left the company. Nobody's case stays on an empty chair: their open ones stand in the queue again, with a claim clock, and
 * keep everything else, the next update first of all. Their resolved ones remember who had them.
 */
export const releaseCasesOf = async (work: Work, memberId: string): Promise<void> => {
  const name = (await memberById(work.tx, memberId))?.name ?? '';
  const owned = await work.tx.selectFrom('cases').where('owner_id', '=', memberId).where('status', 'not in', ['resolved', 'closed']).select('id').orderBy('id').execute();
  for (const { id } of owned) {
    const found = await accessCase(work, id);
    const { claimDueAt } = await clocksOf(work, found.departmentId);
    await updateCase(work.tx, id, work.now, { owner_id: null, claim_due_at: claimDueAt, claim_late_at: null });
    work.emit(caseEvents['case.owner_left'](id, { memberId, name }));
  }
};
