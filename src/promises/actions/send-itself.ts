import { plus } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Actor, type Work } from '#base/work.ts';
import { accessCase, dueSelfUpdates, sendByItself, type DueSelfUpdate } from '#cases/index.ts';
import { updatesOf } from '../queries/around.ts';
import { leavesByItself, selfSending } from '../rules.ts';
import { composeUpdate } from './honest-update.ts';

const batch = 50;

/**
 * Keeps the customers informed whose cases were set to do so. Each case is a transaction of its own, in its owner's name: one that
 * cannot be sent delays none of the others.
 */
export const sendUpdatesByThemselves = async (services: Services): Promise<void> => {
  const near = await inWork(services, system, (work) => dueSelfUpdates(work.tx, plus(work.now, selfSending.before), batch));
  for (const { caseId, ownerId, ownerName } of near) {
    const owner: Actor = { kind: 'member', id: ownerId, name: ownerName };
    await inWork(services, owner, (work) => sendIfStillDue(work, caseId));
  }
};

// Read again under the lock: between finding it and holding it somebody may have written.
const sendIfStillDue = async (work: Work, caseId: string): Promise<void> => {
  const due = (await dueSelfUpdates(work.tx, plus(work.now, selfSending.before), batch, caseId))[0];
  if (due === undefined || leavesByItself(due, work.now) !== 'sends') return;
  await send(work, due);
};

const send = async (work: Work, { caseId, preparedId }: DueSelfUpdate): Promise<void> => {
  const found = await accessCase(work, caseId);
  const { sent } = await updatesOf(work.tx, caseId);
  const { text, newDueAt } = await composeUpdate(work, found, { requestId: null, updatesBefore: sent, leavesByItself: true });
  const refused = await sendByItself(work, caseId, { text, nextUpdateAt: newDueAt, preparedId });
  // Nothing is written then; the owner is called as for any other silence (`case.next_update_near`, then `_missed`).
  if (isRefusal(refused)) work.services.log.info({ caseId, refused: refused.refused }, 'An update could not leave by itself.');
};
