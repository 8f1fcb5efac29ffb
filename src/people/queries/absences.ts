import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { departmentById } from './departments.ts';
import { memberById, type MemberRow } from './members.ts';

// More than this many people standing in for one another in a row is a company on holiday; nobody is found then.
const longestChain = 5;

/** Who stands in for the member at `now`, one step on: null where they are here. */
const standIn = async (reader: Reader, member: MemberRow, now: Instant): Promise<{ deputyId: string | null } | null> => {
  const absence = await reader.selectFrom('absences').select('deputy_id as deputyId')
    .where('member_id', '=', member.id).where('withdrawn_at', 'is', null).where('starts_at', '<=', now).where('ends_at', '>', now)
    .orderBy('ends_at', 'desc').limit(1).executeTakeFirst();
  if (absence !== undefined) return absence;
  return member.leftAt === null ? null : { deputyId: member.deputyId };
};

/**
 * Who acts for the member at `now`: null where the member is here, and where nobody can be found (no deputy, a circle, more than
 * five in a row). Someone who left has their standing deputy.
 */
export const deputyFor = async (reader: Reader, memberId: string, now: Instant): Promise<MemberRow | null> => {
  let member = await memberById(reader, memberId);
  for (let hop = 0; member !== null; hop += 1) {
    const next = await standIn(reader, member, now);
    if (next === null) return hop === 0 ? null : member;
    if (hop === longestChain || next.deputyId === null) return null;
    member = await memberById(reader, next.deputyId);
  }
  return null;
};

/** The head of a department, or the deputy of a head who is away; null where there is neither. */
export const headOf = async (reader: Reader, departmentId: string, now: Instant): Promise<MemberRow | null> => {
  const department = await departmentById(reader, departmentId);
  if (department === null || department.headId === null) return null;
  const head = await memberById(reader, department.headId);
  const deputy = await deputyFor(reader, department.headId, now);
  return deputy ?? (head?.leftAt === null ? head : null);
};
