import type { Due } from '#base/due.ts';
import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { calendarRefusals } from '#calendar/texts.ts';
import { accessCase, memberOf, survivorOf } from '#cases/index.ts';
import { caseRefusals } from '#cases/texts.ts';
import { companyOf } from '#people/index.ts';
import { requestEvents, type PlanStep, type RequestInput } from '../contract.ts';
import { cancelWaiting, insertPlanned, lockPlanned, plannedToAsk, plannedWasAsked, plannedWasRefused, ripe, type WhichPlanned } from '../queries/plans.ts';
import { requestById } from '../queries/requests.ts';
import { lastAnswer } from '../queries/turns.ts';
import { askDepartment } from '../rules.ts';
import { requestTexts, sayRefusal } from '../texts.ts';
import { askForAnswer } from './ask.ts';
import { agreedDepartment, filledFrom } from './filled.ts';

interface Put {
  readonly requestId: string | null;
  readonly plannedId: string | null;
}

/**
 * Several departments in one go. What can be asked now is asked now; a step that waits for another is kept, checked as if it were asked
 * now, so that nobody finds out on Thursday that the warehouse has no address. One that cannot be asked undoes all.
 */
export const planSteps = async (work: Work, caseId: string, steps: readonly PlanStep[]): Promise<{ requestIds: string[] } | Refusal> => {
  const put: Put[] = [];
  for (const { after, ...input } of steps) {
    const placed = after === null ? await askForAnswer(work, caseId, input) : await planOne(work, caseId, { input, after: put[after]! });
    if (isRefusal(placed)) return placed;
    put.push('id' in placed ? { requestId: placed.id, plannedId: null } : placed);
  }
  return { requestIds: put.flatMap(({ requestId }) => (requestId === null ? [] : [requestId])) };
};

const planOne = async (work: Work, caseId: string, { input, after }: { input: RequestInput; after: Put }): Promise<Put | Refusal> => {
  const found = await accessCase(work, caseId);
  const department = await agreedDepartment(work.tx, input.departmentId, input);
  if (department === null) throw new NotFound();
  const calendar = await calendarOfDepartment(work.tx, department.id, work.now);
  const asked = askDepartment({ found, department, question: input.question, open: [], calendar, now: work.now });
  if (isRefusal(asked)) return asked;
  const fields = await filledFrom(work.tx, found.id, input);
  if (isRefusal(fields)) return fields;
  const plannedId = newId(work.now);
  const waitsFor = after.requestId === null ? { plannedId: after.plannedId ?? '' } : { requestId: after.requestId };
  await insertPlanned(work.tx, { id: plannedId, caseId, plannedBy: memberOf(work), input, after: waitsFor, now: work.now });
  work.emit(requestEvents['request.planned'](caseId, { plannedId, department: { id: department.id, name: department.name } }));
  return { requestId: null, plannedId };
};

const batch = 100;

export const planDue: Due = (reader) => [{ at: ripe(reader).select((eb) => eb.fn.min('planned_at').as('at')) }];

/** Asks whatever waited for an answer that has come, each as the member who planned it. One that fails keeps no other from being asked. */
export const askWhatWaited = async (services: Services): Promise<void> => {
  const failures: unknown[] = [];
  for (const { id, plannedBy } of await plannedToAsk(services.db, batch)) {
    await askOne(services, id, plannedBy).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} planned questions could not be asked.`);
};

/** What cannot be asked says why where it waits: the case shows it, and somebody decides. */
const askOne = async (services: Services, id: string, { id: memberId, name }: { id: string; name: string }): Promise<void> => {
  const actor = { kind: 'member', id: memberId, name } as const;
  const asked = await inWork(services, actor, (work) => askPlanned(work, id));
  if (!isRefusal(asked)) return;
  await inWork(services, actor, async (work) => {
    const planned = await lockPlanned(work.tx, id);
    if (planned === undefined) return;
    await plannedWasRefused(work.tx, id, sayRefusal(asked, { ...calendarRefusals, ...caseRefusals }));
    work.tell('case', planned.caseId);
  });
};

/** Asks a planned one now: by the sweep when its turn has come, or by hand before. Already asked or cancelled is nothing to do. */
export const askPlanned = async (work: Work, id: string): Promise<{ id: string } | Refusal | null> => {
  const planned = await lockPlanned(work.tx, id);
  if (planned === undefined) return null;
  const why = [planned.input.why, await quoteOf(work, planned.afterRequestId)].filter((part) => part !== '').join('\n\n');
  const asked = await askForAnswer(work, await survivorOf(work.tx, planned.caseId), { ...planned.input, why });
  if (!isRefusal(asked)) await plannedWasAsked(work.tx, id, asked.id);
  return asked;
};

/** What the department before answered, in its own words: whoever is asked next should not have to ask them. */
const quoteOf = async (work: Work, requestId: string | null): Promise<string> => {
  const before = requestId === null ? undefined : await requestById(work.tx, requestId);
  if (before === undefined || before.answeredAt === null) return '';
  const { words } = await lastAnswer(work.tx, before.id);
  return requestTexts[(await companyOf(work.tx)).language].answered(before.department.name, words);
};

/** What nobody needs any more is not asked, nor what would have followed it. */
export const cancelPlans = async (work: Work, caseId: string, { which, reason }: { which: WhichPlanned; reason: string }): Promise<number> => {
  const cancelled = await cancelWaiting(work.tx, which, { reason, now: work.now });
  if (cancelled > 0) work.emit(requestEvents['request.plan_cancelled'](caseId, { count: cancelled, reason }));
  return cancelled;
};

export const cancelPlannedByHand = async (work: Work, id: string, reason: string): Promise<number> => {
  const planned = await lockPlanned(work.tx, id);
  if (planned === undefined) return 0;
  return cancelPlans(work, await survivorOf(work.tx, planned.caseId), { which: { id }, reason });
};
