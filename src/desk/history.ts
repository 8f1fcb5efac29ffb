import type { OutputOf } from '#base/contract.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Services } from '#base/services.ts';
import { historyEvents, type HistoryEntry, type HistoryKind, type readHistory } from './contract.ts';

const perPage = 100;
// What an older or a newer program wrote and this one has no words for is not shown; it stays where it is.
const kinds = Object.keys(historyEvents) as HistoryKind[];

/** A page of what happened, the latest first. */
export const historyOf = async ({ db }: Services, caseId: string, before: number | undefined): Promise<OutputOf<typeof readHistory>> => {
  const known = await db.selectFrom('cases').where('id', '=', caseId).select('id').executeTakeFirst();
  if (known === undefined) throw new NotFound();
  const rows = await db
    .selectFrom('events')
    .where('case_id', '=', caseId)
    .where('kind', 'in', kinds)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(perPage + 1)
    .select(['id', 'kind', 'at', 'actor', 'data'])
    .execute();
  const items = rows.slice(0, perPage).map((row): HistoryEntry => {
    const { kind, name } = row.actor as HistoryEntry['actor'];
    return { id: row.id, kind: row.kind as HistoryKind, at: row.at.toISOString(), actor: { kind, name }, data: row.data as HistoryEntry['data'] };
  });
  return { items, next: rows.length > perPage ? (items.at(-1)?.id ?? null) : null };
};
