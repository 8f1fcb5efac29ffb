import type { Work } from '#base/work.ts';
import { companyOf, invitationLetter, passwordChangedLetter, recoveryLetter, type Letter } from '#people/index.ts';
import { openMailboxes } from './mailboxes.ts';
import { queueNoticeMail } from './sending/queue-mail.ts';

/**
 * Mail to somebody of the house. The letter, and the one-time link in it, is written only where it can leave, in the same work that
 * puts it into the outbox: no event and no log ever holds the link.
 */
const mail = async (work: Work, purpose: 'invitation' | 'notice', write: () => Promise<Letter | null>): Promise<void> => {
  if (!(await canSend(work))) return;
  const letter = await write();
  if (letter !== null) await queueNoticeMail(work, { purpose, ...letter });
};

/** From the invented company nothing leaves, so nobody is told that it did. */
const canSend = async (work: Work): Promise<boolean> => {
  if ((await companyOf(work.tx)).isDemo) return false;
  return (await openMailboxes(work.tx)).some((mailbox) => mailbox.smtp !== null);
};

export const mailInvitation = (work: Work, invitationId: string): Promise<void> => mail(work, 'invitation', () => invitationLetter(work, invitationId));

export const mailRecovery = (work: Work, memberId: string): Promise<void> => mail(work, 'notice', () => recoveryLetter(work, memberId));

export const mailPasswordChanged = (work: Work, memberId: string): Promise<void> => mail(work, 'notice', () => passwordChangedLetter(work, memberId));
