import { sql, type Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import { hashToken } from '#base/secrets.ts';
import type { Referrals, ThirdParties } from '#migrations/tables.ts';
import type { Dossier, ThirdPartyInput } from './contract.ts';

export type ThirdParty = Selectable<ThirdParties>;
export type Referral = Selectable<Referrals>;

const columnsOf = ({ name, handles, email, phone, website, hours, needs }: ThirdPartyInput) => ({ name, handles, email, phone, website, hours, needs: JSON.stringify(needs) });

export const insertThirdParty = async (tx: Tx, input: ThirdPartyInput, { id, by, now }: { id: string; by: string; now: Instant }): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('third_parties')
    .values({ id, ...columnsOf(input), created_at: now, created_by: by })
    .onConflict((conflict) => conflict.expression(sql`lower(name)`).where('closed_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
};

export const thirdPartyById = (tx: Tx, id: string): Promise<ThirdParty | undefined> => tx.selectFrom('third_parties').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

export const nameTaken = async (reader: Reader, name: string, otherThan: string): Promise<boolean> =>
  (await reader.selectFrom('third_parties').where(sql<string>`lower(name)`, '=', name.toLowerCase()).where('closed_at', 'is', null).where('id', '<>', otherThan).select('id').executeTakeFirst()) !== undefined;

export const updateThirdParty = async (tx: Tx, id: string, input: ThirdPartyInput): Promise<void> => {
  await tx.updateTable('third_parties').set(columnsOf(input)).where('id', '=', id).execute();
};

export const endThirdParty = async (tx: Tx, id: string, now: Instant): Promise<void> => {
  await tx.updateTable('third_parties').set({ closed_at: now }).where('id', '=', id).execute();
};

export const reopenThirdParty = async (tx: Tx, id: string): Promise<void> => {
  await tx.updateTable('third_parties').set({ closed_at: null }).where('id', '=', id).execute();
};

export const thirdParties = (reader: Reader) =>
  reader
    .selectFrom('third_parties')
    .where('closed_at', 'is', null)
    .orderBy('name')
    .selectAll()
    .select((eb) => [
      eb.selectFrom('referrals').whereRef('third_party_id', '=', 'third_parties.id').where('worked', '=', true).select((e) => e.fn.countAll<number>().as('n')).as('worked'),
      eb.selectFrom('referrals').whereRef('third_party_id', '=', 'third_parties.id').where('worked', '=', false).select((e) => e.fn.countAll<number>().as('n')).as('didNotWork'),
    ])
    .execute();

interface NewReferral {
  readonly id: string;
  readonly caseId: string;
  readonly thirdPartyId: string;
  readonly reason: string;
  readonly checkOn: Instant;
  readonly by: string;
  readonly pendingId: string;
  readonly dossier: Dossier;
  readonly token: string;
  readonly expiresAt: Instant;
  readonly now: Instant;
}

export const insertReferral = async (tx: Tx, given: NewReferral): Promise<void> => {
  await tx
    .insertInto('referrals')
    .values({
      id: given.id,
      case_id: given.caseId,
      third_party_id: given.thirdPartyId,
      reason: given.reason,
      check_on: given.checkOn,
      made_at: given.now,
      made_by: given.by,
      pending_reply_id: given.pendingId,
      dossier: JSON.stringify(given.dossier),
      token_hash: hashToken(given.token),
      expires_at: given.expiresAt,
    })
    .execute();
};

const withNames = (reader: Reader) =>
  reader
    .selectFrom('referrals')
    .innerJoin('third_parties', 'third_parties.id', 'referrals.third_party_id')
    .innerJoin('members', 'members.id', 'referrals.made_by')
    .innerJoin('pending_replies', 'pending_replies.id', 'referrals.pending_reply_id')
    .selectAll('referrals')
    .select(['third_parties.name as toName', 'members.name as madeByName', 'pending_replies.sent_at as toldAt']);
export type NamedReferral = Referral & { readonly toName: string; readonly madeByName: string; readonly toldAt: Instant | null };

export const referralsOn = (reader: Reader, caseId: string): Promise<NamedReferral[]> => withNames(reader).where('referrals.case_id', '=', caseId).orderBy('made_at').execute();

export const caseOfReferral = async (reader: Reader, id: string): Promise<string | undefined> =>
  (await reader.selectFrom('referrals').where('id', '=', id).select('case_id').executeTakeFirst())?.case_id;

export const referralById = (reader: Reader, id: string): Promise<NamedReferral> => withNames(reader).where('referrals.id', '=', id).executeTakeFirstOrThrow();

/** The one referral of a case of which nobody knows yet what came of it. */
export const openReferral = (tx: Tx, caseId: string): Promise<NamedReferral | undefined> =>
  withNames(tx).where('referrals.case_id', '=', caseId).where('withdrawn_at', 'is', null).where('settled_at', 'is', null).forUpdate('referrals').executeTakeFirst();

export const withdrawReferral = async (tx: Tx, id: string, now: Instant): Promise<void> => {
  await tx.updateTable('referrals').set({ withdrawn_at: now }).where('id', '=', id).execute();
};

/** Claims the letter that asks whether it worked; false where it was written already. */
export const claimCheckBack = async (tx: Tx, id: string, now: Instant): Promise<boolean> => {
  const { numUpdatedRows } = await tx.updateTable('referrals').set({ asked_back_at: now }).where('id', '=', id).where('asked_back_at', 'is', null).executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
};

export const settle = async (tx: Tx, id: string, how: { worked: boolean; outcome: string; by: string; now: Instant }): Promise<void> => {
  await tx.updateTable('referrals').set({ settled_at: how.now, settled_by: how.by, worked: how.worked, outcome: how.outcome }).where('id', '=', id).execute();
};

const longestDossier = 200;

/** What the customer and we said to each other, in order: no third party's words, no note, nothing automatic. */
export const saidBetweenUs = async (reader: Reader, caseId: string, customerId: string) => {
  const rows = await reader
    .selectFrom('messages')
    .where('case_id', '=', caseId)
    .where('is_automatic', '=', false)
    .where((eb) => eb.or([eb('direction', '=', 'out'), eb.and([eb('author_customer_id', '=', customerId), eb('is_third_party', '=', false)])]))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(longestDossier)
    .select(['at', 'author_name', 'direction', 'text'])
    .execute();
  return rows.toReversed();
};

/** Those of the named files that the customer sent on this case. */
export const filesOfCustomer = (reader: Reader, caseId: string, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : reader
        .selectFrom('attachments')
        .innerJoin('messages', 'messages.id', 'attachments.message_id')
        .where('attachments.case_id', '=', caseId)
        .where('messages.direction', '=', 'in')
        .where('messages.is_third_party', '=', false)
        .where('attachments.id', 'in', [...ids])
        .select(['attachments.sha256', 'attachments.name', 'attachments.size'])
        .execute();

/** The dossier that a token opens now; undefined where it is unknown, over, or its letter was taken back. */
export const dossierByToken = async (reader: Reader, token: string, now: Instant): Promise<unknown> => {
  const row = await reader.selectFrom('referrals').where('token_hash', '=', hashToken(token)).where('expires_at', '>', now).where('withdrawn_at', 'is', null).select('dossier').executeTakeFirst();
  return row?.dossier;
};
