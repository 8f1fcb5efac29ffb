import type { Work } from '#base/work.ts';
import { accessCase, showDepartmentWait } from '#cases/index.ts';
import { doneFor } from '#notices/index.ts';
import { companyOf } from '#people/index.ts';
import { lockRequest, openRequestsOf } from '../queries/requests.ts';
import { requestTexts } from '../texts.ts';
import { withdraw } from './asker.ts';
import { cancelPlans } from './plan.ts';

interface OnCase {
  readonly caseId: string | null;
}

/** A case is resolved: nobody works on what no customer waits for. Follows `case.resolved`. */
export const withdrawWhatIsLeft = async (work: Work, { caseId }: OnCase): Promise<void> => {
  if (caseId === null) return;
  const found = await accessCase(work, caseId);
  const reason = requestTexts[(await companyOf(work.tx)).language].caseResolved;
  for (const { id } of await openRequestsOf(work.tx, caseId)) {
    const request = await lockRequest(work.tx, id);
    if (request !== undefined) await withdraw(work, { request, found }, reason);
  }
  await cancelPlans(work, caseId, { which: { caseId }, reason });
};

/** Two cases became one, or one two again: each shows whether it waits for a department. Follows `case.merged` and `case.unmerged`. */
export const showWaitsAnew = async (work: Work, { caseId }: OnCase): Promise<void> => {
  if (caseId === null) return;
  await showDepartmentWait(work, caseId, (await openRequestsOf(work.tx, caseId)).length > 0);
};

/** The customer has been answered: that a department did so calls for nobody any more. Follows `case.replied`. */
export const answersAreUsed = async (work: Work, { caseId }: OnCase): Promise<void> => {
  if (caseId !== null) await doneFor(work, { caseId, kinds: ['department_answered', 'department_refused'] });
};
