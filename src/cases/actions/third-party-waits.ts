import type { Work } from '#base/work.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { updateCase } from '../queries/case.ts';
import { isOpen } from '../rules.ts';
import { clocksOf, moveNextUpdate } from './clocks.ts';

/** The customer was sent to somebody outside: the case shows whom it waits for. The owner is not touched, the next update stands. */
export const showThirdPartyWait = async (work: Work, caseId: string): Promise<void> => {
  const found = await accessCase(work, caseId);
  if (!isOpen(found.status) || found.status === 'waiting_third_party') return;
  await updateCase(work.tx, caseId, work.now, { status: 'waiting_third_party' });
  work.emit(caseEvents['case.status_changed'](caseId, { from: found.status, to: 'waiting_third_party', why: 'by_hand' }));
};

/** Nobody outside helped: it is ours to carry on, and the customer hears within the time of a first word. */
export const carryOnOurselves = async (work: Work, caseId: string, because: string): Promise<void> => {
  const found = await accessCase(work, caseId);
  if (found.status !== 'waiting_third_party') return;
  await updateCase(work.tx, caseId, work.now, { status: 'open' });
  work.emit(caseEvents['case.status_changed'](caseId, { from: found.status, to: 'open', why: 'by_hand' }));
  await moveNextUpdate(work, caseId, (await clocksOf(work, found.departmentId)).firstWordDueAt, because);
};
