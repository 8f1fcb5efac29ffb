import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { UntoldReason } from '../contract.ts';
import type { Reachable } from '../rules.ts';

export interface ReachableCase extends Reachable {
  readonly number: number;
  readonly customerName: string;
  readonly ownerName: string | null;
}

/** What decides whether the customers of linked cases can be told, by the number of their case. `caseIds`: only those. */
export const reachable = async (reader: Reader, incidentId: string, caseIds?: readonly string[]): Promise<ReachableCase[]> => {
  const { rows } = await sql<ReachableCase>`
    select c.id as "caseId", c.number, c.customer_id as "customerId", cu.name as "customerName", o.name as "ownerName", c.language,
      c.status not in ('resolved', 'closed') as "isOpen", c.merged_into_id is not null as "isMerged", address.value is not null as "hasAddress",
      coalesce(latest.state in ('failed', 'bounced'), false) as "lastCameBack"
    from incident_cases ic join cases c on c.id = ic.case_id join customers cu on cu.id = c.customer_id left join members o on o.id = c.owner_id
    left join lateral (select value from identities i where i.customer_id = c.customer_id and i.kind in ('email', 'pec') order by i.created_at limit 1) address on true
    left join lateral (
      select r.state from outbox ob join outbox_recipients r on r.outbox_id = ob.id join cases oc on oc.id = ob.case_id
      where oc.customer_id = c.customer_id and ob.purpose = 'reply' and r.address = address.value and r.state in ('sent', 'failed', 'bounced')
      order by ob.created_at desc limit 1
    ) latest on true
    where ic.incident_id = ${incidentId} and ic.state = 'linked' ${caseIds === undefined ? sql`` : sql`and c.id = any(${[...caseIds]}::uuid[])`}
    order by c.number`.execute(reader);
  return rows;
};

interface Planned {
  readonly caseId: string;
  readonly customerId: string;
  readonly language: 'it' | 'en';
  /** Why they cannot be told; null where they are on their way. */
  readonly reason: UntoldReason | null;
}

/** Notes whom an update is to reach. Whoever was tried before is tried anew. */
export const plan = async (tx: Tx, updateId: string, planned: readonly Planned[], { sendAt, now }: { sendAt: Instant; now: Instant }): Promise<void> => {
  if (planned.length === 0) return;
  await tx
    .insertInto('incident_tellings')
    .values(planned.map(({ caseId, customerId, language, reason }) => ({
      update_id: updateId, case_id: caseId, customer_id: customerId, language, send_at: sendAt, outcome: reason === null ? null : ('not_told' as const), reason, at: reason === null ? null : now,
    })))
    .onConflict((conflict) => conflict.columns(['update_id', 'case_id']).doUpdateSet((eb) => ({
      outcome: eb.ref('excluded.outcome'), reason: eb.ref('excluded.reason'), at: eb.ref('excluded.at'), send_at: sendAt, customer_id: eb.ref('excluded.customer_id'), language: eb.ref('excluded.language'), message_id: null,
    })))
    .execute();
};

/** Takes back what has not left yet; returns how many. */
export const stopWaiting = async (tx: Tx, updateId: string, now: Instant): Promise<number> => {
  const { numDeletedRows } = await tx.deleteFrom('incident_tellings').where('update_id', '=', updateId).where('outcome', 'is', null).where('send_at', '>', now).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
};

export interface DueTelling {
  readonly updateId: string;
  readonly caseId: string;
  readonly customerId: string;
  readonly incidentId: string;
  readonly memberId: string;
  readonly memberName: string;
}

/** Cases that an update is still to reach. */
export const toTell = (reader: Reader) => reader.selectFrom('incident_tellings').where('outcome', 'is', null);

/** Who is to be told now: the longest waiting first, and of one customer's cases the one that came first. */
export const dueTellings = (reader: Reader, now: Instant, limit: number): Promise<DueTelling[]> =>
  toTell(reader)
    .innerJoin('incident_updates', 'incident_updates.id', 'incident_tellings.update_id')
    .innerJoin('members', 'members.id', 'incident_updates.written_by')
    .innerJoin('cases', 'cases.id', 'incident_tellings.case_id')
    .where('incident_tellings.send_at', '<=', now)
    .where('begun_at', 'is not', null)
    .orderBy('incident_tellings.send_at')
    .orderBy('cases.number')
    .limit(limit)
    .select(['incident_tellings.update_id as updateId', 'incident_tellings.case_id as caseId', 'incident_tellings.customer_id as customerId', 'incident_id as incidentId', 'members.id as memberId', 'members.name as memberName'])
    .execute();

/** Holds all that one update says to the customer of this case, so that two of their cases are told one after the other; undefined where it was done meanwhile. */
export const holdTelling = async (tx: Tx, { updateId, caseId }: Pick<DueTelling, 'updateId' | 'caseId'>) => {
  const all = await tx
    .selectFrom('incident_tellings')
    .where('update_id', '=', updateId)
    .where('customer_id', '=', (eb) => eb.selectFrom('incident_tellings as own').where('own.update_id', '=', updateId).where('own.case_id', '=', caseId).select('own.customer_id'))
    .orderBy('case_id')
    .selectAll()
    .forUpdate()
    .execute();
  const own = all.find((one) => one.case_id === caseId);
  if (own === undefined || own.outcome !== null) return undefined;
  return { language: own.language as 'it' | 'en', toldOnId: all.find(({ outcome }) => outcome === 'told')?.case_id ?? null };
};

type Outcome = { readonly outcome: 'told'; readonly messageId: string } | { readonly outcome: 'noted' } | { readonly outcome: 'not_told'; readonly reason: UntoldReason };

export const settle = async (tx: Tx, { updateId, caseId }: Pick<DueTelling, 'updateId' | 'caseId'>, given: Outcome & { readonly now: Instant }): Promise<void> => {
  await tx
    .updateTable('incident_tellings')
    .set({ outcome: given.outcome, at: given.now, reason: given.outcome === 'not_told' ? given.reason : null, message_id: given.outcome === 'told' ? given.messageId : null })
    .where('update_id', '=', updateId)
    .where('case_id', '=', caseId)
    .execute();
};

/** A colleague's own reply is about to leave on that case: theirs goes first. */
export const postpone = async (tx: Tx, { updateId, caseId }: Pick<DueTelling, 'updateId' | 'caseId'>, until: Instant): Promise<void> => {
  await tx.updateTable('incident_tellings').set({ send_at: until }).where('update_id', '=', updateId).where('case_id', '=', caseId).execute();
};

/** The incidents of which that case was told something. */
export const toldOn = async (reader: Reader, caseId: string): Promise<string[]> => {
  const rows = await reader.selectFrom('incident_tellings').innerJoin('incident_updates', 'incident_updates.id', 'update_id').where('case_id', '=', caseId).select('incident_id').distinct().execute();
  return rows.map(({ incident_id: id }) => id);
};
