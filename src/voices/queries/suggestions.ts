import { sql } from 'kysely';
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

export const settleSuggestion = async (tx: Tx, id: string, how: { insight_id: string } | { dismissed_at: Date; dismissed_by: string | null }): Promise<void> => {
  await tx.updateTable('insight_suggestions').set(how).where('id', '=', id).execute();
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
    select s.id, s.message_id as "messageId", s.span_from as "from", s.span_to as "to", substr(m.text, s.span_from + 1, s.span_to - s.span_from) as words, s.kind,
      t.id as "themeId", t.number as "themeNumber", t.title as "themeTitle"
    from messages m join insight_suggestions s on s.message_id = m.id left join themes t on t.id = s.theme_id and t.merged_into_id is null
    where m.case_id = ${caseId} and s.insight_id is null and s.dismissed_at is null
      and not exists (select from insights i where i.message_id = s.message_id and i.withdrawn_at is null and i.span_from < s.span_to and i.span_to > s.span_from)
    order by m.at, s.span_from`.execute(reader);
  return rows;
};
