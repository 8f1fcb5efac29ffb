import type { Tx } from '#base/db/db.ts';

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

const open = (tx: Tx, limit: number) =>
  tx.selectFrom('cases').where('status', 'not in', ['resolved', 'closed']).select('id').limit(limit).forUpdate().skipLocked();

const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);

export const claimLateClaims = async (tx: Tx, now: Date, limit: number): Promise<DueCase[]> => {
  const found = await open(tx, limit).where('owner_id', 'is', null).where('claim_due_at', '<=', now).where('claim_late_at', 'is', null).orderBy('claim_due_at').execute();
  return claim(tx, ids(found), { claim_late_at: now }, 'claim_due_at');
};

export const claimNearUpdates = async (tx: Tx, before: Date, limit: number, now: Date): Promise<DueCase[]> => {
  const found = await open(tx, limit).where('next_update_due_at', '<=', before).where('next_update_warned_at', 'is', null).orderBy('next_update_due_at').execute();
  return claim(tx, ids(found), { next_update_warned_at: now }, 'next_update_due_at');
};

export const claimMissedUpdates = async (tx: Tx, now: Date, limit: number): Promise<DueCase[]> => {
  const found = await open(tx, limit).where('next_update_due_at', '<=', now).where('next_update_missed_at', 'is', null).orderBy('next_update_due_at').execute();
  return claim(tx, ids(found), { next_update_missed_at: now }, 'next_update_due_at');
};

export const claimClosable = async (tx: Tx, resolvedBefore: Date, limit: number, now: Date): Promise<string[]> => {
  const found = await tx.selectFrom('cases').where('status', '=', 'resolved').where('resolved_at', '<=', resolvedBefore).select('id').limit(limit).forUpdate().skipLocked().execute();
  if (found.length === 0) return [];
  await tx.updateTable('cases').set({ status: 'closed', closed_at: now }).where('id', 'in', ids(found)).execute();
  return ids(found);
};
