import type { Tx } from '#base/db/db.ts';

interface NewSuggestion {
  readonly id: string;
  readonly caseId: string;
  readonly otherId: string;
  readonly reasons: readonly string[];
  readonly at: Date;
}

/** Returns the other cases of the pairs that are new: what a person dismissed is not proposed again. */
export const insertSuggestions = async (tx: Tx, suggestions: readonly NewSuggestion[]): Promise<ReadonlySet<string>> => {
  if (suggestions.length === 0) return new Set();
  const rows = await tx
    .insertInto('join_suggestions')
    .values(
      suggestions.map((suggestion) => ({
        id: suggestion.id,
        case_id: suggestion.caseId,
        other_id: suggestion.otherId,
        reasons: JSON.stringify(suggestion.reasons),
        created_at: suggestion.at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['case_id', 'other_id']).doNothing())
    .returning('other_id')
    .execute();
  return new Set(rows.map(({ other_id: otherId }) => otherId));
};

export const suggestionById = (tx: Tx, id: string) => tx.selectFrom('join_suggestions').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

export const settleSuggestion = async (tx: Tx, id: string, change: { accepted_at: Date } | { dismissed_at: Date }): Promise<void> => {
  await tx.updateTable('join_suggestions').set(change).where('id', '=', id).execute();
};
