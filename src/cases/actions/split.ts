import { newId } from '#base/ids.ts';
import { NotFound } from '#base/http/failures.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { insertCase, updateCase, type LoadedCase } from '../queries/case.ts';
import * as moves from '../queries/moves.ts';
import { isOpen } from '../rules.ts';
import { clocksOf } from './clocks.ts';

export interface SplitInput {
  readonly messageIds: readonly string[];
  readonly subject: string;
}

/** Two matters in one case: the chosen messages become a case of their own, with the same customer, the same owner, its own clocks. */
export const splitCase = async (work: Work, caseId: string, input: SplitInput): Promise<{ splitId: string; newId: string } | Refusal> => {
  const found = await accessCase(work, caseId);
  if (found.mergedIntoId !== null) return refuse('case.is_merged', { caseId: found.mergedIntoId });
  const freshId = newId(work.now);
  const number = await openBeside(work, found, freshId, input.subject);
  const moved = await moves.moveMessages(work.tx, input.messageIds, caseId, freshId);
  if (moved.messages.length < new Set(input.messageIds).size) return refuse('split.foreign_message');
  const left = await work.tx.selectFrom('messages').where('case_id', '=', caseId).select('id').limit(1).executeTakeFirst();
  if (left === undefined) return refuse('split.whole_case');
  for (const id of [caseId, freshId]) await recount(work, id);
  const splitId = newId(work.now);
  await moves.insertSplit(work.tx, { id: splitId, caseId, intoId: freshId, by: work.actor, now: work.now, moved });
  work.emit(caseEvents['case.opened'](freshId, { number, channel: found.channel as 'email', messageId: null, customerId: found.customerId, ownerId: found.owner?.id ?? null }));
  work.emit(caseEvents['case.split'](caseId, { splitId, otherId: freshId, otherNumber: number, isNew: false }));
  work.emit(caseEvents['case.split'](freshId, { splitId, otherId: caseId, otherNumber: found.number, isNew: true }));
  return { splitId, newId: freshId };
};

const openBeside = async (work: Work, found: LoadedCase, id: string, subject: string): Promise<number> => {
  const clocks = await clocksOf(work, found.departmentId);
  return insertCase(work.tx, {
    id,
    subject,
    customerId: found.customerId,
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

const recount = async (work: Work, caseId: string): Promise<void> => {
  const found = await accessCase(work, caseId);
  if (isOpen(found.status)) await updateCase(work.tx, caseId, work.now, { waiting_since: await moves.firstUnanswered(work.tx, caseId) });
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
  await moves.moveAll(work.tx, fresh.id, old.id);
  await moves.markSplitUndone(work.tx, splitId, work.actor, work.now);
  await updateCase(work.tx, fresh.id, work.now, {
    status: 'closed',
    merged_into_id: old.id,
    resolved_at: fresh.resolvedAt ?? work.now,
    closed_at: work.now,
    claim_due_at: null,
    next_update_due_at: null,
    waiting_since: null,
  });
  await recount(work, old.id);
  work.emit(caseEvents['case.unsplit'](old.id, { splitId, otherId: fresh.id, otherNumber: fresh.number }));
  work.emit(caseEvents['case.unsplit'](fresh.id, { splitId, otherId: old.id, otherNumber: old.number }));
  return { id: splitId };
};
