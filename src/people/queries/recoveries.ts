import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Language } from '#base/texts.ts';

/** A new link voids those before it: the mailbox of whoever asked three times holds one that opens. */
export const replaceRecoveries = async (tx: Tx, memberId: string, { tokenHash, now, expiresAt }: { tokenHash: string; now: Instant; expiresAt: Instant }): Promise<void> => {
  await tx.deleteFrom('password_recoveries').where('member_id', '=', memberId).where('used_at', 'is', null).execute();
  await tx.insertInto('password_recoveries').values({ token_hash: tokenHash, member_id: memberId, created_at: now, expires_at: expiresAt }).execute();
};

const open = (reader: Reader, tokenHash: string, now: Instant) =>
  reader.selectFrom('password_recoveries').innerJoin('members', 'members.id', 'password_recoveries.member_id')
    .where('token_hash', '=', tokenHash).where('used_at', 'is', null).where('expires_at', '>', now).where('left_at', 'is', null);

export interface OpenRecovery {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly expiresAt: Instant;
}

/** Null where the link was never made, is used, replaced or run out, or its member left: the answer does not say which. */
export const recoveryByToken = async (reader: Reader, tokenHash: string, now: Instant): Promise<OpenRecovery | null> => {
  const row = await open(reader, tokenHash, now).select(['members.id as memberId', 'members.name', 'members.email', 'members.language', 'expires_at as expiresAt']).executeTakeFirst();
  return row === undefined ? null : { ...row, language: row.language as Language };
};

/** Spends it; false where somebody else was quicker. */
export const spendRecovery = async (tx: Tx, tokenHash: string, now: Instant): Promise<boolean> => {
  const { numUpdatedRows } = await tx.updateTable('password_recoveries').set({ used_at: now })
    .where('token_hash', '=', tokenHash).where('used_at', 'is', null).where('expires_at', '>', now).executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const sweepRecoveries = async (db: Reader, now: Instant): Promise<void> => {
  await db.deleteFrom('password_recoveries').where('expires_at', '<=', now).execute();
};
