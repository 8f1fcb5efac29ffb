import type { Work } from '#base/work.ts';
import type { EventData } from '#base/events.ts';
import { caseEvents, type CaseStatus } from '../contract.ts';
import { updateCase, type LoadedCase } from '../queries/case.ts';

type Why = EventData<(typeof caseEvents)['case.status_changed']>['why'];

/** Says whose move it is, with the reason in the history; the same again is no change. Owner and clocks are not touched. */
export const moveTo = async (work: Work, { id, status: from }: LoadedCase, to: CaseStatus, why: Why): Promise<void> => {
  if (from === to) return;
  await updateCase(work.tx, id, work.now, { status: to });
  work.emit(caseEvents['case.status_changed'](id, { from, to, why }));
};
