import { plus, type Instant } from '#base/clock.ts';
import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import { hashToken, newToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import type { Work } from '#base/work.ts';
import { memberEvents, type NewInvitation } from '../contract.ts';
import { departmentById } from '../queries/departments.ts';
import {
  insertInvitation, insertInvitationLink, invitationByToken, markAccepted, markMailFailed, markWithdrawn, withdrawInvitationsTo, type OpenInvitation,
} from '../queries/invitations.ts';
import { memberByEmail } from '../queries/members.ts';
import { invitationLife, mayGrant } from '../rules.ts';
import { addMember, type MemberRefusal } from './members.ts';

export type InvitationRefusal = MemberRefusal | Refusal<'invitation.not_yours_to_give' | 'invitation.spent'>;

interface Inviting {
  readonly id: string;
  readonly roles: readonly string[];
}

/** A link of its own for every road on which the invitation reaches its person; the token is nowhere afterwards. Any of them opens it, once. */
export const newInvitationLink = async (work: Work, id: string): Promise<string> => {
  const token = newToken();
  await insertInvitationLink(work.tx, id, hashToken(token), work.now);
  // Behind the #, where no proxy's log sees it.
  return `${work.services.config.publicUrl}/invitation#${token}`;
};

/** Returns the id and the link to hand over. */
export const invite = async (work: Work, by: Inviting, wanted: NewInvitation): Promise<{ id: string; link: string } | InvitationRefusal> => {
  if (!mayGrant(by.roles, wanted.roles)) return refuse('invitation.not_yours_to_give');
  const department = await departmentById(work.tx, wanted.departmentId);
  if (department === null || department.closedAt !== null) return refuse('member.department_closed');
  if ((await memberByEmail(work.tx, wanted.email)) !== null) return refuse('member.address_taken', { email: wanted.email });
  const id = newId(work.now);
  await withdrawInvitationsTo(work.tx, wanted.email, work.now);
  await insertInvitation(work.tx, {
    ...wanted, id, invitedBy: by.id, createdAt: work.now, expiresAt: plus(work.now, invitationLife),
  });
  work.emit(memberEvents['member.invited'](null, { invitationId: id }));
  return { id, link: await newInvitationLink(work, id) };
};

export const withdrawInvitation = async (work: Work, id: string): Promise<void> => {
  if (!(await markWithdrawn(work.tx, id, work.now))) throw new NotFound();
  work.emit(memberEvents['member.invitation_withdrawn'](null, { invitationId: id }));
};

/** The mail with the link was refused or came back: whoever invited has to hand the link over. */
export const invitationCameBack = (work: Work, email: string): Promise<void> => markMailFailed(work.tx, email, work.now);

/** The gate of an invitation's link. */
export const accessInvitation = async (reader: Services['db'] | Work['tx'], token: string, now: Instant): Promise<OpenInvitation | Refusal<'invitation.spent'>> =>
  (await invitationByToken(reader, hashToken(token), now)) ?? refuse('invitation.spent');

/** The member's id. The address is the invitation's: whoever holds the link cannot name another. */
export const acceptInvitation = async (
  work: Work,
  { token, name, password }: { token: string; name: string; password: string },
): Promise<string | InvitationRefusal> => {
  const invitation = await accessInvitation(work.tx, token, work.now);
  if (isRefusal(invitation)) return invitation;
  if (!(await markAccepted(work.tx, invitation.id, work.now))) return refuse('invitation.spent');
  const { email, language, roles, level, departmentId } = invitation;
  return addMember(work, { name, email, language, roles, level, departmentId, password });
};
