import { plus } from '#base/clock.ts';
import type { Work } from '#base/work.ts';
import { warnBehindAgain } from '../queries/due.ts';
import { requestMargin } from '../rules/near.ts';
import { requestIsLate } from './honest-update.ts';

interface CameBack {
  readonly requestId: string;
  readonly caseId: string;
  readonly dueAt: Date;
}

/**
 * The answer behind a promise was none: the promise rests on an open request again. Its keeper is told a quarter of an hour after the
 * department is late, also where they were told before the answer came; where it is late already, they hear now.
 */
export const requestCameBack = async (work: Work, { requestId, caseId, dueAt }: CameBack): Promise<void> => {
  await warnBehindAgain(work.tx, requestId, { at: plus(dueAt, requestMargin), now: work.now });
  if (dueAt <= work.now) await requestIsLate(work, { requestId, caseId });
};
