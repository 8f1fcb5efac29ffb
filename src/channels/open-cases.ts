import type { Reader } from '#base/db/db.ts';
import type { CallChoice } from './phone/contract.ts';

/** What a customer waits for, the latest first: what somebody who reached us aloud or in public may be speaking of. */
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
