import type { Work } from '#base/work.ts';
import { accessCase } from '../access.ts';
import { isOpen } from '../rules.ts';
import { clocksOf, moveNextUpdate } from './clocks.ts';
import { moveTo } from './status.ts';

/** The customer was sent to somebody outside: the case shows whom it waits for. The owner is not touched, the next update stands. */
export const showThirdPartyWait = async (work: Work, caseId: string): Promise<void> => {
  const found = await accessCase(work, caseId);
  if (isOpen(found.status)) await moveTo(work, found, 'waiting_third_party', 'by_hand');
};

/** Nobody outside helped: it is ours to carry on, and the customer hears within the time of a first word. */
export const carryOnOurselves = async (work: Work, caseId: string, because: string): Promise<void> => {
  const found = await accessCase(work, caseId);
  if (found.status !== 'waiting_third_party') return;
  await moveTo(work, found, 'open', 'by_hand');
  await moveNextUpdate(work, caseId, (await clocksOf(work, found.departmentId)).firstWordDueAt, because);
};
