import { hour, type Instant } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { DomainEvent } from '#base/events.ts';
import type { Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { addWorkingTime } from '#calendar/rules.ts';
import { accessCaseToRead, memberOf, type caseEvents } from '#cases/index.ts';
import type { Commitments } from '#cases/contract/commitments.ts';
import { promiseEvents } from '../contract.ts';
import { requestDueAt, requestsOnCase } from '../queries/around.ts';
import { claimBrokenAmong } from '../queries/due.ts';
import { changePromise, insertMove, insertPromise, lockPromises, openOf, type LoadedPromise } from '../queries/promises.ts';
import { mayKeep, mayMove, mayPromise, mayRelease, warnAt } from '../rules.ts';
import { promiseTexts } from '../texts.ts';
import { settled, tellBroken } from './calling.ts';

type Heard<Kind extends keyof typeof caseEvents> = DomainEvent<string, ReturnType<(typeof caseEvents)[Kind]>['data']> & { readonly id: number };

/** The case of an event that always belongs to one. */
export const caseOf = (event: { readonly kind: string; readonly caseId: string | null }): string => {
  if (event.caseId === null) throw new Error(`${event.kind} came without a case.`);
  return event.caseId;
};

/** Before a reply goes on its way: everything that it commits us to can be kept. Hears `case.reply_prepared`. */
export const checkCommitments = async (work: Work, event: Heard<'case.reply_prepared'>): Promise<void | Refusal> => {
  const caseId = caseOf(event);
  const { makes, keeps, moves } = event.data.commitments;
  const named = [...keeps, ...moves.map((move) => move.promiseId)];
  if (moves.some((move) => keeps.includes(move.promiseId))) return refuse('promise.kept_and_moved');
  if (new Set(moves.map((move) => move.promiseId)).size < moves.length) return refuse('promise.moved_twice');
  const found = await lockPromises(work.tx, caseId, named);
  if (named.some((id) => !found.has(id))) return refuse('promise.not_of_this_case');
  const requests = makes.flatMap((make) => (make.requestId === null ? [] : [make.requestId]));
  const known = await requestsOnCase(work.tx, caseId, requests);
  if (requests.some((id) => !known.has(id))) return refuse('promise.foreign_request');
  return (
    makes.map((make) => mayPromise(new Date(make.dueAt), work.now)).find(isRefusal) ??
    keeps.map((id) => mayKeep(found.get(id)!)).find(isRefusal) ??
    moves.map((move) => mayMove(found.get(move.promiseId)!, new Date(move.dueAt), work.now)).find(isRefusal) ??
    undefined
  );
};

interface Told {
  readonly caseId: string;
  readonly departmentId: string;
  readonly messageId: string;
}

/** The customer was told: what the reply commits us to is so from now on. Hears `case.replied`. */
export const takeCommitments = async (work: Work, event: Heard<'case.replied'>): Promise<void> => {
  const { commitments, messageId, act } = event.data;
  const caseId = caseOf(event);
  const nothing = commitments.makes.length + commitments.keeps.length + commitments.moves.length === 0;
  if (nothing && act !== 'resolves') return;
  const told: Told = { caseId, departmentId: (await accessCaseToRead(work.tx, caseId)).departmentId, messageId };
  const fresh = [];
  for (const make of commitments.makes) fresh.push(await makePromise(work, told, { ...make, dueAt: new Date(make.dueAt) }));
  await settleNamed(work, told, commitments);
  // What the resolving reply itself promised or renegotiated outlives the resolution: the customer was told of it just now.
  if (act === 'resolves') await releaseOpen(work, caseId, new Set([...fresh, ...commitments.moves.map((move) => move.promiseId)]));
};

interface Make {
  readonly text: string;
  readonly dueAt: Instant;
  readonly requestId: string | null;
}

const makePromise = async (work: Work, { caseId, departmentId, messageId }: Told, { text, dueAt, requestId }: Make): Promise<string> => {
  const id = newId(work.now);
  const at = await whenToWarn(work, departmentId, { madeAt: work.now, dueAt, requestId });
  await insertPromise(work.tx, { id, caseId, text, memberId: memberOf(work), messageId, requestId, dueAt, warnAt: at, now: work.now });
  work.emit(promiseEvents['promise.made'](caseId, { promiseId: id, text, dueAt: dueAt.toISOString(), requestId, messageId }));
  return id;
};

const whenToWarn = async (work: Work, departmentId: string, { madeAt, dueAt, requestId }: { madeAt: Instant; dueAt: Instant; requestId: string | null }): Promise<Instant> => {
  const anHourBefore = addWorkingTime(await calendarOfDepartment(work.tx, departmentId, work.now), dueAt, -hour);
  if (isRefusal(anHourBefore)) throw new Error(`The calendar of department ${departmentId} never opens.`);
  return warnAt({ madeAt, dueAt, anHourBefore, requestDueAt: await requestDueAt(work.tx, requestId) });
};

/**
 * Keeps and moves what the reply names. Between "send" and leaving some seconds pass: what a colleague settled in them is not
 * settled twice, and a date that reached the customer is never lost. Where the promise it was to move is no longer open, the new
 * date is a promise of its own.
 */
const settleNamed = async (work: Work, told: Told, { keeps, moves }: Commitments): Promise<void> => {
  const named = [...keeps, ...moves.map((move) => move.promiseId)];
  for (const broken of await claimBrokenAmong(work.tx, named, work.now)) await tellBroken(work, broken);
  const found = await lockPromises(work.tx, told.caseId, named);
  for (const promise of keeps.map((id) => found.get(id))) {
    if (promise !== undefined && mayKeep(promise) === null) await keepPromise(work, promise, { messageId: told.messageId });
  }
  for (const move of moves) {
    const promise = found.get(move.promiseId);
    const dueAt = new Date(move.dueAt);
    if (promise !== undefined && mayMove(promise, dueAt, work.now) === null) await movePromise(work, told, { promise, dueAt, reason: move.reason });
    else if (dueAt > work.now) await makePromise(work, told, { text: promise?.text ?? move.reason, dueAt, requestId: promise?.requestId ?? null });
  }
};

const movePromise = async (work: Work, told: Told, { promise, dueAt, reason }: { promise: LoadedPromise; dueAt: Instant; reason: string }): Promise<void> => {
  const { id, caseId, text, requestId } = promise;
  await insertMove(work.tx, { id: newId(work.now), promiseId: id, from: promise.dueAt, to: dueAt, reason, memberId: memberOf(work), messageId: told.messageId, now: work.now });
  await changePromise(work.tx, id, { due_at: dueAt, warn_at: await whenToWarn(work, told.departmentId, { madeAt: work.now, dueAt, requestId }), warned_at: null });
  await settled(work, caseId, id);
  const facts = { promiseId: id, text, from: promise.dueAt.toISOString(), to: dueAt.toISOString(), reason, messageId: told.messageId };
  work.emit(promiseEvents['promise.moved'](caseId, facts));
};

/** Keeps a promise, by a message or in the way that somebody says. */
export const keepPromise = async (work: Work, promise: LoadedPromise, by: { messageId: string } | { how: string }): Promise<void> => {
  const { id, caseId, text, dueAt, brokenAt } = promise;
  await changePromise(work.tx, id, 'how' in by ? { kept_at: work.now, kept_how: by.how } : { kept_at: work.now, kept_by_message_id: by.messageId });
  await settled(work, caseId, id);
  const facts = { promiseId: id, text, dueAt: dueAt.toISOString(), messageId: 'how' in by ? null : by.messageId, how: 'how' in by ? by.how : null, late: brokenAt !== null };
  work.emit(promiseEvents['promise.kept'](caseId, facts));
};

/** Lets us off a promise: by the customer's word, or because the case it served is resolved. */
export const letOff = async (work: Work, promise: LoadedPromise, why: 'let_off' | 'resolved', reason: string): Promise<void> => {
  const { id, caseId, text, dueAt } = promise;
  await changePromise(work.tx, id, { released_at: work.now, released_reason: reason });
  await settled(work, caseId, id);
  work.emit(promiseEvents['promise.released'](caseId, { promiseId: id, text, dueAt: dueAt.toISOString(), why, reason }));
};

/** The case is resolved: what was still open is let off; what fell due before is broken, and stays so. */
export const releaseOpen = async (work: Work, caseId: string, except: ReadonlySet<string> = new Set()): Promise<void> => {
  const open = (await openOf(work.tx, caseId)).filter((promise) => !except.has(promise.id));
  if (open.length === 0) return;
  for (const broken of await claimBrokenAmong(work.tx, open.map((promise) => promise.id), work.now)) await tellBroken(work, broken);
  const { language } = await accessCaseToRead(work.tx, caseId);
  for (const promise of open) if (mayRelease(promise, work.now) === null) await letOff(work, promise, 'resolved', promiseTexts[language].released.resolved);
};

/** Hears `case.resolved`. A resolving reply says itself what it keeps, and is heard as `case.replied`. */
export const releaseWhenResolved = async (work: Work, event: Heard<'case.resolved'>): Promise<void> => {
  if (event.data.how !== 'reply') await releaseOpen(work, caseOf(event));
};
