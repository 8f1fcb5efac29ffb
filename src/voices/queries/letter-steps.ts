import type { Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Language } from '#base/texts.ts';
import type { LoopLetters } from '#migrations/tables.ts';
import type { UnreachedReason } from '../contract.ts';
import type { ToTell } from './letters.ts';

export type LetterRow = Selectable<LoopLetters>;

export const lockLetter = (tx: Tx, id: string): Promise<LetterRow | undefined> => tx.selectFrom('loop_letters').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

export const rewrite = async (tx: Tx, id: string, text: string | null): Promise<void> => {
  await tx.updateTable('loop_letters').set({ text }).where('id', '=', id).execute();
};

interface Chosen {
  readonly letterIds?: readonly string[] | undefined;
  readonly language?: Language | undefined;
}

/** Holds those that are still to be read, in the order of their ids. */
export const lockToRead = (tx: Tx, { decisionId, occasion }: ToTell, { letterIds, language }: Chosen) =>
  tx
    .selectFrom('loop_letters')
    .where('decision_id', '=', decisionId)
    .where('occasion', '=', occasion)
    .where('outcome', 'is', null)
    .where('send_at', 'is', null)
    .$if(letterIds !== undefined, (query) => query.where('id', '=', (eb) => eb.fn.any(eb.val(letterIds ?? []))))
    .$if(language !== undefined, (query) => query.where('language', '=', language ?? 'it'))
    .orderBy('id')
    .select(['id', 'language', 'text'])
    .forUpdate()
    .execute();

export const release = async (tx: Tx, ids: readonly string[], { by, sendAt }: { by: string; sendAt: Instant }): Promise<void> => {
  await tx.updateTable('loop_letters').set({ read_by: by, send_at: sendAt }).where('id', 'in', [...ids]).execute();
};

/** Takes back what has not left yet; returns how many. */
export const holdBack = async (tx: Tx, { decisionId, occasion }: ToTell, now: Instant): Promise<number> => {
  const { numUpdatedRows } = await tx.updateTable('loop_letters').set({ read_by: null, send_at: null })
    .where('decision_id', '=', decisionId).where('occasion', '=', occasion).where('outcome', 'is', null).where('send_at', '>', now).executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
};

export interface DueLetter {
  readonly id: string;
  readonly memberId: string;
  readonly memberName: string;
}

/** Read by somebody, and still to leave. */
export const toLeave = (reader: Reader) => reader.selectFrom('loop_letters').where('send_at', 'is not', null).where('outcome', 'is', null);

export const dueLetters = (reader: Reader, now: Instant, limit: number): Promise<DueLetter[]> =>
  toLeave(reader)
    .innerJoin('members', 'members.id', 'loop_letters.read_by')
    .where('send_at', '<=', now)
    .orderBy('send_at')
    .orderBy('loop_letters.id')
    .limit(limit)
    .select(['loop_letters.id', 'members.id as memberId', 'members.name as memberName'])
    .execute();

export const postpone = async (tx: Tx, id: string, until: Instant): Promise<void> => {
  await tx.updateTable('loop_letters').set({ send_at: until }).where('id', '=', id).execute();
};

type How =
  | { readonly outcome: 'told'; readonly caseId: string; readonly messageId: string }
  | { readonly outcome: 'called'; readonly by: string; readonly remark: string | null }
  | { readonly outcome: 'not_told'; readonly reason: UnreachedReason; readonly remark?: string };

export const settle = async (tx: Tx, id: string, how: How, now: Instant): Promise<void> => {
  const told = how.outcome === 'not_told' ? { outcome: 'not_told' as const, reason: how.reason, remark: how.remark ?? null } : { outcome: 'told' as const, reason: null };
  await tx
    .updateTable('loop_letters')
    .set({ ...told, settled_at: now, ...(how.outcome === 'told' && { case_id: how.caseId, message_id: how.messageId }), ...(how.outcome === 'called' && { told_by: how.by, remark: how.remark }) })
    .where('id', '=', id)
    .execute();
};

/** Back among those to be read, as if nobody had looked at it. What was sent and came back is sent anew. */
export const startAnew = async (tx: Tx, id: string): Promise<void> => {
  await tx.updateTable('loop_letters').set({ outcome: null, reason: null, remark: null, settled_at: null, read_by: null, send_at: null, message_id: null, told_by: null }).where('id', '=', id).execute();
};

/** The themes of whose loop a case was told. */
export const themesToldOn = async (reader: Reader, caseId: string): Promise<string[]> =>
  (await reader.selectFrom('loop_letters').where('case_id', '=', caseId).select('theme_id').distinct().execute()).map(({ theme_id: id }) => id);
