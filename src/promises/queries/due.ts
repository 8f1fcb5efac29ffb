import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';

/** A promise with what its keeper has to be told. */
export interface DuePromise {
  readonly id: string;
  readonly caseId: string;
  readonly text: string;
  readonly dueAt: Instant;
  readonly firstDueAt: Instant;
  readonly caseNumber: number;
  readonly customer: string;
  readonly ownerId: string | null;
}

export const stillOpen = (reader: Reader) => reader.selectFrom('promises').where('kept_at', 'is', null).where('broken_at', 'is', null).where('released_at', 'is', null);

/** Nobody was told yet that they are soon due. */
export const unwarned = (reader: Reader) => stillOpen(reader).where('warned_at', 'is', null);

type Mark = 'warned' | 'broken';

/** Marks the promises and returns them: marked once, told once, whoever else sweeps at the same time. */
const claim = async (tx: Tx, ids: readonly string[], mark: Mark, now: Instant): Promise<DuePromise[]> => {
  if (ids.length === 0) return [];
  return tx
    .updateTable('promises')
    .from((eb) => eb.selectFrom('cases').innerJoin('customers', 'customers.id', 'cases.customer_id').select(['cases.id as caseId', 'cases.number', 'cases.owner_id', 'customers.name']).as('on_case'))
    // Broken at the instant at which it fell due, not when somebody looked: the figures must not depend on how often we sweep.
    .set((eb) => (mark === 'warned' ? { warned_at: now } : { broken_at: eb.ref('promises.due_at') }))
    .whereRef('on_case.caseId', '=', 'promises.case_id')
    .where('promises.id', 'in', [...ids])
    .returning([
      'promises.id', 'promises.case_id as caseId', 'promises.text', 'promises.due_at as dueAt', 'promises.first_due_at as firstDueAt', 'on_case.number as caseNumber',
      'on_case.name as customer', 'on_case.owner_id as ownerId',
    ])
    .execute();
};

const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);

export const claimNear = async (tx: Tx, now: Instant, limit: number): Promise<DuePromise[]> => {
  const found = await unwarned(tx).where('warn_at', '<=', now).where('due_at', '>', now).select('id').orderBy('warn_at').limit(limit).forUpdate().skipLocked().execute();
  return claim(tx, ids(found), 'warned', now);
};

export const claimBroken = async (tx: Tx, now: Instant, limit: number): Promise<DuePromise[]> => {
  const found = await stillOpen(tx).where('due_at', '<=', now).select('id').orderBy('due_at').limit(limit).forUpdate().skipLocked().execute();
  return claim(tx, ids(found), 'broken', now);
};

/** Whether these fell due before anybody looked. Returns those that just broke. */
export const claimBrokenAmong = async (tx: Tx, among: readonly string[], now: Instant): Promise<DuePromise[]> => {
  if (among.length === 0) return [];
  const found = await stillOpen(tx).where('due_at', '<=', now).where('id', 'in', [...among]).select('id').forUpdate().skipLocked().execute();
  return claim(tx, ids(found), 'broken', now);
};

/** The open promises that rest on a request, and of which their keeper was not told yet. */
export const claimBehind = async (tx: Tx, requestId: string, now: Instant): Promise<DuePromise[]> => {
  const found = await unwarned(tx).where('request_id', '=', requestId).where('due_at', '>', now).select('id').forUpdate().skipLocked().execute();
  return claim(tx, ids(found), 'warned', now);
};

/** Of the open promises that rest on a request the keeper is to be told (again) at `at`, where that is before they would be told anyway. */
export const warnBehindAgain = async (tx: Tx, requestId: string, { at, now }: { at: Instant; now: Instant }): Promise<void> => {
  await tx
    .updateTable('promises')
    .set((eb) => ({ warned_at: null, warn_at: eb.fn('least', [eb.case().when('warned_at', 'is', null).then(eb.ref('warn_at')).else(at).end(), eb.val(at)]) }))
    .where('request_id', '=', requestId)
    .where('due_at', '>', now)
    .where('kept_at', 'is', null)
    .where('broken_at', 'is', null)
    .where('released_at', 'is', null)
    .execute();
};
