import { newId } from '#base/ids.ts';
import { NotFound } from '#base/http/failures.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { customerById } from '#customers/index.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { updateCase, type LoadedCase } from '../queries/case.ts';
import * as moves from '../queries/moves.ts';
import * as suggestions from '../queries/suggestions.ts';
import { isOpen, type CaseState } from '../rules.ts';

export interface MergeInput {
  readonly intoId: string;
  readonly evenThoughCustomersDiffer: boolean;
}

type Merged = { mergeId: string; intoId: string } | Refusal;

/** What the emptied case looked like, so that undoing brings exactly that back. */
interface Before {
  readonly status: CaseState['status'];
  readonly ownerId: string | null;
  readonly claimDueAt: string | null;
  readonly nextUpdateDueAt: string | null;
  readonly waitingSince: string | null;
  readonly chases: number;
  readonly resolvedAt: string | null;
  readonly survivorWaitingSince: string | null;
  readonly survivorChases: number;
}

/**
 * Joins a case into another. Messages, notes and files move; the emptied case stays as a signpost, so that mail to it lands in the
 * survivor for ever. The survivor waits since the earlier of the two first unanswered messages: no merge makes a customer fresh.
 */
export const mergeCase = async (work: Work, caseId: string, input: MergeInput): Promise<Merged> => {
  if (caseId === input.intoId) return refuse('merge.into_itself');
  const { gone, stays } = await bothInOrder(work, caseId, input.intoId);
  const refusal = await mayMerge(work, gone, stays, input.evenThoughCustomersDiffer);
  if (refusal !== null) return refusal;
  const mergeId = newId(work.now);
  const moved = await moves.moveAll(work.tx, gone.id, stays.id);
  await moves.insertMerge(work.tx, { id: mergeId, caseId: gone.id, intoId: stays.id, by: work.actor, now: work.now, moved: { ...moved, before: beforeOf(gone, stays) } });
  await closeAsSignpost(work, gone, stays);
  await inheritWaiting(work, gone, stays);
  work.emit(caseEvents['case.merged'](gone.id, { mergeId, otherId: stays.id, otherNumber: stays.number, survives: false }));
  work.emit(caseEvents['case.merged'](stays.id, { mergeId, otherId: gone.id, otherNumber: gone.number, survives: true }));
  return { mergeId, intoId: stays.id };
};

/** Two people who merge the same pair at once must take the locks in the same order, or they wait for each other. */
const bothInOrder = async (work: Work, caseId: string, intoId: string): Promise<{ gone: LoadedCase; stays: LoadedCase }> => {
  const [first, second] = [caseId, intoId].toSorted();
  const one = await accessCase(work, first!);
  const other = await accessCase(work, second!);
  return one.id === caseId ? { gone: one, stays: other } : { gone: other, stays: one };
};

const mayMerge = async (work: Work, gone: LoadedCase, stays: LoadedCase, despite: boolean): Promise<Refusal | null> => {
  for (const found of [gone, stays]) if (found.mergedIntoId !== null) return refuse('case.is_merged', { caseId: found.mergedIntoId });
  if (gone.customerId === stays.customerId || despite) return null;
  const one = await customerById(work.tx, gone.customerId);
  const other = await customerById(work.tx, stays.customerId);
  return refuse('merge.customers_differ', { one: one?.name ?? '', other: other?.name ?? '' });
};

const said = (at: Date | null): string | null => at?.toISOString() ?? null;
const read = (at: string | null): Date | null => (at === null ? null : new Date(at));

const beforeOf = (gone: LoadedCase, stays: LoadedCase): Before => ({
  status: gone.status,
  ownerId: gone.owner?.id ?? null,
  claimDueAt: said(gone.claimDueAt),
  nextUpdateDueAt: said(gone.nextUpdateDueAt),
  waitingSince: said(gone.waitingSince),
  chases: gone.chases,
  resolvedAt: said(gone.resolvedAt),
  survivorWaitingSince: said(stays.waitingSince),
  survivorChases: stays.chases,
});

