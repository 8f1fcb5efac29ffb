import { createHash } from 'node:crypto';
import { day, plus } from '#base/clock.ts';
import { TooMany } from '#base/http/allowance.ts';
import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import { hashToken, newToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import type { Work } from '#base/work.ts';
import { accessTokenPrefix } from '../authenticate.ts';
import { memberEvents, type NewAccessToken } from '../contract.ts';
import { hashPassword, isPassword } from '../passwords.ts';
import { insertAccessToken, revokeAccessToken } from '../queries/access-tokens.ts';
import { sweepRecoveries } from '../queries/recoveries.ts';
import { countAttempt, endSessions, forgetAttempts, passwordHashOf, signInOf, storePassword, sweepSignIns } from '../queries/sign-ins.ts';
import { attemptLimits, attemptWindow, recoveryWindow } from '../rules.ts';
import { openSession, signInByPassword, type From } from '../sign-in-engine.ts';

/** The key under which attempts are counted; a hash, so that the table is no list of who tries what. */
export const attemptKey = (kind: 'account' | 'address' | 'recovery' | 'recovery address', value: string): string => createHash('sha256').update(`${kind} ${value}`).digest('hex');

export type SignIn = { readonly token: string } | 'wrong';

/**
 * Counted before the password is looked at, by account and by where it comes from, for accounts that do not exist as well.
 * A right password clears its account's count, not that of the address: otherwise a machine that owns one account could go on.
 */
export const signIn = async (services: Services, given: { email: string; password: string }, from: From): Promise<SignIn> => {
  const now = services.clock.now();
  const email = given.email.toLowerCase();
  const account = attemptKey('account', email);
  const byAddress = await countAttempt(services.db, attemptKey('address', from.address), now, attemptWindow);
  const byAccount = await countAttempt(services.db, account, now, attemptWindow);
  if (byAccount > attemptLimits.account || byAddress > attemptLimits.address) throw new TooMany('attempts to sign in', attemptWindow);
  const token = await signInByPassword(services, email, given.password, from);
  if (token === null) return 'wrong';
  await forgetAttempts(services.db, account);
  return { token };
};

/** A session for a member who has proved themselves by a link. */
export const signInMember = async (services: Services, memberId: string, from: From): Promise<string> => {
  const signInId = await signInOf(services.db, memberId);
  if (signInId === null) throw new Error(`Member ${memberId} has no sign-in.`);
  return openSession(services, signInId, from);
};

interface PasswordChange {
  readonly memberId: string;
  readonly current: string;
  readonly next: string;
  /** The session that asks, which stays. */
  readonly sessionId: string;
}

/** Whoever knew the old password is out: every other session ends with it. */
export const changePassword = async (work: Work, { memberId, current, next, sessionId }: PasswordChange): Promise<Refusal<'password.wrong'> | null> => {
  const stored = await passwordHashOf(work.tx, memberId);
  if (stored === null || !(await isPassword(stored, current))) return refuse('password.wrong');
  await storePassword(work.tx, memberId, await hashPassword(next), work.now);
  await endSessions(work.tx, memberId, sessionId);
  work.emit(memberEvents['member.password_changed'](null, { memberId }));
  return null;
};

/** Returns the id and the key itself, which is nowhere afterwards. */
export const makeAccessToken = async (work: Work, memberId: string, wanted: NewAccessToken): Promise<{ id: string; token: string }> => {
  const id = newId(work.now);
  const token = accessTokenPrefix + newToken();
  const { name, scope, days } = wanted;
  await insertAccessToken(work.tx, { id, memberId, name, scope, tokenHash: hashToken(token), createdAt: work.now, expiresAt: plus(work.now, days * day) });
  work.emit(memberEvents['member.access_token_made'](null, { memberId, accessTokenId: id, scope }));
  return { id, token };
};

export const endAccessToken = async (work: Work, memberId: string, id: string): Promise<void> => {
  if (!(await revokeAccessToken(work.tx, memberId, id, work.now))) throw new NotFound();
  work.emit(memberEvents['member.access_token_revoked'](null, { memberId, accessTokenId: id }));
};

/** For the list of recurring work: once a day is enough. */
export const forgetExpiredSignIns = async (services: Services): Promise<void> => {
  const now = services.clock.now();
  await sweepSignIns(services.db, now, Math.max(attemptWindow, recoveryWindow));
  await sweepRecoveries(services.db, now);
};
