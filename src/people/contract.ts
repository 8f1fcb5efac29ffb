import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { email, id, idParams, instant, language, line, nothing } from '#base/shapes.ts';
import { publicChannel } from './contract/channels.ts';
import { MemberView, roles, serviceLevel } from './contract/member.ts';

export { MemberView, roles } from './contract/member.ts';
export type { Role } from './contract/member.ts';
export { channelRoutes, type PublicChannel, type TrainingView } from './contract/channels.ts';
export { acceptanceRoutes, accessTokenRoutes, recoveryRoutes, sessionRoutes, setupRoutes } from './contract/sign-in.ts';
export type { Abilities, AccessTokenView, Me, NewAccessToken, SessionView, SetupInput } from './contract/sign-in.ts';

/** Whoever works on cases. */
export const serviceRoles = ['agent', 'lead', 'admin'] as const;

export const departmentKinds = z.enum(['service', 'internal', 'supplier']);
const roleList = z.array(roles).min(1).max(6).transform((list) => [...new Set(list)]);

/** `answersWithinMinutes` is working time in the department's own calendar. */
export const DepartmentView = z.object({
  id,
  name: z.string(),
  kind: departmentKinds,
  address: z.string().nullable(),
  calendarId: id,
  answersWithinMinutes: z.int(),
  headId: id.nullable(),
  headName: z.string().nullable(),
});
export type DepartmentView = z.infer<typeof DepartmentView>;

export const AbsenceView = z.object({
  id,
  memberId: id,
  memberName: z.string(),
  from: instant,
  until: instant,
  deputyId: id,
  deputyName: z.string(),
});
export type AbsenceView = z.infer<typeof AbsenceView>;

/** `road`: `mail` where it left by mail, `mail_failed` where that mail came back, `by_hand` where no mailbox sends. */
export const InvitationView = z.object({
  id,
  name: z.string(),
  email: z.string(),
  roles: z.array(roles),
  level: serviceLevel,
  departmentId: id,
  departmentName: z.string(),
  language,
  invitedBy: z.string().nullable(),
  expiresAt: instant,
  road: z.enum(['by_hand', 'mail', 'mail_failed']),
});
export type InvitationView = z.infer<typeof InvitationView>;

const MemberChange = z.object({ roles: roleList, level: serviceLevel, departmentId: id, deputyId: id.nullable() });
export type MemberChange = z.infer<typeof MemberChange>;

const NewInvitation = z.object({ name: line(120), email, roles: roleList, level: serviceLevel.default(1), departmentId: id, language });
export type NewInvitation = z.infer<typeof NewInvitation>;

/** `memberId` is left out for oneself; leads and admins may name somebody else. */
const NewAbsence = z.object({ memberId: id.optional(), from: instant, until: instant, deputyId: id });
export type NewAbsence = z.infer<typeof NewAbsence>;

const DepartmentInput = z.object({
  name: line(120),
  kind: departmentKinds,
  address: email.nullable(),
  calendarId: id,
  answersWithinMinutes: z.int().min(1).max(60 * 24 * 60),
  headId: id.nullable(),
});
export type DepartmentInput = z.infer<typeof DepartmentInput>;

export const memberRoutes = {
  list: get('/members', { summary: 'Everybody in the company, who has left included.', access: 'signed_in', out: z.array(MemberView) }),
  change: put('/members/:id', {
    summary: 'Changes roles, level, department or standing deputy. New roles end the member’s sessions.',
    access: ['admin'], object: 'member', params: idParams, body: MemberChange, out: MemberView,
  }),
  depart: post('/members/:id/departure', {
    summary: 'The member leaves: they can no longer sign in, and what they had in hand finds another keeper.',
    access: ['admin'], object: 'member', params: idParams, out: MemberView,
  }),
};

export const invitationRoutes = {
  list: get('/invitations', { summary: 'Invitations that still wait for an answer.', access: ['admin', 'lead'], out: z.array(InvitationView) }),
  invite: post('/invitations', {
    summary: 'Invites somebody, by mail where a mailbox sends. The answer holds a link to hand over as well, once; it opens for 72 hours and a single use.',
    access: ['admin', 'lead'], body: NewInvitation, out: z.object({ invitation: InvitationView, link: z.string() }),
  }),
  withdraw: del('/invitations/:id', {
    summary: 'Withdraws an invitation.', access: ['admin', 'lead'], object: 'invitation', params: idParams, out: nothing,
  }),
};

export const absenceRoutes = {
  list: get('/absences', { summary: 'Absences that run or are planned.', access: 'signed_in', out: z.array(AbsenceView) }),
  plan: post('/absences', {
    summary: 'Plans an absence, one’s own or (leads and admins) somebody’s, with the deputy who stands in.',
    access: 'signed_in', body: NewAbsence, out: AbsenceView,
  }),
  withdraw: del('/absences/:id', {
    summary: 'Withdraws an absence, or ends one that runs.', access: 'signed_in', object: 'absence', params: idParams, out: nothing,
  }),
};

export const departmentRoutes = {
  list: get('/departments', { summary: 'All departments that are open.', access: 'signed_in', out: z.array(DepartmentView) }),
  open: post('/departments', { summary: 'Adds a department.', access: ['admin'], body: DepartmentInput, out: DepartmentView }),
  change: put('/departments/:id', {
    summary: 'Changes a department.', access: ['admin'], object: 'department', params: idParams, body: DepartmentInput, out: DepartmentView,
  }),
  close: del('/departments/:id', {
    summary: 'Closes a department that has no members left; its history stays.',
    access: ['admin'], object: 'department', params: idParams, out: nothing,
  }),
};

const aMember = z.object({ memberId: id });
const aDepartment = z.object({ departmentId: id });

export const memberEvents = defineEvents({
  'company.set_up': z.object({ memberId: id.nullable(), isDemo: z.boolean() }),
  'member.invited': z.object({ invitationId: id }),
  'member.invitation_withdrawn': z.object({ invitationId: id }),
  'member.joined': aMember,
  'member.changed': z.object({ memberId: id, roles: z.array(roles), level: serviceLevel, departmentId: id, deputyId: id.nullable() }),
  'member.password_forgotten': aMember,
  'member.password_changed': aMember,
  'member.left': aMember,
  /** From then on they answer on that channel, where everybody reads it. */
  'member.trained': z.object({ memberId: id, channel: publicChannel }),
  'member.training_ended': z.object({ memberId: id, channel: publicChannel }),
  'member.away': z.object({ memberId: id, absenceId: id, from: instant, until: instant, deputyId: id }),
  'member.absence_withdrawn': z.object({ memberId: id, absenceId: id }),
  'member.access_token_made': z.object({ memberId: id, accessTokenId: id, scope: z.enum(['read', 'write']) }),
  'member.access_token_revoked': z.object({ memberId: id, accessTokenId: id }),
  'department.opened': aDepartment,
  'department.changed': aDepartment,
  'department.closed': aDepartment,
});
