import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import { memberEvents, type MemberChange, type Role } from '../contract.ts';
import { hashPassword } from '../passwords.ts';
import { revokeAccessTokensOf } from '../queries/access-tokens.ts';
import { departmentById } from '../queries/departments.ts';
import { insertMember, lockAdministrators, lockMembers, markLeft, memberById, updateMember, updateOwn, type MemberRow } from '../queries/members.ts';
import { endSessions, insertSignIn, removeSignIn, renameSignIn } from '../queries/sign-ins.ts';
import { haveRolesChanged } from '../rules.ts';

export interface NewColleague {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly level?: number;
  readonly departmentId: string;
  readonly deputyId?: string | null;
  /** Left out for somebody who cannot sign in by password. */
  readonly password?: string;
}

export type MemberRefusal = Refusal<
  'member.address_taken' | 'member.department_closed' | 'member.deputy_not_here' | 'member.own_deputy' | 'member.last_admin' | 'member.has_left'
>;

const isOpen = async (work: Work, departmentId: string): Promise<boolean> => {
  const department = await departmentById(work.tx, departmentId);
  return department !== null && department.closedAt === null;
};

/** Adds a member with their sign-in and returns the id. For set-up, invitations and the command line alike. */
export const addMember = async (work: Work, colleague: NewColleague): Promise<string | MemberRefusal> => {
  if (!(await isOpen(work, colleague.departmentId))) return refuse('member.department_closed');
  const { name, email, language, roles, level = 1, departmentId, deputyId = null, password } = colleague;
  const id = newId(work.now);
  const isNew = await insertMember(work.tx, { id, name, email, language, roles, level, departmentId, deputyId, createdAt: work.now });
  if (!isNew) return refuse('member.address_taken', { email });
  const passwordHash = password === undefined ? null : await hashPassword(password);
  await insertSignIn(work.tx, { memberId: id, name, email, passwordHash }, work.now);
  work.emit(memberEvents['member.joined'](null, { memberId: id }));
  return id;
};

/** Whether without `memberId` nobody could let anybody in any more. */
const isLastAdmin = async (work: Work, memberId: string): Promise<boolean> => {
  const administrators = await lockAdministrators(work.tx);
  return administrators.length === 1 && administrators[0] === memberId;
};

const whyNotChanged = async (work: Work, member: MemberRow, change: MemberChange): Promise<MemberRefusal | null> => {
  if (member.leftAt !== null) return refuse('member.has_left', { name: member.name });
  if (change.deputyId === member.id) return refuse('member.own_deputy');
  if (!(await isOpen(work, change.departmentId))) return refuse('member.department_closed');
  if (!change.roles.includes('admin') && (await isLastAdmin(work, member.id))) return refuse('member.last_admin');
  const deputy = change.deputyId === null ? null : await memberById(work.tx, change.deputyId);
  return change.deputyId !== null && deputy?.leftAt !== null ? refuse('member.deputy_not_here') : null;
};

const lockMember = async (work: Work, id: string): Promise<MemberRow> => {
  const member = (await lockMembers(work.tx, [id])).get(id);
  if (member === undefined) throw new NotFound();
  return member;
};

export const changeMember = async (work: Work, id: string, change: MemberChange): Promise<MemberRefusal | null> => {
  const member = await lockMember(work, id);
  const refusal = await whyNotChanged(work, member, change);
  if (refusal !== null) return refusal;
  await updateMember(work.tx, id, change);
  if (haveRolesChanged(member.roles, change.roles)) await endSessions(work.tx, id);
  work.emit(memberEvents['member.changed'](null, { memberId: id, ...change }));
  return null;
};

/** From here on they cannot sign in; what they had in hand is taken up by whoever listens to `member.left`. */
export const departMember = async (work: Work, id: string): Promise<MemberRefusal | null> => {
  const member = await lockMember(work, id);
  if (member.leftAt !== null) return refuse('member.has_left', { name: member.name });
  if (member.roles.includes('admin') && (await isLastAdmin(work, id))) return refuse('member.last_admin');
  await markLeft(work.tx, id, work.now);
  await removeSignIn(work.tx, id);
  await revokeAccessTokensOf(work.tx, id, work.now);
  work.emit(memberEvents['member.left'](null, { memberId: id }));
  return null;
};

export const changeOwn = async (work: Work, memberId: string, own: { name: string; language: Language }): Promise<void> => {
  const member = await lockMember(work, memberId);
  await updateOwn(work.tx, memberId, own);
  await renameSignIn(work.tx, memberId, own.name, work.now);
  const { roles, level, departmentId, deputyId } = member;
  work.emit(memberEvents['member.changed'](null, { memberId, roles: [...roles], level, departmentId, deputyId }));
};
