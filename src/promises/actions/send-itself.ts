import { plus } from '#base/clock.ts';
import type { Due } from '#base/due.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Actor, type Work } from '#base/work.ts';
import { accessCase, firstSelfUpdate, holdSelfUpdate, nearSelfUpdates, sendByItself, type AfterCase, type DueSelfUpdate } from '#cases/index.ts';
import { updatesOf } from '../queries/around.ts';
import { leavesByItself, selfSending } from '../rules.ts';
import { composeUpdate } from './honest-update.ts';

const perPage = 50;

export const selfUpdatesDue: Due = () => [{ at: firstSelfUpdate, ahead: selfSending.before }];

/**
 * Keeps the customers informed whose cases were set to do so. Each case is a transaction of its own, in its owner's name. All that are
 * near are looked at, page by page: those that wait for a person stay near, and must not stand in the way of the others.
 */
export const sendUpdatesByThemselves = async (services: Services, pageOf = perPage): Promise<void> => {
  const before = plus(services.clock.now(), selfSending.before);
  let after: AfterCase | null = null;
  for (;;) {
    const page = await nearSelfUpdates(services.db, before, after, pageOf);
    for (const { caseId, ownerId, ownerName } of page) {
      const owner: Actor = { kind: 'member', id: ownerId, name: ownerName };
      await inWork(services, owner, (work) => sendIfDue(work, caseId));
    }
    after = page.at(-1) ?? null;
    if (page.length < pageOf) return;
  }
};

// What decides is read once the case is held: between finding it and holding it somebody may have written.
const sendIfDue = async (work: Work, caseId: string): Promise<void> => {
  const due = await holdSelfUpdate(work.tx, caseId);
  if (due !== undefined && leavesByItself(due, work.now) === 'sends') await send(work, due);
};

const send = async (work: Work, { caseId, preparedId }: DueSelfUpdate): Promise<void> => {
  const found = await accessCase(work, caseId);
  const { sent } = await updatesOf(work.tx, caseId);
  const { text, newDueAt } = await composeUpdate(work, found, { requestId: null, updatesBefore: sent, leavesByItself: true });
  const refused = await sendByItself(work, caseId, { text, nextUpdateAt: newDueAt, preparedId });
  // Nothing is written then; the owner is called as for any other silence (`case.next_update_near`, then `_missed`).
  if (isRefusal(refused)) work.services.log.info({ caseId, refused: refused.refused }, 'An update could not leave by itself.');
};
