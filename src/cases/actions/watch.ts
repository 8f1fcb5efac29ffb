import { day, plus } from '#base/clock.ts';
import { firstOf, type Due } from '#base/due.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Actor, type Work } from '#base/work.ts';
import { visitorOf } from '#channels/chat/index.ts';
import { notify } from '#notices/index.ts';
import { leadsOf } from '#people/index.ts';
import { caseEvents } from '../contract.ts';
import * as due from '../queries/due.ts';
import { duePending, inFlight } from '../queries/replies.ts';
import { policy } from '../rules.ts';
import { dispatchReply } from './reply.ts';

const batch = 100;
/** A resolved case stays open to "not solved after all" for a week; then it is closed. */
const closesAfter = 7 * day;

export const repliesDue: Due = (reader) => [{ at: firstOf(inFlight(reader), 'send_at') }];

/** Sends the replies whose time to be taken back is over. */
export const dispatchDueReplies = async (services: Services): Promise<void> => {
  for (const reply of await duePending(services.db, services.clock.now(), batch)) {
    const actor: Actor = { kind: 'member', id: reply.memberId, name: reply.memberName };
    await inWork(services, actor, (work) => dispatchReply(work, reply.id));
  }
};

/** While a visitor sits before the chat, a reply that nobody wants to take back leaves now and not with the next sweep. */
export const dispatchToWaiting = async (services: Services, actor: Actor, { caseId, pendingId }: { caseId: string; pendingId: string }): Promise<void> => {
  const visitor = await visitorOf(services.db, caseId, services.clock.now());
  if (visitor?.isPresent === true) await inWork(services, actor, (work) => dispatchReply(work, pendingId));
};

export const claimsDue: Due = (reader) => [{ at: firstOf(due.unclaimed(reader), 'claim_due_at') }];

/** Nobody took the case within the claim time: the leads hear of it, once. */
export const watchClaims = (services: Services): Promise<void> =>
  inWork(services, system, async (work) => {
    for (const late of await due.claimLateClaims(work.tx, work.now, batch)) {
      work.emit(caseEvents['case.claim_late'](late.id, { dueAt: late.dueAt.toISOString() }));
      await callLeads(work, late, 'claim_late');
    }
  });

export const nextUpdatesDue: Due = (reader) => [
  { at: firstOf(due.unwarned(reader), 'next_update_due_at'), ahead: policy.warnBefore },
  { at: firstOf(due.unmissed(reader), 'next_update_due_at') },
];

/** The owner hears before the customer would hear nothing; when the instant passes in silence, the leads hear as well. */
export const watchNextUpdates = (services: Services): Promise<void> =>
  inWork(services, system, async (work) => {
    for (const near of await due.claimNearUpdates(work.tx, plus(work.now, policy.warnBefore), batch, work.now)) {
      work.emit(caseEvents['case.next_update_near'](near.id, { dueAt: near.dueAt.toISOString() }));
      if (near.ownerId !== null) await notify(work, { memberId: near.ownerId, kind: 'next_update_near', caseId: near.id, facts: factsOf(near) });
    }
    for (const missed of await due.claimMissedUpdates(work.tx, work.now, batch)) {
      work.emit(caseEvents['case.next_update_missed'](missed.id, { dueAt: missed.dueAt.toISOString() }));
      if (missed.ownerId !== null) await notify(work, { memberId: missed.ownerId, kind: 'next_update_missed', caseId: missed.id, facts: factsOf(missed) });
      await callLeads(work, missed, 'next_update_missed');
    }
  });

export const closeResolved = (services: Services): Promise<void> =>
  inWork(services, system, async (work) => {
    for (const id of await due.claimClosable(work.tx, plus(work.now, -closesAfter), batch, work.now)) work.emit(caseEvents['case.closed'](id, {}));
  });

const factsOf = (found: due.DueCase) => ({ key: found.dueAt.toISOString(), caseNumber: found.number, customer: found.customer, dueAt: found.dueAt.toISOString() });

const callLeads = async (work: Work, found: due.DueCase, kind: 'claim_late' | 'next_update_missed'): Promise<void> => {
  for (const lead of await leadsOf(work.tx)) {
    if (lead.id !== found.ownerId) await notify(work, { memberId: lead.id, kind, caseId: found.id, facts: factsOf(found) });
  }
};
