import { newId } from '#base/ids.ts';
import { NotFound } from '#base/http/failures.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { addCustomer } from '#customers/index.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { insertCase, updateCase, type LoadedCase } from '../queries/case.ts';
import * as moves from '../queries/moves.ts';
import { isOpen } from '../rules.ts';
import { clocksOf } from './clocks.ts';

export interface SplitInput {
  readonly messageIds: readonly string[];
  readonly subject: string;
  /** They are somebody else's words: the new case is that person's, of whom we know only the name. */
  readonly ofAnother: string | null;
}

/**
 * Two matters in one case: the chosen messages become a case of their own, with the same customer and owner, its own clocks. Words
 * that were joined wrongly because they are somebody else's go to a case of that person, so that no answer to one reaches the other.
 */
export const splitCase = async (work: Work, caseId: string, input: SplitInput): Promise<{ splitId: string; newId: string } | Refusal> => {
  const found = await accessCase(work, caseId);
  if (found.mergedIntoId !== null) return refuse('case.is_merged', { caseId: found.mergedIntoId });
  const customerId = await whose(work, found, input.ofAnother);
  if (isRefusal(customerId)) return customerId;
  const fresh = { id: newId(work.now), subject: input.subject, customerId };
  const number = await openBeside(work, found, fresh);
  const moved = await moves.moveMessages(work.tx, input.messageIds, caseId, fresh.id);
  if (moved.messages.length < new Set(input.messageIds).size) return refuse('split.foreign_message');
  const left = await work.tx.selectFrom('messages').where('case_id', '=', caseId).select('id').limit(1).executeTakeFirst();
  if (left === undefined) return refuse('split.whole_case');
  // What begins a case asks for the first time there, whatever it was beside the words before it.
  const before: Before = { firstChase: await moves.firstIsNoChase(work.tx, fresh.id), authorId: found.customerId };
  if (customerId !== found.customerId) await moves.sayWhoWrote(work.tx, moved.messages, found.customerId, customerId);
  for (const id of [caseId, fresh.id]) await recount(work, id);
  const splitId = newId(work.now);
  await moves.insertSplit(work.tx, { id: splitId, caseId, intoId: fresh.id, by: work.actor, now: work.now, moved: { ...moved, before } });
  work.emit(caseEvents['case.opened'](fresh.id, { number, channel: found.channel as 'email', messageId: null, customerId, ownerId: found.owner?.id ?? null }));
  work.emit(caseEvents['case.split'](caseId, { splitId, otherId: fresh.id, otherNumber: number, isNew: false }));
  work.emit(caseEvents['case.split'](fresh.id, { splitId, otherId: caseId, otherNumber: found.number, isNew: true }));
  return { splitId, newId: fresh.id };
};

/** What undoing needs besides the messages. */
interface Before {
  /** The message that was a chase before it began a case. */
  readonly firstChase: string | null;
  readonly authorId: string;
}

const whose = async (work: Work, found: LoadedCase, another: string | null): Promise<string | Refusal> => {
  if (another === null) return found.customerId;
  const added = await addCustomer(work, { name: another, identities: [], language: found.language });
  return isRefusal(added) ? added : added.id;
};

const openBeside = async (work: Work, found: LoadedCase, fresh: { id: string; subject: string; customerId: string }): Promise<number> => {
  const clocks = await clocksOf(work, found.departmentId);
  return insertCase(work.tx, {
    ...fresh,
    departmentId: found.departmentId,
    channel: found.channel,
    language: found.language,
    ownerId: found.owner?.id ?? null,
    claimDueAt: found.owner === null ? clocks.claimDueAt : null,
    nextUpdateDueAt: clocks.firstWordDueAt,
    waitingSince: null,
    at: work.now,
  });
};

/** Reads from the messages that are there since when the customer waits, how often they asked again, and when they last wrote. */
const recount = async (work: Work, caseId: string): Promise<void> => {
  const found = await accessCase(work, caseId);
  if (!isOpen(found.status)) return;
  const since = await moves.firstUnanswered(work.tx, caseId);
  await updateCase(work.tx, caseId, work.now, { waiting_since: since, ...(await moves.askedSince(work.tx, caseId, since)) });
};

/** Undoes a split: the messages return, the case that was made for them closes as a signpost to the one they came from. */
export const undoSplit = async (work: Work, splitId: string): Promise<{ id: string } | Refusal> => {
  const split = await moves.splitById(work.tx, splitId);
  if (split === undefined) throw new NotFound();
  if (split.undone_at !== null) return refuse('merge.already_undone');
  const [first, second] = [split.case_id, split.into_id].toSorted();
  const pair = [await accessCase(work, first!), await accessCase(work, second!)];
  const old = pair.find((found) => found.id === split.case_id)!;
  const fresh = pair.find((found) => found.id === split.into_id)!;
  if (old.mergedIntoId !== null || fresh.mergedIntoId !== null) return refuse('merge.moved_on');
  const { before, messages } = split.moved as moves.Moved & { before?: Before };
  await moves.moveAll(work.tx, fresh.id, old.id);
  if (before !== undefined && before.firstChase !== null) await moves.isChaseAgain(work.tx, before.firstChase);
  if (before !== undefined && fresh.customerId !== before.authorId) await moves.sayWhoWrote(work.tx, messages, fresh.customerId, before.authorId);
  await moves.markSplitUndone(work.tx, splitId, work.actor, work.now);
  await updateCase(work.tx, fresh.id, work.now, {
    status: 'closed',
    merged_into_id: old.id,
    resolved_at: fresh.resolvedAt ?? work.now,
    closed_at: work.now,
    claim_due_at: null,
    next_update_due_at: null,
    waiting_since: null,
    chases: 0,
  });
  await recount(work, old.id);
  work.emit(caseEvents['case.unsplit'](old.id, { splitId, otherId: fresh.id, otherNumber: fresh.number }));
  work.emit(caseEvents['case.unsplit'](fresh.id, { splitId, otherId: old.id, otherNumber: old.number }));
  return { id: splitId };
};
