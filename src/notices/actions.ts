import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import type { Work } from '#base/work.ts';
import { chairOf, memberById } from '#people/index.ts';
import { noticeEvents, type NoticeFacts, type NoticeKind } from './contract.ts';
import { endNotice, endNoticesOfCase, endNoticesOfKey, insertNotice, moveNotices, type WhichNotices } from './queries.ts';

export interface Notice {
  readonly memberId: string;
  readonly kind: NoticeKind;
  readonly caseId: string | null;
  readonly facts: Omit<NoticeFacts, 'insteadOf'>;
}

const give = async (work: Work, { memberId, kind, caseId, facts }: Notice & { readonly facts: NoticeFacts }): Promise<void> => {
  const id = newId(work.now);
  if (!(await insertNotice(work.tx, { id, memberId, kind, caseId, facts, at: work.now }))) return;
  work.emit(noticeEvents['notice.given'](null, { noticeId: id, memberId, kind }));
  work.tell(`member:${memberId}`, id);
};

/** What waits for one person and nobody else: a word to them, not something that falls due. */
const personal: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['mentioned', 'handover_offered', 'handover_declined', 'shift_needs']);

/**
 * Calls a member. Somebody who is away finds it when they are back, and their deputy has it now; of somebody who left only the
 * deputy has it; where no deputy can be found, the leads have it, because no call may end on an empty chair. Of somebody who has gone
 * home, whoever is on duty for them has what cannot wait. The same call that still waits is not made twice.
 */
export const notify = async (work: Work, notice: Notice): Promise<void> => {
  const member = await memberById(work.tx, notice.memberId);
  if (member === null) throw new Error(`A notice for ${notice.memberId}, who is no member.`);
  if (member.leftAt === null) await give(work, notice);
  const chair = await chairOf(work.tx, member, work.now);
  if (chair.is !== 'watched' || (personal.has(notice.kind) && member.leftAt === null && !chair.isAway)) return;
  for (const { id } of chair.by) await give(work, { ...notice, memberId: id, facts: { ...notice.facts, insteadOf: member.name } });
};

/** What called for somebody on this case is settled, for the deputy as well. */
export const doneFor = async (work: Work, which: WhichNotices): Promise<void> => {
  const ended = await endNoticesOfCase(work.tx, which, work.now);
  for (const { id, memberId } of ended) work.tell(`member:${memberId}`, id);
};

/** What called for people about something that is no case (a theme, an incident), named by its key, is settled for all of them; only calls of one kind, where it is named. */
export const doneForKey = async (work: Work, key: string, kind?: NoticeKind): Promise<void> => {
  const ended = await endNoticesOfKey(work.tx, { key, kind, now: work.now });
  for (const { id, memberId } of ended) work.tell(`member:${memberId}`, id);
};

/** What called for somebody moved to another case, and its call with it: it leads there, and ends there. */
export const followTo = async (work: Work, moving: Parameters<typeof moveNotices>[1]): Promise<void> => {
  for (const { id, memberId } of await moveNotices(work.tx, moving)) work.tell(`member:${memberId}`, id);
};

/** A member says that they have dealt with one of theirs. */
export const finishNotice = async (work: Work, id: string, memberId: string): Promise<void> => {
  const ended = await endNotice(work.tx, id, memberId, work.now);
  if (ended === null) throw new NotFound();
  work.emit(noticeEvents['notice.done'](null, { noticeId: id }));
  work.tell(`member:${memberId}`, id);
};
