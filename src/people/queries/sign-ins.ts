import { sql } from 'kysely';
import { plus, type Instant } from '#base/clock.ts';
import type { Db, Reader, Tx } from '#base/db/db.ts';
import { newId } from '#base/ids.ts';
import type { SessionView } from '../contract.ts';

const byPassword = 'credential';

export const signInOf = async (reader: Reader, memberId: string): Promise<string | null> => {
  const row = await reader.selectFrom('sign_ins').select('id').where('member_id', '=', memberId).executeTakeFirst();
  return row?.id ?? null;
};

interface NewSignIn {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  /** Argon2id; null for somebody who cannot sign in by password. */
  readonly passwordHash: string | null;
}

export const insertSignIn = async (tx: Tx, { memberId, name, email, passwordHash }: NewSignIn, now: Instant): Promise<void> => {
  const id = newId(now);
  const written = { created_at: now, updated_at: now };
  await tx.insertInto('sign_ins').values({ id, member_id: memberId, name, email: email.toLowerCase(), email_verified: true, ...written }).execute();
  if (passwordHash === null) return;
  await insertCredential(tx, id, passwordHash, now);
};

const insertCredential = async (tx: Tx, signInId: string, passwordHash: string, now: Instant): Promise<void> => {
  await tx.insertInto('credentials')
    .values({ id: newId(now), sign_in_id: signInId, account_id: signInId, provider_id: byPassword, password: passwordHash, created_at: now, updated_at: now }).execute();
};

/** The stored hash, locked until the transaction ends: two changes at once would both trust the old password. */
export const passwordHashOf = async (tx: Tx, memberId: string): Promise<string | null> => {
  const row = await tx.selectFrom('credentials').innerJoin('sign_ins', 'sign_ins.id', 'credentials.sign_in_id').select('password')
    .where('member_id', '=', memberId).where('provider_id', '=', byPassword).forUpdate('credentials').executeTakeFirst();
  return row?.password ?? null;
};

export const storePassword = async (tx: Tx, memberId: string, passwordHash: string, now: Instant): Promise<void> => {
  await tx.updateTable('credentials').from('sign_ins').set({ password: passwordHash, updated_at: now })
    .whereRef('sign_ins.id', '=', 'credentials.sign_in_id').where('member_id', '=', memberId).where('provider_id', '=', byPassword).execute();
};

/** The password of somebody who proved themselves by mail, whether they had one before or not. */
export const givePassword = async (tx: Tx, memberId: string, passwordHash: string, now: Instant): Promise<void> => {
  if ((await passwordHashOf(tx, memberId)) !== null) return storePassword(tx, memberId, passwordHash, now);
  const signInId = await signInOf(tx, memberId);
  if (signInId !== null) await insertCredential(tx, signInId, passwordHash, now);
};

const idsOf = (tx: Reader, memberId: string) => tx.selectFrom('sign_ins').select('id').where('member_id', '=', memberId);

/** Ends the member's sessions, all but `except`. */
export const endSessions = async (tx: Tx, memberId: string, except: string | null = null): Promise<void> => {
  let gone = tx.deleteFrom('sessions').where('sign_in_id', 'in', idsOf(tx, memberId));
  if (except !== null) gone = gone.where('id', '!=', except);
  await gone.execute();
};

/** False where the member has no such session. */
export const endSession = async (db: Reader, memberId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await db.deleteFrom('sessions').where('id', '=', id).where('sign_in_id', 'in', idsOf(db, memberId)).executeTakeFirst();
  return numDeletedRows === 1n;
};

export const sessionsOf = async (reader: Reader, memberId: string, current: string, now: Instant): Promise<SessionView[]> => {
  const rows = await reader.selectFrom('sessions').selectAll().where('sign_in_id', 'in', idsOf(reader, memberId))
    .where('expires_at', '>', now).orderBy('updated_at', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    current: row.id === current,
    signedInAt: row.created_at.toISOString(),
    lastSeenAt: row.updated_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    browser: row.user_agent === '' ? null : row.user_agent,
    address: row.ip_address === '' ? null : row.ip_address,
  }));
};

/** Whoever left has no way in: no password, no session. Their history stays under their name. */
export const removeSignIn = async (tx: Tx, memberId: string): Promise<void> => {
  await tx.deleteFrom('sign_ins').where('member_id', '=', memberId).execute();
};

export const renameSignIn = async (tx: Tx, memberId: string, name: string, now: Instant): Promise<void> => {
  await tx.updateTable('sign_ins').set({ name, updated_at: now }).where('member_id', '=', memberId).execute();
};

/**
 * Counts one more attempt under `key` and returns how many there are in this window. One statement, so that guesses sent at the
 * same moment are each counted before any of them is looked at.
 */
export const countAttempt = async (db: Db, key: string, now: Instant, window: number): Promise<number> => {
  const over = sql`sign_in_attempts.since <= ${plus(now, -window)}`;
  const { rows } = await sql<{ attempts: number }>`
    insert into sign_in_attempts (key, attempts, since) values (${key}, 1, ${now})
    on conflict (key) do update set
      attempts = case when ${over} then 1 else sign_in_attempts.attempts + 1 end,
      since = case when ${over} then excluded.since else sign_in_attempts.since end
    returning attempts`.execute(db);
  return rows[0]?.attempts ?? 0;
};

export const forgetAttempts = async (db: Reader, key: string): Promise<void> => {
  await db.deleteFrom('sign_in_attempts').where('key', '=', key).execute();
};

/** What has run out and nobody asks for any more: sessions, and counts of attempts. */
export const sweepSignIns = async (db: Db, now: Instant, window: number): Promise<void> => {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  await db.deleteFrom('sign_in_attempts').where('since', '<=', plus(now, -window)).execute();
};

/** Whose session it is, by the hash of its token; null where they are no member, or no longer. */
export const memberOfSession = async (reader: Reader, tokenHash: string): Promise<string | null> => {
  const row = await reader.selectFrom('sessions').innerJoin('sign_ins', 'sign_ins.id', 'sessions.sign_in_id')
    .innerJoin('members', 'members.id', 'sign_ins.member_id').select('members.id')
    .where('token', '=', tokenHash).where('left_at', 'is', null).executeTakeFirst();
  return row?.id ?? null;
};
