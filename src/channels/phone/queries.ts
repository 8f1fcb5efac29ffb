import type { Reader } from '#base/db/db.ts';
import type { CallChoice } from './contract.ts';

/** What the customer waits for, the latest first. */
export const openCasesOf = async (reader: Reader, customerId: string): Promise<CallChoice[]> => {
  const rows = await reader
    .selectFrom('cases')
    .leftJoin('members as owner', 'owner.id', 'cases.owner_id')
    .where('customer_id', '=', customerId)
    .where('status', 'not in', ['resolved', 'closed'])
    .orderBy('last_activity_at', 'desc')
    .limit(20)
    .select(['cases.id', 'cases.number', 'cases.subject', 'owner.name as ownerName', 'next_update_due_at as dueAt', 'waiting_since as since'])
    .execute();
  return rows.map(({ dueAt, since, ...row }) => ({ ...row, nextUpdateDueAt: dueAt?.toISOString() ?? null, waitingSince: since?.toISOString() ?? null }));
};

export const companyNameOf = async (reader: Reader, customerId: string): Promise<string | null> => {
  const row = await reader
    .selectFrom('customers')
    .innerJoin('companies', 'companies.id', 'customers.company_id')
    .where('customers.id', '=', customerId)
    .select('companies.name')
    .executeTakeFirst();
  return row?.name ?? null;
};

/** How a customer is known, a number before anything else: a call comes from a number where there is one. */
export const numberOf = (reader: Reader, customerId: string) =>
  reader
    .selectFrom('identities')
    .where('customer_id', '=', customerId)
    .orderBy((eb) => eb.case().when('kind', '=', 'phone').then(0).else(1).end())
    .orderBy('created_at')
    .select(['kind', 'value'])
    .executeTakeFirst();

export const filedCall = (reader: Reader, messageId: string) =>
  reader
    .selectFrom('messages')
    .innerJoin('cases', 'cases.id', 'messages.case_id')
    .where('messages.id', '=', messageId)
    .select(['cases.number', 'cases.chases', 'messages.is_chase as isChase'])
    .executeTakeFirstOrThrow();
