import { sql, type Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { SurveyInvitations } from '#migrations/tables.ts';
import type { WhyNot } from '../contract.ts';
import type { Audience, Standing } from '../rules.ts';

export type Invitation = Selectable<SurveyInvitations>;

interface Planned {
  readonly id: string;
  readonly surveyId: string;
  readonly caseId: string;
  readonly customerId: string;
  readonly language: string;
  readonly dueAt: Instant;
}

/** Plans to ask, or plans anew where it was not asked the last time. Whoever was asked is not asked again about the same case. */
export const planInvitation = async (tx: Tx, { id, surveyId, caseId, customerId, language, dueAt }: Planned): Promise<void> => {
  await tx
    .insertInto('survey_invitations')
    .values({ id, survey_id: surveyId, case_id: caseId, customer_id: customerId, way: 'mail', language, due_at: dueAt })
    .onConflict((conflict) =>
      conflict.columns(['survey_id', 'case_id']).doUpdateSet({ due_at: dueAt, customer_id: customerId, language, settled_at: null, not_asked_because: null }).where('survey_invitations.token_hash', 'is', null),
    )
    .execute();
};

export const waiting = (reader: Reader) => reader.selectFrom('survey_invitations').where('settled_at', 'is', null);

export const dueInvitations = async (reader: Reader, now: Instant, limit: number): Promise<string[]> =>
  (await waiting(reader).where('due_at', '<=', now).orderBy('due_at').limit(limit).select('id').execute()).map(({ id }) => id);

/** Holds what still waits and is due; undefined where another process was quicker. */
export const holdDue = (tx: Tx, id: string, now: Instant): Promise<Invitation | undefined> =>
  tx.selectFrom('survey_invitations').where('id', '=', id).where('settled_at', 'is', null).where('due_at', '<=', now).selectAll().forUpdate().skipLocked().executeTakeFirst();

export const postpone = async (tx: Tx, id: string, dueAt: Instant): Promise<void> => {
  await tx.updateTable('survey_invitations').set({ due_at: dueAt }).where('id', '=', id).execute();
};

export const settleUnasked = async (tx: Tx, id: string, because: WhyNot, now: Instant): Promise<void> => {
  await tx.updateTable('survey_invitations').set({ settled_at: now, not_asked_because: because }).where('id', '=', id).execute();
};

interface Asked {
  readonly versionId: string;
  readonly tokenHash: string;
  readonly expiresAt: Instant;
  readonly outboxId: string | null;
  readonly now: Instant;
}

export const settleAsked = async (tx: Tx, id: string, { versionId, tokenHash, expiresAt, outboxId, now }: Asked): Promise<void> => {
  await tx.updateTable('survey_invitations').set({ settled_at: now, version_id: versionId, token_hash: tokenHash, expires_at: expiresAt, outbox_id: outboxId, not_asked_because: null }).where('id', '=', id).execute();
};

/** The invitation that stands behind a link now. */
export const invitationByToken = (reader: Reader, tokenHash: string, now: Instant): Promise<Invitation | undefined> =>
  reader.selectFrom('survey_invitations').where('token_hash', '=', tokenHash).where('expires_at', '>', now).selectAll().executeTakeFirst();

/** One after the other for one customer: two surveys must not both find that nobody has asked them lately. */
export const oneAtATime = async (tx: Tx, customerId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`survey ${customerId}`}, 0))`.execute(tx);
};

export interface AskedCase extends Audience {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly language: 'it' | 'en';
  readonly resolvedAt: Instant | null;
  readonly isMerged: boolean;
}

/** What decides whether a case's customer is meant. */
export const askedCase = async (reader: Reader, caseId: string): Promise<AskedCase> => {
  const { rows } = await sql<AskedCase>`
    select c.id, c.number, c.subject, c.channel, c.department_id as "departmentId", coalesce(cu.language, c.language) as language, c.customer_id as "customerId", cu.name as "customerName",
      c.resolved_at as "resolvedAt", c.merged_into_id is not null as "isMerged", coalesce(cu.yearly_value_cents, co.yearly_value_cents) as "yearlyValueCents"
    from cases c join customers cu on cu.id = c.customer_id left join companies co on co.id = cu.company_id
    where c.id = ${caseId}`.execute(reader);
  const [found] = rows;
  if (found === undefined) throw new Error(`Case ${caseId} is gone.`);
  return found;
};

interface Known extends Omit<Standing, 'isSampled' | 'isRunning' | 'isMerged' | 'isResolved' | 'address'> {
  readonly address: string | null;
  readonly isProven: boolean;
  readonly hasBounced: boolean;
}

/**
 * What is known of a customer and one of their cases. An address is proven where a mail came from it, or where one of us has written to
 * it: what somebody typed into a form may be a stranger's. Where they boil and how they rated is read from those who keep it.
 */
export const knownOf = async (reader: Reader, { customerId, caseId }: { customerId: string; caseId: string }): Promise<Known> => {
  const { rows } = await sql<Known>`
    select
      exists (select 1 from survey_refusals r where r.customer_id = cu.id) as "hasRefused",
      (select max(i.settled_at) from survey_invitations i where i.customer_id = cu.id and i.token_hash is not null) as "lastAskedAt",
      exists (select 1 from ratings r where r.case_id = ${caseId} and r.at >= coalesce(
        (select max(e.at) from events e where e.case_id = ${caseId} and e.kind = 'case.reopened'), '-infinity')) as "hasRated",
      exists (select 1 from cases o join case_heat h on h.case_id = o.id where o.customer_id = cu.id and o.id <> ${caseId}
        and o.status not in ('resolved', 'closed') and o.merged_into_id is null and h.boiled_at is not null) as "isBoiling",
      exists (select 1 from messages m where m.case_id = ${caseId} and m.direction = 'in')
        and not exists (select 1 from messages m where m.case_id = ${caseId} and m.direction = 'in' and not m.is_automatic) as "isMachine",
      cu.prefers is not distinct from 'phone' as "prefersPhone",
      exists (select 1 from identities i where i.customer_id = cu.id and i.kind = 'pec') as "hasPec",
      address.value as address, coalesce(address.proven, false) as "isProven", coalesce(latest.state in ('failed', 'bounced'), false) as "hasBounced"
    from customers cu
    left join lateral (
      select i.value,
        exists (select 1 from messages m where m.author_customer_id = cu.id and m.direction = 'in' and m.channel = 'email' and lower(m.author_address) = i.value)
        or exists (select 1 from outbox ob join outbox_recipients r on r.outbox_id = ob.id join cases oc on oc.id = ob.case_id
          where oc.customer_id = cu.id and ob.purpose = 'reply' and lower(r.address) = i.value) as proven
      from identities i where i.customer_id = cu.id and i.kind = 'email' order by proven desc, i.created_at desc limit 1
    ) address on true
    left join lateral (
      select r.state from outbox ob join outbox_recipients r on r.outbox_id = ob.id join cases oc on oc.id = ob.case_id
      where oc.customer_id = cu.id and lower(r.address) = address.value and r.state in ('sent', 'failed', 'bounced') order by ob.created_at desc limit 1
    ) latest on true
    where cu.id = ${customerId}`.execute(reader);
  const [found] = rows;
  if (found === undefined) throw new Error(`Customer ${customerId} is gone.`);
  return found;
};

export const refuse = async (tx: Tx, customerId: string, now: Instant): Promise<void> => {
  await tx.insertInto('survey_refusals').values({ customer_id: customerId, at: now }).onConflict((conflict) => conflict.doNothing()).execute();
};

export const hasRefused = async (reader: Reader, customerId: string): Promise<boolean> =>
  (await reader.selectFrom('survey_refusals').where('customer_id', '=', customerId).select('customer_id').executeTakeFirst()) !== undefined;

export const takeRefusalBack = async (tx: Tx, customerId: string): Promise<void> => {
  await tx.deleteFrom('survey_refusals').where('customer_id', '=', customerId).execute();
};

/** The surveys that asked about a case already. */
export const surveysThatAsked = async (reader: Reader, caseId: string): Promise<string[]> =>
  (await reader.selectFrom('survey_invitations').where('case_id', '=', caseId).where('token_hash', 'is not', null).select('survey_id').execute()).map(({ survey_id: id }) => id);

/** It is asked on the customer's own page instead of by mail. */
export const askOnPage = async (tx: Tx, { surveyId, caseId }: { surveyId: string; caseId: string }): Promise<string> => {
  const row = await tx.updateTable('survey_invitations').set({ way: 'page' }).where('survey_id', '=', surveyId).where('case_id', '=', caseId).returning('id').executeTakeFirstOrThrow();
  return row.id;
};
