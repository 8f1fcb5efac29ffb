import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { InsightKind } from '../contract.ts';

/** With the case on which its message stands now. */
export const lockSuggestion = (tx: Tx, id: string) =>
  tx
    .selectFrom('insight_suggestions')
    .innerJoin('messages', 'messages.id', 'insight_suggestions.message_id')
    .where('insight_suggestions.id', '=', id)
    .selectAll('insight_suggestions')
    .select('messages.case_id as caseId')
    .forUpdate('insight_suggestions')
    .executeTakeFirst();

interface Marked {
  readonly id: string;
  readonly caseId: string;
  readonly messageId: string;
  readonly from: number;
  readonly to: number;
  readonly kind: InsightKind;
  readonly themeId: string;
  readonly at: Date;
}

/** What answers a letter belongs to the letter's theme, for certain: where the program had marked the same words, it says so now. */
export const suggestForTheme = async (tx: Tx, { id, caseId, messageId, from, to, kind, themeId, at }: Marked): Promise<void> => {
  await tx
    .insertInto('insight_suggestions')
    .values({ id, case_id: caseId, message_id: messageId, span_from: from, span_to: to, kind, score: 1, theme_id: themeId, at })
    .onConflict((conflict) => conflict.columns(['message_id', 'span_from', 'span_to']).doUpdateSet({ theme_id: themeId }))
    .execute();
};

export const settleSuggestion = async (tx: Tx, id: string, how: { insight_id: string } | { dismissed_at: Date; dismissed_by: string | null }): Promise<void> => {
  await tx.updateTable('insight_suggestions').set(how).where('id', '=', id).execute();
};

interface FoundSpan {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly kind: InsightKind;
  readonly score: number;
  readonly themeId: string | null;
}

export const insertSuggestions = async (tx: Tx, { caseId, messageId, spans, now }: { caseId: string; messageId: string; spans: readonly FoundSpan[]; now: Instant }): Promise<number> => {
  if (spans.length === 0) return 0;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('insight_suggestions')
    .values(spans.map(({ id, from, to, kind, score, themeId }) => ({ id, case_id: caseId, message_id: messageId, span_from: from, span_to: to, kind, score, theme_id: themeId, at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0n);
};

interface Suggested {
  readonly id: string;
  readonly messageId: string;
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly kind: InsightKind;
  readonly themeId: string | null;
  readonly themeNumber: number | null;
  readonly themeTitle: string | null;
}

/** What is still to be taken or dismissed on a case. Words that somebody captured meanwhile, or part of them, are no news. */
export const suggestionsOnCase = async (reader: Reader, caseId: string): Promise<Suggested[]> => {
  const { rows } = await sql<Suggested>`
    select s.id, s.message_id as "messageId", s.span_from as "from", s.span_to as "to", m.text as words, s.kind,
      t.id as "themeId", t.number as "themeNumber", t.title as "themeTitle"
    from messages m join insight_suggestions s on s.message_id = m.id left join themes t on t.id = s.theme_id and t.merged_into_id is null
    where m.case_id = ${caseId} and s.insight_id is null and s.dismissed_at is null
      and not exists (select from insights i where i.message_id = s.message_id and i.withdrawn_at is null and i.span_from < s.span_to and i.span_to > s.span_from)
    order by m.at, s.span_from`.execute(reader);
  // Offsets are those of the browser; PostgreSQL counts a smile as one character, JavaScript as two.
  return rows.map((one) => ({ ...one, words: one.words.slice(one.from, one.to) }));
};

/** What a customer wrote themselves; a machine's answer, a note of ours and a stranger's words say nothing of a customer. */
export const messageToRead = async (reader: Reader, messageId: string): Promise<{ text: string; caseId: string; language: 'it' | 'en' } | undefined> => {
  const row = await reader
    .selectFrom('messages')
    .innerJoin('cases', 'cases.id', 'messages.case_id')
    .where('messages.id', '=', messageId)
    .where('direction', '=', 'in')
    .where('is_automatic', '=', false)
    .where('is_third_party', '=', false)
    // What answers a letter was proposed to its theme as a whole.
    .where((eb) => eb.not(eb.exists(eb.selectFrom('loop_answers').whereRef('loop_answers.message_id', '=', 'messages.id').select('loop_answers.message_id'))))
    .select(['messages.text', 'messages.case_id as caseId', 'cases.language'])
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, language: row.language as 'it' | 'en' };
};
