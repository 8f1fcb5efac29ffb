import { NotFound } from '#base/http/failures.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import type { TakenBack } from '#channels/intake.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { updateCase } from '../queries/case.ts';
import { caseOfMessage, hasActed, messagesOn } from '../queries/take-back.ts';
import { splitCase } from './split.ts';

/**
 * Takes a message back that was brought by mistake (the wrong file, the wrong column). Only while nobody has acted on its case: what a
 * colleague has read, taken or answered is part of what happened. A case that it opened closes without being resolved; from a case that
 * was there before it goes out into one of its own, as in a split, and that closes. Nothing is removed: the words stay where they can be
 * found.
 */
export const takeBackContact = async (work: Work, { messageId, besides, since }: TakenBack): Promise<'taken_back' | 'stays'> => {
  const caseId = await caseOfMessage(work.tx, messageId);
  if (caseId === undefined) throw new NotFound();
  const found = await accessCase(work, caseId);
  if (found.mergedIntoId !== null || (await hasActed(work.tx, { caseId, messageId, besides, since }))) return 'stays';
  if ((await messagesOn(work.tx, caseId)) === 1) return withdraw(work, caseId);
  const split = await splitCase(work, caseId, { messageIds: [messageId], subject: found.subject, ofAnother: null });
  return isRefusal(split) ? 'stays' : withdraw(work, split.newId);
};

const withdraw = async (work: Work, caseId: string): Promise<'taken_back'> => {
  const ended = { status: 'closed', resolved_at: work.now, closed_at: work.now, claim_due_at: null, next_update_due_at: null, waiting_since: null, chases: 0 } as const;
  await updateCase(work.tx, caseId, work.now, ended);
  work.emit(caseEvents['case.withdrawn'](caseId, {}));
  return 'taken_back';
};
