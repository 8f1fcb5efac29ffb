import type { Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { ComplaintTerms } from '#migrations/tables.ts';
import { indemnityRule, sector, termInput, type TermInput, type TermView } from '../contract.ts';

/** A version as it stands in the table, with when it was added and by whom. */
export interface StoredTerm extends TermInput {
  readonly id: string;
  readonly addedAt: string;
  readonly addedBy: string | null;
}

const columnsOf = (term: TermInput) => ({
  sector: term.sector, kind: term.kind, name_it: term.name.it, name_en: term.name.en, basis_it: term.basis.it, basis_en: term.basis.en,
  days: term.days, counts: term.counts, starts: term.starts, longest_days: term.longestDays, indemnity: term.indemnity === null ? null : JSON.stringify(term.indemnity),
  next_body_it: term.nextBody?.it ?? null, next_body_en: term.nextBody?.en ?? null, valid_from: term.validFrom, valid_to: term.validTo,
});

const stored = (row: Selectable<ComplaintTerms> & { readonly addedByName: string | null }): StoredTerm => ({
  id: row.id, sector: sector.parse(row.sector), kind: row.kind, name: { it: row.name_it, en: row.name_en }, basis: { it: row.basis_it, en: row.basis_en },
  days: row.days, counts: termInput.shape.counts.parse(row.counts), starts: row.starts as TermInput['starts'], longestDays: row.longest_days,
  indemnity: row.indemnity === null ? null : indemnityRule.parse(row.indemnity),
  nextBody: row.next_body_it === null || row.next_body_en === null ? null : { it: row.next_body_it, en: row.next_body_en },
  validFrom: row.valid_from, validTo: row.valid_to, addedAt: row.added_at.toISOString(), addedBy: row.addedByName,
});

const withNames = (reader: Reader) =>
  reader.selectFrom('complaint_terms').leftJoin('members', 'members.id', 'complaint_terms.added_by').selectAll('complaint_terms').select('members.name as addedByName');

export const allTerms = async (reader: Reader): Promise<StoredTerm[]> => (await withNames(reader).orderBy('sector').orderBy('kind').orderBy('valid_from', 'desc').orderBy('added_at', 'desc').execute()).map(stored);

export const termById = async (reader: Reader, id: string): Promise<StoredTerm> => stored(await withNames(reader).where('complaint_terms.id', '=', id).executeTakeFirstOrThrow());

interface NewTerm {
  readonly id: string;
  readonly by: string | null;
  readonly now: Instant;
}

export const insertTerm = async (tx: Tx, term: TermInput, { id, by, now }: NewTerm): Promise<void> => {
  await tx.insertInto('complaint_terms').values({ id, ...columnsOf(term), added_at: now, added_by: by }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
};

/** Which of these ids are there already. */
export const knownTerms = async (reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await reader.selectFrom('complaint_terms').where('id', 'in', [...ids]).select('id').execute()).map(({ id }) => id));

export const viewOf = (term: StoredTerm, isInForce: boolean): TermView => ({ ...term, isInForce });
