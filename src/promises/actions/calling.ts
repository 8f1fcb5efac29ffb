import type { Work } from '#base/work.ts';
import { doneFor, notify } from '#notices/index.ts';
import { leadsOf } from '#people/index.ts';
import { promiseEvents } from '../contract.ts';
import type { DuePromise } from '../queries/due.ts';

const longestExcerpt = 300;

const factsOf = (promise: DuePromise) => ({
  key: promise.id, caseNumber: promise.caseNumber, customer: promise.customer, dueAt: promise.dueAt.toISOString(), what: promise.text.slice(0, longestExcerpt),
});

/** Tells the keeper that a promise falls due; of a case that nobody owns, the leads. */
export const tellNear = async (work: Work, promise: DuePromise, why: 'due_soon' | 'request_late'): Promise<void> => {
  work.emit(promiseEvents['promise.near'](promise.caseId, { promiseId: promise.id, text: promise.text, dueAt: promise.dueAt.toISOString(), why }));
  const keepers = promise.ownerId === null ? (await leadsOf(work.tx)).map((lead) => lead.id) : [promise.ownerId];
  for (const memberId of keepers) await notify(work, { memberId, kind: 'promise_near', caseId: promise.caseId, facts: factsOf(promise) });
};

/** Tells the keeper and the leads that a promise was broken. That it falls due soon is no news any more. */
export const tellBroken = async (work: Work, promise: DuePromise): Promise<void> => {
  const { id, caseId, text, dueAt, firstDueAt, ownerId } = promise;
  await settled(work, caseId, id, ['promise_near']);
  work.emit(promiseEvents['promise.broken'](caseId, { promiseId: id, text, dueAt: dueAt.toISOString(), firstDueAt: firstDueAt.toISOString() }));
  const told = new Set([...(ownerId === null ? [] : [ownerId]), ...(await leadsOf(work.tx)).map((lead) => lead.id)]);
  for (const memberId of told) await notify(work, { memberId, kind: 'promise_broken', caseId, facts: factsOf(promise) });
};

/** What called for somebody because of this promise is settled. */
export const settled = (work: Work, caseId: string, promiseId: string, kinds: readonly ('promise_near' | 'promise_broken')[] = ['promise_near', 'promise_broken']): Promise<void> =>
  doneFor(work, { caseId, kinds, key: promiseId });
