import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Actor } from '#base/work.ts';

export const switchedOn = async (reader: Reader, caseId: string): Promise<boolean> =>
  (await reader.selectFrom('self_updates').where('case_id', '=', caseId).where('off_at', 'is', null).select('id').executeTakeFirst()) !== undefined;

interface SwitchedBy {
  readonly caseId: string;
  readonly actor: Actor;
  readonly now: Instant;
}

export const insertSelfUpdates = async (tx: Tx, { id, caseId, actor, now }: SwitchedBy & { readonly id: string }): Promise<void> => {
  await tx.insertInto('self_updates').values({ id, case_id: caseId, on_at: now, on_by: JSON.stringify(actor) }).execute();
};

export const endSelfUpdates = async (tx: Tx, { caseId, actor, now }: SwitchedBy): Promise<void> => {
  await tx.updateTable('self_updates').set({ off_at: now, off_by: JSON.stringify(actor) }).where('case_id', '=', caseId).where('off_at', 'is', null).execute();
};

/** A case that is set to tell its customer by itself, and what decides whether it does so now. */
export interface DueSelfUpdate {
  readonly caseId: string;
  readonly dueAt: Instant;
  /** An update that was laid ready before and that nobody sent. */
  readonly preparedId: string | null;
  readonly answerWaits: boolean;
  readonly replyInFlight: boolean;
  readonly lastWrittenAt: Instant | null;
  /** How many updates left by themselves since a person last wrote. */
  readonly sentInARow: number;
}

const openAndWaiting = sql`s.off_at is null and c.status in ('open', 'waiting_department', 'waiting_third_party') and c.merged_into_id is null and c.owner_id is not null`;

/** Just after which case a page begins. */
export interface AfterCase {
  readonly dueAt: Instant;
  readonly caseId: string;
}

/** When the first of the cases that tell their customers by themselves has its next update due. */
export const firstSelfUpdate = sql`select min(c.next_update_due_at) from self_updates s join cases c on c.id = s.case_id where ${openAndWaiting}`;

/** Whose next update is due before `before`, the most urgent first, a page at a time. Nothing is held. */
export const nearSelfUpdates = async (reader: Reader, before: Instant, after: AfterCase | null, limit: number): Promise<(AfterCase & { ownerId: string; ownerName: string })[]> => {
  const { rows } = await sql<AfterCase & { ownerId: string; ownerName: string }>`
    select c.id as "caseId", c.next_update_due_at as "dueAt", c.owner_id as "ownerId", o.name as "ownerName"
    from self_updates s join cases c on c.id = s.case_id join members o on o.id = c.owner_id
    where ${openAndWaiting} and c.next_update_due_at <= ${before}
      and (c.next_update_due_at, c.id) > (${after?.dueAt ?? '-infinity'}::timestamptz, ${after?.caseId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by c.next_update_due_at, c.id limit ${limit}`.execute(reader);
  return rows;
};

/** Holds the case for this transaction and says what decides; undefined where it is no longer set to, or another process holds it. */
export const holdSelfUpdate = async (tx: Tx, caseId: string): Promise<DueSelfUpdate | undefined> => {
  const { rows } = await sql<DueSelfUpdate>`
    select c.id as "caseId", c.next_update_due_at as "dueAt",
      (select p.id from prepared_replies p where p.case_id = c.id and p.reason = 'update' and p.used_at is null and p.discarded_at is null limit 1) as "preparedId",
      exists (select from prepared_replies p where p.case_id = c.id and p.reason <> 'update' and p.used_at is null and p.discarded_at is null) as "answerWaits",
      exists (select from pending_replies p where p.case_id = c.id and p.sent_at is null and p.taken_back_at is null and p.stopped_at is null) as "replyInFlight",
      (select max(d.updated_at) from drafts d where d.case_id = c.id and d.kind = 'reply' and d.text <> '') as "lastWrittenAt",
      (select count(*)::int from messages m where m.case_id = c.id and m.sent_by_itself
        and m.at > coalesce((select max(w.at) from messages w where w.case_id = c.id and w.direction = 'out' and not w.is_automatic and not w.sent_by_itself), '-infinity')) as "sentInARow"
    from self_updates s join cases c on c.id = s.case_id
    where ${openAndWaiting} and c.next_update_due_at is not null and c.id = ${caseId} for update of c skip locked`.execute(tx);
  return rows[0];
};
