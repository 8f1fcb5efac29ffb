import { sql, type Selectable } from 'kysely';
import { minute, plus } from '#base/clock.ts';
import { firstOf, type Due } from '#base/due.ts';
import type { Db, Reader, Tx } from '#base/db/db.ts';
import type { HeardDeliveries } from '#migrations/tables.ts';

export type Delivery = Selectable<HeardDeliveries>;

interface Arrived {
  readonly id: string;
  readonly sourceId: string;
  readonly webhookId: string;
  readonly sha256: string;
  readonly size: number;
  readonly now: Date;
}

/** True where it is new; the same id of the same source again is the same message. One statement: nobody is told that we have it before it stands. */
export const storeDelivery = async (db: Db, { id, sourceId, webhookId, sha256, size, now }: Arrived): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    with stored as (
      insert into heard_deliveries (id, source_id, webhook_id, sha256, size, received_at, next_attempt_at)
      values (${id}, ${sourceId}, ${webhookId}, ${sha256}, ${size}, ${now}, ${now})
      on conflict (source_id, webhook_id) do nothing returning id
    ), heard as (
      update heard_sources set last_heard_at = ${now} where id = ${sourceId}
    )
    select id from stored`.execute(db);
  return rows.length > 0;
};

/** Only what waits has a next attempt. */
export const postsDue: Due = (reader) => [{ at: firstOf(reader.selectFrom('heard_deliveries').where('next_attempt_at', 'is not', null), 'next_attempt_at') }];

/** Those that wait longest, in their order: a change is noted after what it changes. */
export const oldestWaiting = (reader: Reader, now: Date, most: number): Promise<Delivery[]> =>
  reader.selectFrom('heard_deliveries').where('state', '=', 'waiting').where('next_attempt_at', '<=', now).orderBy('received_at').orderBy('id').limit(most).selectAll().execute();

/** Holds the row for this transaction; false where another process is done with it. Where one still has it, this waits: to pass it by would note a change before what it changes. */
export const holdWaiting = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom('heard_deliveries').where('id', '=', id).where('state', '=', 'waiting').select('id').forUpdate().executeTakeFirst()) !== undefined;

export const markDone = async (tx: Tx, id: string, { outcome, caseId, now }: { readonly outcome: string; readonly caseId: string | null; readonly now: Date }): Promise<void> => {
  await tx.updateTable('heard_deliveries').set({ state: 'done', outcome, case_id: caseId, settled_at: now, reason: null, next_attempt_at: null }).where('id', '=', id).execute();
};

const mostAttempts = 3;

/** What is unfit waits for a person at once; a defect may pass, and is tried three times. */
export const markFailed = async (tx: Tx, { id, attempts: before }: Delivery, { reason, isUnfit, now }: { readonly reason: string; readonly isUnfit: boolean; readonly now: Date }): Promise<void> => {
  const attempts = before + 1;
  const change = isUnfit || attempts >= mostAttempts ? { state: 'quarantined', settled_at: now, next_attempt_at: null } : { next_attempt_at: plus(now, attempts * minute) };
  await tx.updateTable('heard_deliveries').set({ ...change, reason, attempts }).where('id', '=', id).where('state', '=', 'waiting').execute();
};

export const deliveryById = (reader: Reader, id: string) => reader.selectFrom('heard_deliveries').where('id', '=', id).selectAll().executeTakeFirst();

export const waitAgain = async (tx: Tx, id: string, now: Date): Promise<void> => {
  await tx.updateTable('heard_deliveries').set({ state: 'waiting', reason: null, attempts: 0, settled_at: null, next_attempt_at: now }).where('id', '=', id).execute();
};

export const deliveriesIn = (reader: Reader, state: string, { before, most }: { readonly before: string | undefined; readonly most: number }) => {
  const all = reader.selectFrom('heard_deliveries').innerJoin('heard_sources', 'heard_sources.id', 'heard_deliveries.source_id').where('state', '=', state);
  const older = before === undefined ? all : all.where('heard_deliveries.id', '<', before);
  // Ids are made in the order in which they came.
  return older.orderBy('heard_deliveries.id', 'desc').limit(most).selectAll('heard_deliveries').select('heard_sources.name as sourceName').execute();
};
