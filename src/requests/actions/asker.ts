import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { memberOf, showDepartmentWait } from '#cases/index.ts';
import { accessRequest, type OnRequest } from '../access.ts';
import { requestEvents } from '../contract.ts';
import { insertClimb, lastReminderAt } from '../queries/climbs.ts';
import { givenTo, revokeLinks } from '../queries/links.ts';
import { openRequestsOf, updateRequest, type LoadedRequest } from '../queries/requests.ts';
import { insertTurn, lastTurn } from '../queries/turns.ts';
import { isOpen, mayRemind, resume } from '../rules.ts';
import { nothingToWaitFor } from './calls.ts';
import { cancelPlans } from './plan.ts';
import { sendLetter, type Recipient } from './letters.ts';

type Done = { id: string } | Refusal;

const theDepartment = ({ department, sentTo }: LoadedRequest): Recipient => ({ name: department.name, address: sentTo });
const about = (request: LoadedRequest) => ({ requestId: request.id, department: { id: request.department.id, name: request.department.name } });

/** Our word to the department. If it had asked something, its clock runs on from here, later by the time that it waited for us. */
export const replyToDepartment = async (work: Work, requestId: string, text: string): Promise<Done> => {
  const on = await accessRequest(work, requestId);
  const { request, found } = on;
  if (!isOpen(request)) return refuse('request.settled');
  const last = await lastTurn(work.tx, requestId);
  if (last?.kind === 'reply' && last.text === text && last.by_member_id === memberOf(work)) return { id: requestId };
  const later = await runOn(work, on);
  const turnId = newId(work.now);
  const said = { kind: 'reply', byMemberId: memberOf(work), byName: work.actor.name, byAddress: null, via: 'app', text } as const;
  await insertTurn(work.tx, { id: turnId, requestId, ...said, folded: '', choice: null, promisedFor: null, whoseIsIt: null, at: work.now, rawMailId: null });
  const letter = { kind: 'reply', text, by: work.actor.name } as const;
  for (const to of await whoListens(work, request, last)) await sendLetter(work, { request: { ...request, dueAt: later }, found, letter, to });
  work.emit(requestEvents['request.replied'](found.id, { ...about(request), turnId, by: work.actor.name, dueAt: later.toISOString() }));
  return { id: requestId };
};

/** The department's clock runs on, if it stood still; the instant by which it answers now. */
const runOn = async (work: Work, { request, found }: OnRequest): Promise<Date> => {
  const { questionedAt } = request;
  if (questionedAt === null) return request.dueAt;
  const calendar = await calendarOfDepartment(work.tx, request.department.id, work.now);
  const { dueAt, nextClimbAt } = resume({ ...request, questionedAt }, work.now, calendar);
  await updateRequest(work.tx, request.id, { questioned_at: null, due_at: dueAt, next_climb_at: nextClimbAt });
  await nothingToWaitFor(work, request, found.id);
  return dueAt;
};

/** The department; and whoever asked back, where that was a head or somebody else whom we had written to. */
const whoListens = async (work: Work, request: LoadedRequest, last: { kind: string; by_address: string | null } | undefined): Promise<Recipient[]> => {
  const asked = last?.kind === 'question_back' ? (last.by_address?.toLowerCase() ?? null) : null;
  const other = asked === null || asked === request.sentTo.toLowerCase() ? undefined : (await givenTo(work.tx, request.id)).find(({ address }) => address.toLowerCase() === asked);
  return other === undefined ? [theDepartment(request)] : [theDepartment(request), other];
};

/** Reminds by hand. It changes nothing about when the request climbs. */
export const remindByHand = async (work: Work, requestId: string): Promise<Done> => {
  const { request, found } = await accessRequest(work, requestId);
  const refusal = mayRemind(request, (await lastReminderAt(work.tx, requestId)) ?? request.askedAt, work.now);
  if (refusal !== null) return refusal;
  const to = theDepartment(request);
  await insertClimb(work.tx, { id: newId(work.now), requestId, step: 1, to, byMemberId: memberOf(work), at: work.now });
  await sendLetter(work, { request, found, letter: { kind: 'reminder', byHand: true }, to });
  work.emit(requestEvents['request.climbed'](found.id, { ...about(request), step: 'reminder', toNames: [to.name], byHand: true }));
  return { id: requestId };
};

export const withdrawByHand = async (work: Work, requestId: string, reason: string): Promise<Done> => {
  const on = await accessRequest(work, requestId);
  if (on.request.withdrawnAt !== null) return { id: requestId };
  if (!isOpen(on.request)) return refuse('request.settled');
  await withdraw(work, on, reason);
  const left = await openRequestsOf(work.tx, on.found.id);
  if (left.length === 0) await showDepartmentWait(work, on.found.id, false);
  return { id: requestId };
};

/** Nobody has to answer any more: everybody who was asked is told, and their links open nothing. */
export const withdraw = async (work: Work, { request, found }: OnRequest, reason: string): Promise<void> => {
  await updateRequest(work.tx, request.id, { withdrawn_at: work.now, withdrawn_reason: reason, questioned_at: null, next_climb_at: null });
  await revokeLinks(work.tx, request.id, work.now);
  await nothingToWaitFor(work, request, found.id);
  await cancelPlans(work, found.id, { which: { afterRequestId: request.id }, reason });
  const asked = new Map((await givenTo(work.tx, request.id)).map((to) => [to.address.toLowerCase(), to]));
  for (const to of asked.values()) await sendLetter(work, { request, found, letter: { kind: 'withdrawn', reason }, to });
  work.emit(requestEvents['request.withdrawn'](found.id, { ...about(request), reason }));
};