const closeAsSignpost = (work: Work, gone: LoadedCase, stays: LoadedCase): Promise<void> =>
  updateCase(work.tx, gone.id, work.now, {
    status: 'closed',
    merged_into_id: stays.id,
    resolved_at: gone.resolvedAt ?? work.now,
    closed_at: work.now,
    claim_due_at: null,
    next_update_due_at: null,
    waiting_since: null,
    chases: 0,
  });

const inheritWaiting = async (work: Work, gone: LoadedCase, stays: LoadedCase): Promise<void> => {
  const since = [gone.waitingSince, stays.waitingSince].filter((at) => at !== null).toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null;
  if (!isOpen(stays.status) && gone.waitingSince !== null && isOpen(gone.status)) {
    await updateCase(work.tx, stays.id, work.now, {
      status: stays.owner === null && gone.owner === null ? 'new' : 'open',
      resolved_at: null,
      closed_at: null,
      owner_id: stays.owner?.id ?? gone.owner?.id ?? null,
      claim_due_at: stays.owner === null && gone.owner === null ? (gone.claimDueAt ?? work.now) : null,
      next_update_due_at: gone.nextUpdateDueAt,
      waiting_since: since,
    });
    work.emit(caseEvents['case.reopened'](stays.id, { why: 'merge' }));
    return;
  }
  await updateCase(work.tx, stays.id, work.now, { waiting_since: since, chases: stays.chases + gone.chases });
};

/** Undoes a merge: what was moved goes back, both cases stand as they stood. Later steps on the pair must be undone first. */
export const undoMerge = async (work: Work, mergeId: string): Promise<{ id: string } | Refusal> => {
  const merge = await moves.mergeById(work.tx, mergeId);
  if (merge === undefined) throw new NotFound();
  if (merge.undone_at !== null) return refuse('merge.already_undone');
  const { gone, stays } = await bothInOrder(work, merge.case_id, merge.into_id);
  if (gone.mergedIntoId !== stays.id || stays.mergedIntoId !== null) return refuse('merge.moved_on');
  const moved = merge.moved as moves.Moved & { before: Before };
  await moves.moveBack(work.tx, moved, gone.id);
  await moves.markMergeUndone(work.tx, mergeId, work.actor, work.now);
  await restore(work, gone.id, moved.before);
  if (isOpen(stays.status)) {
    await updateCase(work.tx, stays.id, work.now, { waiting_since: read(moved.before.survivorWaitingSince), chases: moved.before.survivorChases });
  }
  work.emit(caseEvents['case.unmerged'](gone.id, { mergeId, otherId: stays.id, otherNumber: stays.number }));
  work.emit(caseEvents['case.unmerged'](stays.id, { mergeId, otherId: gone.id, otherNumber: gone.number }));
  return { id: mergeId };
};

const restore = (work: Work, caseId: string, before: Before): Promise<void> =>
  updateCase(work.tx, caseId, work.now, {
    status: before.status,
    merged_into_id: null,
    owner_id: before.ownerId,
    claim_due_at: read(before.claimDueAt),
    next_update_due_at: read(before.nextUpdateDueAt),
    waiting_since: read(before.waitingSince),
    chases: before.chases,
    resolved_at: read(before.resolvedAt),
    closed_at: null,
  });

/** Somebody says that two cases are one matter: the newer goes into the one it was proposed for. */
export const acceptSuggestion = async (work: Work, id: string): Promise<Merged> => {
  const suggestion = await suggestions.suggestionById(work.tx, id);
  if (suggestion === undefined || suggestion.dismissed_at !== null) throw new NotFound();
  const merged = await mergeCase(work, suggestion.case_id, { intoId: suggestion.other_id, evenThoughCustomersDiffer: true });
  await suggestions.settleSuggestion(work.tx, id, { accepted_at: work.now });
  return merged;
};

export const dismissSuggestion = async (work: Work, id: string): Promise<{ id: string }> => {
  const suggestion = await suggestions.suggestionById(work.tx, id);
  if (suggestion === undefined) throw new NotFound();
  await suggestions.settleSuggestion(work.tx, id, { dismissed_at: work.now });
  work.tell('case', suggestion.case_id);
  return { id };
};
