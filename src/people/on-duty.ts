import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { isOpen } from '#calendar/rules.ts';
import { deputyFor, isAbsent } from './queries/absences.ts';
import { memberById, membersWithRole, type MemberRow } from './queries/members.ts';
import { shiftEndOf } from './queries/shifts.ts';

/**
 * Whether somebody's chair is taken at this instant, and who is called where it is not. `here`: they work. `watched`: they are away,
 * left, or have gone home, and these colleagues act: the deputy, else whoever leads the service. `night`: they have gone home and
 * so has everybody else; what falls due waits for the morning, as the customer was told it would.
 */
export type Chair = { readonly is: 'here' | 'night' } | { readonly is: 'watched'; readonly isAway: boolean; readonly by: readonly MemberRow[] };

/** At work now: neither gone nor away, their shift not over, their department open. */
const isOnDuty = async (reader: Reader, member: MemberRow, now: Instant): Promise<boolean> =>
  member.leftAt === null && !(await isAbsent(reader, member.id, now)) && !(await hasGoneHome(reader, member, now));

const hasGoneHome = async (reader: Reader, { id, departmentId }: MemberRow, now: Instant): Promise<boolean> =>
  (await shiftEndOf(reader, id, now)) !== undefined || !isOpen(await calendarOfDepartment(reader, departmentId, now), now);

/** The leads who are still with us and not away themselves, whatever the hour; all but `exceptId`. */
const leadsBut = async (reader: Reader, exceptId: string, now: Instant): Promise<MemberRow[]> => {
  const found: MemberRow[] = [];
  for (const lead of await membersWithRole(reader, 'lead')) if (lead.id !== exceptId && !(await isAbsent(reader, lead.id, now))) found.push(lead);
  return found;
};

const onDutyOf = async (reader: Reader, members: readonly MemberRow[], now: Instant): Promise<MemberRow[]> => {
  const found: MemberRow[] = [];
  for (const member of members) if (await isOnDuty(reader, member, now)) found.push(member);
  return found;
};

/** Who is called for `member` at `now`. Somebody who is away has a deputy, who finds it in the morning too; and never nobody. */
export const chairOf = async (reader: Reader, member: MemberRow, now: Instant): Promise<Chair> => {
  if (member.leftAt !== null || (await isAbsent(reader, member.id, now))) {
    const deputy = await deputyFor(reader, member.id, now);
    // A chain of deputies that leads to nobody must not be the end of a case: the leads are called by name.
    return { is: 'watched', isAway: true, by: deputy === null ? await leadsBut(reader, member.id, now) : [deputy] };
  }
  if (!(await hasGoneHome(reader, member, now))) return { is: 'here' };
  const standIn = member.deputyId === null ? null : ((await deputyFor(reader, member.deputyId, now)) ?? (await memberById(reader, member.deputyId)));
  const deputies = await onDutyOf(reader, standIn === null || standIn.id === member.id ? [] : [standIn], now);
  const by = deputies.length > 0 ? deputies : await onDutyOf(reader, await leadsBut(reader, member.id, now), now);
  return by.length > 0 ? { is: 'watched', isAway: false, by } : { is: 'night' };
};
