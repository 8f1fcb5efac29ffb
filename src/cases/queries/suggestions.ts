import type { Tx } from '#base/db/db.ts';

interface NewSuggestion {
  readonly id: string;
  readonly caseId: string;
  readonly otherId: string;
  readonly reasons: readonly string[];
  readonly at: Date;
}

/** False where the same pair was proposed before: what a person dismissed is not proposed again. */
export const insertSuggestion = async (tx: Tx, suggestion: NewSuggestion): Promise<boolean> => {
  const row = await tx
    .insertInto('join_suggestions')
    .values({
      id: suggestion.id,
      case_id: suggestion.caseId,
      other_id: suggestion.otherId,
      reasons: JSON.stringify(suggestion.reasons),
      created_at: suggestion.at,
    })
    .onConflict((conflict) => conflict.columns(['case_id', 'other_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

export const suggestionById = (tx: Tx, id: string) => tx.selectFrom('join_suggestions').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

export const settleSuggestion = async (tx: Tx, id: string, change: { accepted_at: Date } | { dismissed_at: Date }): Promise<void> => {
  await tx.updateTable('join_suggestions').set(change).where('id', '=', id).execute();
};
