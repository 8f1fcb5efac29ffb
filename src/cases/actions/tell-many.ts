import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { accessCase } from '../access.ts';
import { replyInput } from '../contract.ts';
import type { LoadedCase } from '../queries/case.ts';
import { inFlightBy } from '../queries/replies.ts';
import { isOpen, mayBeNextUpdate } from '../rules.ts';
import { clocksOf, moveNextUpdate } from './clocks.ts';
import { sendNow } from './reply.ts';

interface Telling {
  readonly text: string;
  /** By when the customer hears again; null where nothing further was announced. */
  readonly nextUpdateAt: Date | null;
  /** It is not about the case: what came of something that its customer had said. It may go out when the case has long been over. */
  readonly isBeside?: boolean;
}

/**
 * Tells the customer of an open case what many are told, in the name of whoever is the actor of `work`. It is an update as any reply
 * of that act: it goes out through the outbox and sets the next one, and ends no wait. The owner keeps the case. Refused where the
 * case is merged or over, nobody can be reached, or a colleague's own reply is about to leave: theirs goes first. What is said beside
 * the matter reaches cases that are over as well, and leaves status, owner and clocks of every case as they are: on an open one the
 * customer still waits for what was said to them there.
 */
export const tellOneOfMany = async (work: Work, caseId: string, { text, nextUpdateAt, isBeside = false }: Telling): Promise<{ messageId: string } | Refusal> => {
  const found = await accessCase(work, caseId);
  if (found.mergedIntoId !== null) return refuse('case.is_merged', { caseId: found.mergedIntoId });
  if (!isBeside && !isOpen(found.status)) return refuse('case.is_resolved');
  const name = await inFlightBy(work.tx, caseId, null);
  if (name !== null) return refuse('reply.other_in_flight', { name });
  const due = isBeside ? null : await dueAfter(work, found, nextUpdateAt);
  const reply = replyInput.parse({ text, act: 'updates', nextUpdateAt: due?.toISOString() ?? null, seenEventId: 0, undoSeconds: 0 });
  const messageId = await sendNow(work, found, { reply, due, byItself: false, toMany: true, isBeside });
  return isRefusal(messageId) ? messageId : { messageId };
};

/** The same customer was told on another case of theirs: by then they hear on this one, too. */
export const toldOnAnotherCase = async (work: Work, caseId: string, nextUpdateAt: Date | null): Promise<void> => {
  const found = await accessCase(work, caseId);
  if (found.mergedIntoId === null && isOpen(found.status)) await moveNextUpdate(work, caseId, await dueAfter(work, found, nextUpdateAt), 'reply');
};

/** What was announced, while it lies ahead. Where nothing was, or it has passed meanwhile, we look again as after a question. */
const dueAfter = async (work: Work, { departmentId }: LoadedCase, announced: Date | null): Promise<Date> =>
  announced !== null && mayBeNextUpdate(announced, work.now) === null ? announced : (await clocksOf(work, departmentId)).lookAgainAt;
