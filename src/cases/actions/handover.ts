import { newId } from '#base/ids.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { doneFor, notify } from '#notices/index.ts';
import { deputyFor, memberById, shiftEndOf, type MemberRow } from '#people/index.ts';
import { serviceRoles } from '#people/contract.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { updateCase, type LoadedCase } from '../queries/case.ts';
import * as handovers from '../queries/handovers.ts';
import { mayOfferHandover, maySettleHandover, mayWithdrawHandover } from '../rules.ts';
import { summaryOf } from './summary.ts';
import { memberOf } from './take-charge.ts';

/** Asks a colleague to take the case over. Nothing about the owner changes until they accept. */
export const offerHandover = async (work: Work, caseId: string, offer: { toId: string; reason: string }): Promise<{ id: string } | Refusal> => {
  const found = await accessCase(work, caseId);
  const to = await memberById(work.tx, offer.toId);
  if (to === null || to.leftAt !== null) throw new NotFound();
  const refusal = mayOfferHandover({
    state: found,
    byId: memberOf(work),
    byIsLead: await actsAsLead(work),
    deputyId: found.owner === null ? null : ((await deputyFor(work.tx, found.owner.id, work.now))?.id ?? null),
    to: { id: to.id, name: to.name, worksInService: worksInService(to), isAway: (await deputyFor(work.tx, to.id, work.now)) !== null || (await shiftEndOf(work.tx, to.id, work.now)) !== undefined },
    hasOpenOffer: (await handovers.openHandoverOf(work.tx, caseId)) !== undefined,
  });
  if (refusal !== null) return refusal;
  const id = newId(work.now);
  const summary = await summaryOf(work.tx, caseId, found.language, work.now);
  await handovers.insertHandover(work.tx, { id, caseId, fromId: found.owner?.id ?? memberOf(work), toId: to.id, reason: offer.reason, summary, now: work.now });
  await notify(work, { memberId: to.id, kind: 'handover_offered', caseId, facts: { key: id, caseNumber: found.number, person: work.actor.name, reason: offer.reason } });
  work.emit(caseEvents['case.handover_offered'](caseId, { handoverId: id, toId: to.id, toName: to.name, reason: offer.reason }));
  return { id };
};

/** Accepts: in this instant, and not before, the case has another owner. */
export const acceptHandover = async (work: Work, handoverId: string): Promise<{ id: string } | Refusal> => {
  const { handover, found } = await load(work, handoverId);
  const refusal = maySettleHandover(stateOf(handover), memberOf(work));
  if (refusal !== null) return refusal;
  await handovers.settleHandover(work.tx, handoverId, { accepted_at: work.now });
  await updateCase(work.tx, found.id, work.now, { owner_id: handover.to_id });
  await doneFor(work, { caseId: found.id, kinds: ['handover_offered'] });
  const facts = { handoverId, fromId: handover.from_id, fromName: handover.fromName, toId: handover.to_id, toName: work.actor.name };
  work.emit(caseEvents['case.handover_accepted'](found.id, facts));
  return { id: handoverId };
};

/** Declines, and says why: the owner stays, and hears of it. */
export const declineHandover = async (work: Work, handoverId: string, reason: string): Promise<{ id: string } | Refusal> => {
  const { handover, found } = await load(work, handoverId);
  const refusal = maySettleHandover(stateOf(handover), memberOf(work));
  if (refusal !== null) return refusal;
  await handovers.settleHandover(work.tx, handoverId, { declined_at: work.now, decline_reason: reason });
  await doneFor(work, { caseId: found.id, kinds: ['handover_offered'] });
  await notify(work, { memberId: handover.from_id, kind: 'handover_declined', caseId: found.id, facts: { key: handoverId, caseNumber: found.number, person: work.actor.name, reason } });
  const facts = { handoverId, fromId: handover.from_id, toId: handover.to_id, toName: work.actor.name, reason };
  work.emit(caseEvents['case.handover_declined'](found.id, facts));
  return { id: handoverId };
};

export const withdrawHandover = async (work: Work, handoverId: string): Promise<{ id: string } | Refusal> => {
  const { handover, found } = await load(work, handoverId);
  const refusal = mayWithdrawHandover(stateOf(handover), memberOf(work), await actsAsLead(work));
  if (refusal !== null) return refusal;
  await handovers.settleHandover(work.tx, handoverId, { withdrawn_at: work.now });
  await doneFor(work, { caseId: found.id, kinds: ['handover_offered'] });
  work.emit(caseEvents['case.handover_withdrawn'](found.id, { handoverId }));
  return { id: handoverId };
};

type Row = NonNullable<Awaited<ReturnType<typeof handovers.handoverById>>>;

const load = async (work: Work, id: string): Promise<{ handover: Row; found: LoadedCase }> => {
  const handover = await handovers.handoverById(work.tx, id);
  if (handover === undefined) throw new NotFound();
  return { handover, found: await accessCase(work, handover.case_id) };
};

const stateOf = (row: Row) => ({ fromId: row.from_id, toId: row.to_id, settled: row.accepted_at !== null || row.declined_at !== null || row.withdrawn_at !== null });

const worksInService = (member: MemberRow): boolean => serviceRoles.some((role) => member.roles.includes(role));

const actsAsLead = async (work: Work): Promise<boolean> => (await memberById(work.tx, memberOf(work)))?.roles.includes('lead') ?? false;
