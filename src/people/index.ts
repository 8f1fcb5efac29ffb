/** The front door of people for other domains. */
import type { Reader } from '#base/db/db.ts';
import { membersWithRole, type MemberRow } from './queries/members.ts';

export { changeDepartment, openDepartment } from './actions/departments.ts';
export { addMember, changeMember } from './actions/members.ts';
export { trainFor, whyNotInPublic } from './actions/channels.ts';
export { invitationCameBack } from './actions/invitations.ts';
export { createSetupLink, foundCompany, setupAddress, type LoadDemo } from './actions/setup.ts';
export { newRecoveryLink } from './actions/recovery.ts';
export { forgetExpiredSignIns } from './actions/sign-in.ts';
export { authenticate } from './authenticate.ts';
export { memberEvents } from './contract.ts';
export { findForgetful } from './jobs.ts';
export { invitationLetter, passwordChangedLetter, recoveryLetter, type Letter } from './letters.ts';
export { deputyFor, headOf } from './queries/absences.ts';
export { chairOf } from './on-duty.ts';
export { insertShiftEnd, markReturned, shiftEndOf } from './queries/shifts.ts';
export { recoveryLife } from './rules.ts';
export { companyOf, findCompany, setUpAt } from './queries/company.ts';
export { departmentById, serviceDepartment, type DepartmentRow } from './queries/departments.ts';
export { memberByEmail, memberById, membersByIds, type MemberRow } from './queries/members.ts';

/** Who leads the service: whom a case reaches that nobody looks after. */
export const leadsOf = (reader: Reader): Promise<MemberRow[]> => membersWithRole(reader, 'lead');

/** Whoever takes or leaves what customers ask for, in any department. */
export const deciders = (reader: Reader): Promise<MemberRow[]> => membersWithRole(reader, 'decider');

/** Who looks after the installation. */
export const administrators = (reader: Reader): Promise<MemberRow[]> => membersWithRole(reader, 'admin');

/** Top management: whom a request reaches at the end of its climb, and who reads the digest. */
export const directors = (reader: Reader): Promise<MemberRow[]> => membersWithRole(reader, 'management');
