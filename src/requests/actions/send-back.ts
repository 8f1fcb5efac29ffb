import { plus, second } from '#base/clock.ts';
import { firstOf, type Due } from '#base/due.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { bringBackPrepared, layAsidePrepared, memberOf, showDepartmentWait } from '#cases/index.ts';
import { doneFor } from '#notices/index.ts';
import { accessRequest, type OnRequest } from '../access.ts';
import { requestEvents } from '../contract.ts';
import { givenTo } from '../queries/links.ts';
import { openRequestsOf, updateRequest } from '../queries/requests.ts';
import { endReturn, insertReturn, returnNotTold, returnsDue, waiting } from '../queries/returns.ts';
import { storiesOf } from '../queries/stories.ts';
import { insertTurn, lastAnswer } from '../queries/turns.ts';
import { isOpen, maySendBack, openAgain, stillMissing } from '../rules.ts';
import { sayMissing } from '../texts.ts';
import { languageFor, sendLetter, type Recipient } from './letters.ts';

type Done = { id: string } | Refusal;

/** As long as a notice with an undo stays on the screen. */
const leavesAfter = 10 * second;
const batch = 100;

const about = ({ request }: OnRequest) => ({ requestId: request.id, department: { id: request.department.id, name: request.department.name } });

/**
 * The answer is not enough. The request is open again at once, its clock where it stood; the department hears ten seconds later, so
 * that a slip of the finger can be undone before anybody reads it.
 */
export const sendBack = async (work: Work, requestId: string, missing: string | null): Promise<Done> => {
  const on = await accessRequest(work, requestId);
  const { request, found } = on;
  const refusal = maySendBack(request, found.status);
  if (refusal !== null) return refusal;
  const answeredAt = request.answeredAt ?? work.now;
  const calendar = await calendarOfDepartment(work.tx, request.department.id, work.now);
  const open = openAgain({ ...request, answeredAt }, work.now, calendar);
  await updateRequest(work.tx, requestId, {
    answered_at: null, sent_back_at: work.now, due_at: open.dueAt, climbed_to: open.climbedTo, next_climb_at: open.nextClimbAt, seen_at: null, seen_by: null,
  });
  const answer = await lastAnswer(work.tx, requestId);
  const words = missing ?? sayMissing(stillMissing(answer, request.choices), await languageFor(work.tx, request.sentTo), { choices: request.choices, choice: answer.choice });
  const { climbedTo, seenAt, seenBy, dueAt } = request;
  await insertReturn(work.tx, {
    id: newId(work.now), requestId, byMemberId: memberOf(work), byName: work.actor.name, missing: words, at: work.now, leavesAt: plus(work.now, leavesAfter),
    before: {
      answeredAt: answeredAt.toISOString(), dueAt: dueAt.toISOString(), climbedTo, seenAt: seenAt?.toISOString() ?? null, seenBy,
      laidAside: await layAsidePrepared(work, requestId),
    },
  });
  for (const key of answer.ids) await doneFor(work, { caseId: found.id, kinds: ['department_answered'], key });
  await showDepartmentWait(work, found.id, true);
  const times = (await storiesOf(work.tx, [requestId])).get(requestId)?.sentBackTimes ?? 1;
  work.emit(requestEvents['request.sent_back'](found.id, { ...about(on), by: work.actor.name, dueAt: open.dueAt.toISOString(), times }));
  return { id: requestId };
};

/** Everything as it was. Too late once the department was told, or has answered meanwhile by itself. */
export const undoSendingBack = async (work: Work, requestId: string): Promise<Done> => {
  const on = await accessRequest(work, requestId);
  const back = await returnNotTold(work.tx, requestId);
  if (back === undefined || !isOpen(on.request)) return refuse('request.told_already');
  const { answeredAt, dueAt, climbedTo, seenAt, seenBy, laidAside } = back.before;
  await updateRequest(work.tx, requestId, {
    answered_at: new Date(answeredAt), sent_back_at: null, questioned_at: null, due_at: new Date(dueAt), climbed_to: climbedTo, next_climb_at: null,
    seen_at: seenAt === null ? null : new Date(seenAt), seen_by: seenBy,
  });
  await endReturn(work.tx, back.id, { undone_at: work.now });
  await bringBackPrepared(work, laidAside);
  if ((await openRequestsOf(work.tx, on.found.id)).length === 0) await showDepartmentWait(work, on.found.id, false);
  work.emit(requestEvents['request.sending_back_undone'](on.found.id, { ...about(on), by: work.actor.name }));
  return { id: requestId };
};

export const returnsLeave: Due = (reader) => [{ at: firstOf(waiting(reader), 'leaves_at') }];

/** Tells the departments whose answers were sent back and not brought back. One that fails keeps no other from being told. */
export const tellSentBack = async (services: Services): Promise<void> => {
  const failures: unknown[] = [];
  for (const { requestId, byMemberId, byName } of await returnsDue(services.db, services.clock.now(), batch)) {
    await inWork(services, { kind: 'member', id: byMemberId, name: byName }, (work) => tell(work, requestId)).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} departments were not told that their answer is not enough.`);
};

const tell = async (work: Work, requestId: string): Promise<void> => {
  const on = await accessRequest(work, requestId);
  const { request, found } = on;
  const back = await returnNotTold(work.tx, requestId);
  if (back === undefined || back.leavesAt > work.now) return;
  await endReturn(work.tx, back.id, { left_at: work.now });
  // Answered or withdrawn in those ten seconds: what was missing is there, or nobody needs it.
  if (!isOpen(request)) return;
  const said = { kind: 'sent_back', byMemberId: back.byMemberId, byName: back.byName, byAddress: null, via: 'app', text: back.missing } as const;
  await insertTurn(work.tx, { id: newId(work.now), requestId, ...said, folded: '', choice: null, promisedFor: null, whoseIsIt: null, at: work.now, rawMailId: null });
  const answer = await lastAnswer(work.tx, requestId);
  const letter = { kind: 'sent_back', missing: back.missing, by: back.byName, answer: answer.words } as const;
  for (const to of await whoHears(work, on, answer.address)) await sendLetter(work, { request, found, letter, to });
  work.tell('case', found.id);
};

/** The department, and whoever answered where that was somebody else to whom we had written. */
const whoHears = async (work: Work, { request }: OnRequest, answeredFrom: string | null): Promise<Recipient[]> => {
  const department = { name: request.department.name, address: request.sentTo };
  const key = answeredFrom?.toLowerCase() ?? null;
  if (key === null || key === request.sentTo.toLowerCase()) return [department];
  const other = (await givenTo(work.tx, request.id)).find(({ address }) => address.toLowerCase() === key);
  return other === undefined ? [department] : [department, other];
};
