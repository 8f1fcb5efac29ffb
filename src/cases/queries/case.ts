import type { Reader, Tx } from '#base/db/db.ts';
import type { CaseState } from '../rules.ts';

const stateColumns = [
  'cases.id',
  'cases.number',
  'cases.subject',
  'cases.status',
  'cases.level',
  'cases.language',
  'cases.channel',
  'cases.customer_id',
  'cases.department_id',
  'cases.owner_id',
  'cases.claim_due_at',
  'cases.next_update_due_at',
  'cases.waiting_since',
  'cases.chases',
  'cases.last_inbound_at',
  'cases.last_outbound_at',
  'cases.resolved_at',
  'cases.merged_into_id',
] as const;

/** A case as its rules see it, with the few facts that actions need besides. */
export interface LoadedCase extends CaseState {
  readonly number: number;
  readonly subject: string;
  readonly language: 'it' | 'en';
  readonly channel: string;
  readonly departmentId: string;
  readonly chases: number;
}

const select = (reader: Reader, id: string) =>
  reader
    .selectFrom('cases')
    .leftJoin('members as owner', 'owner.id', 'cases.owner_id')
    .where('cases.id', '=', id)
    .select(stateColumns)
    .select('owner.name as ownerName');

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>;

const loaded = (row: Row): LoadedCase => ({
  id: row.id,
  number: row.number,
  subject: row.subject,
  status: row.status as CaseState['status'],
  level: row.level,
  language: row.language as 'it' | 'en',
  channel: row.channel,
  customerId: row.customer_id,
  departmentId: row.department_id,
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.ownerName ?? '' },
  claimDueAt: row.claim_due_at,
  nextUpdateDueAt: row.next_update_due_at,
  waitingSince: row.waiting_since,
  chases: row.chases,
  lastInboundAt: row.last_inbound_at,
  lastOutboundAt: row.last_outbound_at,
  resolvedAt: row.resolved_at,
  mergedIntoId: row.merged_into_id,
});

export const caseById = async (reader: Reader, id: string): Promise<LoadedCase | undefined> => {
  const row = await select(reader, id).executeTakeFirst();
  return row === undefined ? undefined : loaded(row);
};

/** Loads and holds a case until the transaction ends, so that two people who act at once act one after the other. */
export const lockCase = async (tx: Tx, id: string): Promise<LoadedCase | undefined> => {
  const row = await select(tx, id).forUpdate('cases').executeTakeFirst();
  return row === undefined ? undefined : loaded(row);
};

/** Where a merged case lives on. Chains of merges are followed to the end. */
export const survivorOf = async (reader: Reader, id: string): Promise<string> => {
  const last = await reader
    .withRecursive('chain', (db) =>
      db
        .selectFrom('cases')
        .where('id', '=', id)
        .select(['id', 'merged_into_id'])
        .unionAll(db.selectFrom('cases').innerJoin('chain', 'chain.merged_into_id', 'cases.id').select(['cases.id', 'cases.merged_into_id'])),
    )
    .selectFrom('chain')
    .where('merged_into_id', 'is', null)
    .select('id')
    .executeTakeFirst();
  return last?.id ?? id;
};

/** Changes a case. Every change counts as activity, so lists move with it. */
export const updateCase = async (tx: Tx, id: string, now: Date, change: CaseChange): Promise<void> => {
  await tx.updateTable('cases').set({ ...change, last_activity_at: now }).where('id', '=', id).execute();
};

export type CaseChange = Partial<{
  subject: string;
  language: 'it' | 'en';
  status: CaseState['status'];
  level: number;
  owner_id: string | null;
  claim_due_at: Date | null;
  claim_late_at: Date | null;
  next_update_due_at: Date | null;
  next_update_warned_at: Date | null;
  next_update_missed_at: Date | null;
  taken_at: Date;
  resolved_at: Date | null;
  closed_at: Date | null;
  waiting_since: Date | null;
  chases: number;
  last_inbound_at: Date | null;
  last_outbound_at: Date | null;
  merged_into_id: string | null;
}>;

export interface NewCase {
  readonly id: string;
  readonly subject: string;
  readonly customerId: string;
  readonly departmentId: string;
  readonly channel: string;
  readonly language: 'it' | 'en';
  readonly ownerId: string | null;
  readonly claimDueAt: Date | null;
  readonly nextUpdateDueAt: Date;
  readonly waitingSince: Date | null;
  readonly at: Date;
}

export const insertCase = async (tx: Tx, fresh: NewCase): Promise<number> => {
  const row = await tx
    .insertInto('cases')
    .values({
      id: fresh.id,
      subject: fresh.subject,
      customer_id: fresh.customerId,
      department_id: fresh.departmentId,
      channel: fresh.channel,
      language: fresh.language,
      status: fresh.ownerId === null ? 'new' : 'open',
      owner_id: fresh.ownerId,
      claim_due_at: fresh.claimDueAt,
      next_update_due_at: fresh.nextUpdateDueAt,
      opened_at: fresh.at,
      taken_at: fresh.ownerId === null ? null : fresh.at,
      waiting_since: fresh.waitingSince,
      last_inbound_at: fresh.waitingSince,
      last_activity_at: fresh.at,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return row.number;
};
