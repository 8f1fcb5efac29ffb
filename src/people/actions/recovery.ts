import { plus, type Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { TooMany, networkOf } from '#base/http/allowance.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import { hashToken, newToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { memberEvents } from '../contract.ts';
import { findForgetful } from '../jobs.ts';
import { hashPassword } from '../passwords.ts';
import { recoveryByToken, replaceRecoveries, spendRecovery, type OpenRecovery } from '../queries/recoveries.ts';
import { countAttempt, endSessions, forgetAttempts, givePassword } from '../queries/sign-ins.ts';
import { recoveryLife, recoveryLimits, recoveryWindow } from '../rules.ts';
import { attemptKey } from './sign-in.ts';

/** Somebody says they forgot the password of that address. Counted by address and by where it comes from, for addresses that do not exist as well. */
export const forgetPassword = async (services: Services, email: string, from: string): Promise<void> => {
  const now = services.clock.now();
  const byNetwork = await countAttempt(services.db, attemptKey('recovery address', networkOf(from)), now, recoveryWindow);
  const byAccount = await countAttempt(services.db, attemptKey('recovery', email.toLowerCase()), now, recoveryWindow);
  if (byAccount > recoveryLimits.account || byNetwork > recoveryLimits.address) throw new TooMany('passwords forgotten', recoveryWindow);
  // One mail for a click too many: of two links only the newer would open.
  await inWork(services, system, async (work) => work.enqueue(findForgetful, { email }, `forgot ${email.toLowerCase()}`));
};

/** For the letter that carries it, in the work that writes the letter; nothing but its hash is kept. */
export const newRecoveryLink = async (work: Work, memberId: string): Promise<string> => {
  const token = newToken();
  await replaceRecoveries(work.tx, memberId, { tokenHash: hashToken(token), now: work.now, expiresAt: plus(work.now, recoveryLife) });
  // Behind the #, where no proxy's log sees it.
  return `${work.services.config.publicUrl}/password#${token}`;
};

/** The gate of the link. */
export const accessRecovery = async (reader: Reader, token: string, now: Instant): Promise<OpenRecovery | Refusal<'recovery.spent'>> =>
  (await recoveryByToken(reader, hashToken(token), now)) ?? refuse('recovery.spent');

/** Whoever knew the old password is out: every session ends. What they tried before no longer counts against them. */
export const chooseNewPassword = async (work: Work, { token, password }: { token: string; password: string }): Promise<Refusal<'recovery.spent'> | null> => {
  const recovery = await accessRecovery(work.tx, token, work.now);
  if ('refused' in recovery) return recovery;
  if (!(await spendRecovery(work.tx, hashToken(token), work.now))) return refuse('recovery.spent');
  const { memberId, email } = recovery;
  await givePassword(work.tx, memberId, await hashPassword(password), work.now);
  await endSessions(work.tx, memberId);
  await forgetAttempts(work.tx, attemptKey('account', email.toLowerCase()));
  work.emit(memberEvents['member.password_changed'](null, { memberId }));
  return null;
};
