import { sql } from 'kysely';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Instant } from '#base/clock.ts';
import { NoticeFacts, noticeKinds, type NoticeKind, type NoticeView } from './contract.ts';

// More than this are not read one by one; the list of cases is the better place then.
const longestList = 200;

export const waitingNotices = async (reader: Reader, memberId: string): Promise<NoticeView[]> => {
  const rows = await reader.selectFrom('notices').select(['id', 'kind', 'case_id', 'facts', 'created_at'])
    .where('member_id', '=', memberId).where('done_at', 'is', null).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(longestList).execute();
  return rows.map((row) => ({
    id: row.id,
    kind: noticeKinds.parse(row.kind),
    caseId: row.case_id,
    facts: NoticeFacts.parse(row.facts),
    createdAt: row.created_at.toISOString(),
  }));
};

export interface NewNotice {
  readonly id: string;
  readonly memberId: string;
  readonly kind: NoticeKind;
  readonly caseId: string | null;
  readonly facts: NoticeFacts;
  readonly at: Instant;
}

/** False where the same notice already waits: the index `notices_once` decides, also between two transactions at once. */
export const insertNotice = async (tx: Tx, notice: NewNotice): Promise<boolean> => {
  const row = await tx.insertInto('notices')
    .values({
      id: notice.id, member_id: notice.memberId, kind: notice.kind, case_id: notice.caseId,
      facts: JSON.stringify(notice.facts), created_at: notice.at,
    })
    .onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
};

interface Ended {
  readonly id: string;
  readonly memberId: string;
}

/** Ends one notice of `memberId`; null where there is none of theirs. Ending it twice keeps the first instant. */
export const endNotice = async (tx: Tx, id: string, memberId: string, now: Instant): Promise<Ended | null> => {
  const row = await tx.updateTable('notices').set(({ fn, val }) => ({ done_at: fn.coalesce('done_at', val(now)) }))
    .where('id', '=', id).where('member_id', '=', memberId).returning(['id', 'member_id as memberId']).executeTakeFirst();
  return row ?? null;
};

interface Moving {
  readonly kinds: readonly NoticeKind[];
  readonly key: string;
  readonly to: { readonly id: string; readonly number: number };
}

/** Notices that still wait, with that `facts.key`, stand on another case from now on; returns whose they are. */
export const moveNotices = async (tx: Tx, { kinds, key, to }: Moving): Promise<Ended[]> =>
  tx.updateTable('notices')
    .set({ case_id: to.id, facts: sql<string>`jsonb_set(facts, '{caseNumber}', to_jsonb(${to.number}::int))` })
    .where('done_at', 'is', null).where('kind', 'in', [...kinds]).where('case_id', '<>', to.id).where(sql<boolean>`facts ->> 'key' = ${key}`)
    .returning(['id', 'member_id as memberId']).execute();

export interface WhichNotices {
  /** Null: those that lead to no case. */
  readonly caseId: string | null;
  readonly kinds: readonly NoticeKind[];
  /** Only those with this `facts.key`. */
  readonly key?: string;
}

export const endNoticesOfCase = async (tx: Tx, { caseId, kinds, key }: WhichNotices, now: Instant): Promise<Ended[]> => {
  let update = tx.updateTable('notices').set({ done_at: now })
    .where('case_id', caseId === null ? 'is' : '=', caseId).where('done_at', 'is', null).where('kind', 'in', [...kinds]);
  if (key !== undefined) update = update.where(sql<boolean>`facts ->> 'key' = ${key}`);
  return update.returning(['id', 'member_id as memberId']).execute();
};

export const endNoticesOfKey = (tx: Tx, { key, kind, now }: { key: string; kind: NoticeKind | undefined; now: Instant }): Promise<Ended[]> =>
  tx.updateTable('notices').set({ done_at: now }).where('case_id', 'is', null).where('done_at', 'is', null).where(sql<boolean>`facts ->> 'key' = ${key}`)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? '')).returning(['id', 'member_id as memberId']).execute();
