import { sql } from 'kysely';
import type { Reader, Tx } from '#base/db/db.ts';

export interface DueCase {
  readonly id: string;
  readonly number: number;
  readonly customer: string;
  readonly ownerId: string | null;
  readonly dueAt: Date;
}

type Mark = { claim_late_at: Date } | { next_update_warned_at: Date } | { next_update_missed_at: Date };

/** Marks the cases and returns them: marked once, told once, whoever else sweeps at the same time. */
const claim = async (tx: Tx, ids: readonly string[], mark: Mark, due: 'claim_due_at' | 'next_update_due_at'): Promise<DueCase[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .updateTable('cases')
    .from('customers')
    .set(mark)
    .whereRef('customers.id', '=', 'cases.customer_id')
    .where('cases.id', 'in', [...ids])
    .returning(['cases.id', 'cases.number', 'cases.owner_id as ownerId', `cases.${due} as dueAt`, 'customers.name as customer'])
    .execute();
  return rows.flatMap((row) => (row.dueAt === null ? [] : [{ ...row, dueAt: row.dueAt }]));
};

// Written out: with the statuses as parameters no plan that is kept could use the indexes of open cases.
const open = (reader: Reader) => reader.selectFrom('cases').where(sql<boolean>`status not in ('resolved', 'closed')`);

/** In the queue, and nobody was told yet that they stand there too long. */
export const unclaimed = (reader: Reader) => open(reader).where('owner_id', 'is', null).where('claim_late_at', 'is', null);

/** Of whose next update the owner was not warned yet. */
export const unwarned = (reader: Reader) => open(reader).where('next_update_warned_at', 'is', null);

/** Whose next update nobody has missed yet. */
export const unmissed = (reader: Reader) => open(reader).where('next_update_missed_at', 'is', null);

const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);

export const claimLateClaims = async (tx: Tx, now: Date, limit: number): Promise<DueCase[]> => {
  const found = await unclaimed(tx).where('claim_due_at', '<=', now).select('id').orderBy('claim_due_at').limit(limit).forUpdate().skipLocked().execute();
  return claim(tx, ids(found), { claim_late_at: now }, 'claim_due_at');
};

export const claimNearUpdates = async (tx: Tx, before: Date, limit: number, now: Date): Promise<DueCase[]> => {
  const found = await unwarned(tx).where('next_update_due_at', '<=', before).select('id').orderBy('next_update_due_at').limit(limit).forUpdate().skipLocked().execute();
  return claim(tx, ids(found), { next_update_warned_at: now }, 'next_update_due_at');
};

export const claimMissedUpdates = async (tx: Tx, now: Date, limit: number): Promise<DueCase[]> => {
  const found = await unmissed(tx).where('next_update_due_at', '<=', now).select('id').orderBy('next_update_due_at').limit(limit).forUpdate().skipLocked().execute();
  return claim(tx, ids(found), { next_update_missed_at: now }, 'next_update_due_at');
};

export const claimClosable = async (tx: Tx, resolvedBefore: Date, limit: number, now: Date): Promise<string[]> => {
  const found = await tx.selectFrom('cases').where(sql<boolean>`status = 'resolved'`).where('resolved_at', '<=', resolvedBefore).select('id').limit(limit).forUpdate().skipLocked().execute();
  if (found.length === 0) return [];
  await tx.updateTable('cases').set({ status: 'closed', closed_at: now }).where('id', 'in', ids(found)).execute();
  return ids(found);
};
