import { newId } from '#base/ids.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { customerById } from '#customers/index.ts';
import { accessCase } from '../access.ts';
import { caseEvents, replyInput } from '../contract.ts';
import * as queries from '../queries/self-updates.ts';
import { isOpen, mayBeNextUpdate } from '../rules.ts';
import { sendNow } from './reply.ts';

/** Whether the case tells its customer by itself where nobody wrote in time. Saying the same twice changes nothing. */
export const setSelfUpdates = async (work: Work, caseId: string, on: boolean): Promise<{ id: string } | Refusal> => {
  const found = await accessCase(work, caseId);
  if (on && !isOpen(found.status)) return refuse('case.is_resolved');
  if (on && found.owner === null) return refuse('case.nobody_owns_it');
  if ((await queries.switchedOn(work.tx, caseId)) === on) return { id: caseId };
  const switched = { caseId, actor: work.actor, now: work.now };
  if (on) await queries.insertSelfUpdates(work.tx, { ...switched, id: newId(work.now) });
  else await queries.endSelfUpdates(work.tx, switched);
  work.emit(caseEvents['case.self_updates_set'](caseId, { on }));
  return { id: caseId };
};

interface SelfUpdate {
  readonly text: string;
  readonly nextUpdateAt: Date;
  readonly preparedId: string | null;
}

/**
 * Sends an update in the owner's name, who is the actor of `work`, without anybody pressing a key. Refused where it could not reach
 * the customer or where its date is none; then the owner is called as for any other silence.
 */
export const sendByItself = async (work: Work, caseId: string, { text, nextUpdateAt, preparedId }: SelfUpdate): Promise<void | Refusal> => {
  const refusal = mayBeNextUpdate(nextUpdateAt, work.now);
  if (refusal !== null) return refusal;
  const found = await accessCase(work, caseId);
  // Whoever asked to be called is called by a person: a letter that wrote itself is what they did not want.
  if ((await customerById(work.tx, found.customerId))?.prefers === 'phone') return refuse('reply.prefers_phone');
  const reply = replyInput.parse({ text, act: 'updates', nextUpdateAt: nextUpdateAt.toISOString(), preparedId, seenEventId: 0, undoSeconds: 0 });
  const sent = await sendNow(work, found, { reply, due: nextUpdateAt, byItself: true });
  return isRefusal(sent) ? sent : undefined;
};
