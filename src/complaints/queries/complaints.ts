import { sql, type Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Complaints } from '#migrations/tables.ts';
import type { Listing } from '../contract.ts';

export type Complaint = Selectable<Complaints>;

/** The next number of the year. Whoever takes it holds it until the complaint is written, so a failure leaves no gap. */
export const takeNumber = async (tx: Tx, year: number): Promise<number> => {
  const { last } = await tx
    .insertInto('complaint_numbers')
    .values({ year, last: 1 })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ last: sql`complaint_numbers.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
};

type NewComplaint = Omit<Complaint, 'reminded_at' | 'called_at' | 'late_at' | 'acknowledged_at' | 'interim_at' | 'answered_at' | 'outcome' | 'indemnity_cents' | 'closed_at' | 'annulled_at'>;

export const insertComplaint = async (tx: Tx, fresh: NewComplaint): Promise<void> => {
  await tx.insertInto('complaints').values(fresh).execute();
};

/** The complaint that a message was registered as; an annulled one leaves its message free. */
export const registeredFrom = (reader: Reader, messageId: string) =>
  reader.selectFrom('complaints').where('message_id', '=', messageId).where('annulled_at', 'is', null).select(['id', 'year', 'number']).executeTakeFirst();

export const caseOf = async (reader: Reader, id: string): Promise<string | undefined> =>
  (await reader.selectFrom('complaints').where('id', '=', id).select('case_id').executeTakeFirst())?.case_id;

const withNames = (reader: Reader) =>
  reader
    .selectFrom('complaints')
    .innerJoin('cases', 'cases.id', 'complaints.case_id')
    .innerJoin('customers', 'customers.id', 'complaints.customer_id')
    .innerJoin('departments', 'departments.id', 'complaints.department_id')
    .innerJoin('complaint_terms as terms', 'terms.id', 'complaints.term_id')
    .innerJoin('members as registrar', 'registrar.id', 'complaints.registered_by')
    // Law 1: unless somebody was named, whoever has the case has its complaint.
    .leftJoin('members as responsible', (join) => join.on('responsible.id', '=', sql<string>`coalesce(complaints.responsible_id, cases.owner_id)`))
    .selectAll('complaints')
    .select([
      'cases.number as caseNumber', 'cases.department_id as caseDepartmentId', 'cases.language', 'cases.status as caseStatus', 'cases.owner_id as ownerId',
      'customers.name as customerName', 'departments.name as departmentName', 'departments.head_id as headId', 'registrar.name as registrarName',
      'terms.sector', 'terms.days', 'terms.counts', 'terms.starts', 'terms.longest_days as longestDays', 'terms.indemnity',
      'responsible.id as hasId', 'responsible.name as hasName',
    ])
    .select((eb) => eb.exists(eb.selectFrom('complaint_letters as l').whereRef('l.complaint_id', '=', 'complaints.id').where('l.left_at', 'is', null).where('l.withdrawn_at', 'is', null).select('l.id')).as('isWriting'));

/** A complaint with the names that everything about it needs. */
export type LoadedComplaint = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>;

export const complaintById = (reader: Reader, id: string): Promise<LoadedComplaint | undefined> => withNames(reader).where('complaints.id', '=', id).executeTakeFirst();

/** Holds the complaint until the transaction ends. */
export const lockComplaint = (tx: Tx, id: string): Promise<LoadedComplaint | undefined> => withNames(tx).where('complaints.id', '=', id).forUpdate('complaints').executeTakeFirst();

export const complaintsOn = (reader: Reader, caseId: string): Promise<LoadedComplaint[]> => withNames(reader).where('complaints.case_id', '=', caseId).orderBy('registered_at').execute();

/** Everything that was received between two instants, in the order of the register. */
export const complaintsReceived = (reader: Reader, from: Instant, until: Instant): Promise<LoadedComplaint[]> =>
  withNames(reader).where('received_at', '>=', from).where('received_at', '<', until).orderBy('complaints.year').orderBy('complaints.number').execute();

const longestList = 500;

interface Listed {
  readonly list: Listing;
  /** All that this customer made, whatever `list` says. */
  readonly customerId?: string | undefined;
}

const listed = (reader: Reader, { list, customerId }: Listed, now: Instant) => {
  const all = withNames(reader);
  if (customerId !== undefined) return all.where('complaints.customer_id', '=', customerId).where('annulled_at', 'is', null).orderBy('received_at', 'desc');
  if (list === 'annulled') return all.where('annulled_at', 'is not', null).orderBy('annulled_at', 'desc');
  const standing = all.where('annulled_at', 'is', null);
  if (list === 'done') return standing.where('answered_at', 'is not', null).orderBy(sql`complaints.closed_at is not null`).orderBy('answered_at', 'desc');
  const open = standing.where('answered_at', 'is', null).orderBy('due_at').orderBy('complaints.number');
  return list === 'overdue' ? open.where('due_at', '<=', now) : open;
};

export const listComplaints = async (reader: Reader, which: Listed, now: Instant): Promise<{ rows: LoadedComplaint[]; total: number }> => {
  const rows = await listed(reader, which, now).select(sql<number>`(count(*) over ())::int`.as('total')).limit(longestList).execute();
  return { rows, total: rows[0]?.total ?? 0 };
};

export const countComplaints = async (reader: Reader, now: Instant): Promise<{ open: number; overdue: number }> => {
  const { rows } = await sql<{ open: number; overdue: number }>`
    select count(*)::int as open, (count(*) filter (where due_at <= ${now}))::int as overdue from complaints where answered_at is null and annulled_at is null`.execute(reader);
  return rows[0] ?? { open: 0, overdue: 0 };
};

/** Others of the same customer, the latest first; annulled ones are none. */
export const othersOf = (reader: Reader, { id, customer_id }: Pick<Complaint, 'id' | 'customer_id'>) =>
  reader.selectFrom('complaints').where('customer_id', '=', customer_id).where('id', '<>', id).where('annulled_at', 'is', null).orderBy('received_at', 'desc').limit(20)
    .select(['id', 'year', 'number', 'topic', 'received_at']).execute();

export const briefOf = (reader: Reader, id: string) => reader.selectFrom('complaints').where('id', '=', id).select(['id', 'year', 'number', 'topic', 'received_at', 'customer_id']).executeTakeFirst();

type Frozen = 'id' | 'year' | 'number' | 'message_id' | 'customer_id' | 'received_at' | 'channel' | 'proof' | 'said' | 'term_id' | 'first_due_at' | 'registered_at' | 'registered_by' | 'repeats_id';

/** Changes how it stands. What was frozen when it was registered is not among it, and the table refuses it as well. */
export const changeComplaint = async (tx: Tx, id: string, change: Partial<Omit<Complaint, Frozen>>): Promise<void> => {
  await tx.updateTable('complaints').set(change).where('id', '=', id).execute();
};

/** A complaint lives where its message stands. Returns those that moved. */
export const followMessages = (tx: Tx, caseIds: readonly string[]): Promise<{ id: string; caseId: string }[]> =>
  tx.updateTable('complaints').from('messages').set((eb) => ({ case_id: eb.ref('messages.case_id') }))
    .whereRef('messages.id', '=', 'complaints.message_id').whereRef('messages.case_id', '<>', 'complaints.case_id').where('complaints.case_id', 'in', [...caseIds])
    .returning(['complaints.id', 'complaints.case_id as caseId']).execute();
