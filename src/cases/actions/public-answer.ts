import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import type { AnsweredElsewhere } from '#channels/intake.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { updateCase } from '../queries/case.ts';
import { insertMessage } from '../queries/messages.ts';
import { isOpen, mayBeNextUpdate } from '../rules.ts';
import { moveNextUpdate } from './clocks.ts';
import { becomeOwner, memberOf } from './take-charge.ts';

/**
 * A colleague answered where the customer wrote, with their own hands. It is a word to the customer, so whoever gave it has the case
 * if nobody had; it never ends the wait: in public one says that one has understood, and the matter itself is answered in private.
 */
export const noteAnswerElsewhere = async (work: Work, answer: AnsweredElsewhere): Promise<{ messageId: string } | Refusal> => {
  const found = await accessCase(work, answer.caseId);
  if (found.mergedIntoId !== null) return refuse('case.is_merged', { caseId: found.mergedIntoId });
  if (!isOpen(found.status)) return refuse('case.is_resolved');
  const tooNearOrFar = answer.nextUpdateAt === null ? null : mayBeNextUpdate(answer.nextUpdateAt, work.now);
  if (tooNearOrFar !== null) return tooNearOrFar;
  if (found.owner === null) await becomeOwner(work, found);
  const messageId = newId(work.now);
  await insertMessage(work.tx, {
    id: messageId,
    caseId: found.id,
    direction: 'out',
    channel: answer.channel,
    at: answer.at > work.now ? work.now : answer.at,
    customerId: null,
    memberId: memberOf(work),
    authorName: work.actor.name,
    authorAddress: null,
    isThirdParty: false,
    subject: null,
    text: answer.text,
    folded: '',
    html: null,
    act: 'updates',
    hasSubstance: true,
    isAutomatic: false,
    isChase: false,
    rawMailId: null,
  });
  await updateCase(work.tx, found.id, work.now, { last_outbound_at: work.now });
  if (answer.nextUpdateAt !== null) await moveNextUpdate(work, found.id, answer.nextUpdateAt, 'reply');
  const commitments = { makes: [], keeps: [], moves: [] };
  const nextUpdateAt = answer.nextUpdateAt?.toISOString() ?? null;
  work.emit(caseEvents['case.replied'](found.id, { messageId, act: 'updates', hasSubstance: true, commitments, nextUpdateAt, preparedId: null, byItself: false }));
  return { messageId };
};
