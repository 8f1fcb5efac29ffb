import type { Tx } from '#base/db/db.ts';
import type { Actor } from '#base/work.ts';

/** Which rows a merge or a split took from one case to another. */
export interface Moved {
  readonly messages: readonly string[];
  readonly notes: readonly string[];
  readonly attachments: readonly string[];
}

const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);

export const moveAll = async (tx: Tx, fromId: string, toId: string): Promise<Moved> => ({
  messages: ids(await tx.updateTable('messages').set({ case_id: toId }).where('case_id', '=', fromId).returning('id').execute()),
  notes: ids(await tx.updateTable('notes').set({ case_id: toId }).where('case_id', '=', fromId).returning('id').execute()),
  attachments: ids(await tx.updateTable('attachments').set({ case_id: toId }).where('case_id', '=', fromId).returning('id').execute()),
});

/** Moves some messages with their files. Returns which of them were of that case at all. */
export const moveMessages = async (tx: Tx, messageIds: readonly string[], fromId: string, toId: string): Promise<Moved> => {
  const messages = ids(
    await tx.updateTable('messages').set({ case_id: toId }).where('id', 'in', [...messageIds]).where('case_id', '=', fromId).returning('id').execute(),
  );
  const attachments = messages.length === 0 ? [] : ids(await tx.updateTable('attachments').set({ case_id: toId }).where('message_id', 'in', messages).returning('id').execute());
  return { messages, notes: [], attachments };
};

export const moveBack = async (tx: Tx, moved: Moved, toId: string): Promise<void> => {
  const { messages, notes, attachments } = moved;
  if (messages.length > 0) await tx.updateTable('messages').set({ case_id: toId }).where('id', 'in', [...messages]).execute();
  if (notes.length > 0) await tx.updateTable('notes').set({ case_id: toId }).where('id', 'in', [...notes]).execute();
  if (attachments.length > 0) await tx.updateTable('attachments').set({ case_id: toId }).where('id', 'in', [...attachments]).execute();
};

interface Step {
  readonly id: string;
  readonly caseId: string;
  readonly intoId: string;
  readonly by: Actor;
  readonly now: Date;
  /** What moved, with whatever else undoing needs. */
  readonly moved: Moved & { readonly before?: unknown };
}

export const insertMerge = async (tx: Tx, step: Step): Promise<void> => {
  const row = { id: step.id, case_id: step.caseId, into_id: step.intoId, moved: JSON.stringify(step.moved) };
  await tx.insertInto('merges').values({ ...row, merged_by: JSON.stringify(step.by), merged_at: step.now }).execute();
};

export const mergeById = (tx: Tx, id: string) => tx.selectFrom('merges').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

export const markMergeUndone = async (tx: Tx, id: string, by: Actor, now: Date): Promise<void> => {
  await tx.updateTable('merges').set({ undone_at: now, undone_by: JSON.stringify(by) }).where('id', '=', id).execute();
};

export const insertSplit = async (tx: Tx, step: Step): Promise<void> => {
  const row = { id: step.id, case_id: step.caseId, into_id: step.intoId, moved: JSON.stringify(step.moved) };
  await tx.insertInto('splits').values({ ...row, split_by: JSON.stringify(step.by), split_at: step.now }).execute();
};

export const splitById = (tx: Tx, id: string) => tx.selectFrom('splits').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

export const markSplitUndone = async (tx: Tx, id: string, by: Actor, now: Date): Promise<void> => {
  await tx.updateTable('splits').set({ undone_at: now, undone_by: JSON.stringify(by) }).where('id', '=', id).execute();
};

/** Since when the customer waits, read from what is left on a case: the first of their messages after our last real answer. */
export const firstUnanswered = async (tx: Tx, caseId: string): Promise<Date | null> => {
  const row = await tx
    .selectFrom('messages')
    .where('case_id', '=', caseId)
    .where('direction', '=', 'in')
    .where('is_third_party', '=', false)
    .where('is_automatic', '=', false)
    .where((eb) =>
      eb(
        'at',
        '>',
        eb.fn.coalesce(
          eb
            .selectFrom('messages as answer')
            .where('answer.case_id', '=', caseId)
            .where('answer.direction', '=', 'out')
            .where('answer.act', 'in', ['resolves', 'asks'])
            .select((e) => e.fn.max('answer.at').as('last')),
          eb.cast<Date>(eb.val('-infinity'), 'timestamptz'),
        ),
      ),
    )
    .orderBy('at')
    .limit(1)
    .select('at')
    .executeTakeFirst();
  return row?.at ?? null;
};

/** How often the customer has asked again since `since`, and when they last wrote at all. */
export const askedSince = async (tx: Tx, caseId: string, since: Date | null): Promise<{ chases: number; last_inbound_at: Date | null }> => {
  const row = await tx
    .selectFrom('messages')
    .where('case_id', '=', caseId)
    .where('direction', '=', 'in')
    .where('is_third_party', '=', false)
    .where('is_automatic', '=', false)
    .select((eb) => [eb.fn.max('at').as('last'), eb.fn.countAll<number>().filterWhere('is_chase', '=', true).filterWhere('at', '>=', since).as('chases')])
    .executeTakeFirst();
  return { chases: since === null ? 0 : Number(row?.chases ?? 0), last_inbound_at: row?.last ?? null };
};

/** The first message of a case is no chase of it. Returns its id where it was one before. */
export const firstIsNoChase = async (tx: Tx, caseId: string): Promise<string | null> => {
  const first = await tx.selectFrom('messages').where('case_id', '=', caseId).where('direction', '=', 'in').orderBy('at').orderBy('id').limit(1).select(['id', 'is_chase']).executeTakeFirst();
  if (first?.is_chase !== true) return null;
  await tx.updateTable('messages').set({ is_chase: false }).where('id', '=', first.id).execute();
  return first.id;
};

export const isChaseAgain = async (tx: Tx, messageId: string): Promise<void> => {
  await tx.updateTable('messages').set({ is_chase: true }).where('id', '=', messageId).execute();
};

/** Words that were taken for one person's are another's. */
export const sayWhoWrote = async (tx: Tx, messageIds: readonly string[], fromId: string, toId: string): Promise<void> => {
  if (messageIds.length === 0) return;
  await tx.updateTable('messages').set({ author_customer_id: toId }).where('id', 'in', [...messageIds]).where('author_customer_id', '=', fromId).execute();
};
