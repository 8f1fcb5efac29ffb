import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { AbsenceView } from '../contract.ts';
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

/** Whether an absence of theirs runs at `now`. */
export const isAbsent = async (reader: Reader, memberId: string, now: Instant): Promise<boolean> =>
  (await reader.selectFrom('absences').select('id').where('member_id', '=', memberId).where('withdrawn_at', 'is', null).where('starts_at', '<=', now).where('ends_at', '>', now).limit(1).executeTakeFirst()) !== undefined;

/** The head of a department, or the deputy of a head who is away; null where there is neither. */
export const headOf = async (reader: Reader, departmentId: string, now: Instant): Promise<MemberRow | null> => {
  const department = await departmentById(reader, departmentId);
  if (department === null || department.headId === null) return null;
  const head = await memberById(reader, department.headId);
  const deputy = await deputyFor(reader, department.headId, now);
  return deputy ?? (head?.leftAt === null ? head : null);
};

/** Absences of the members that are not over at `now`. */
export const absencesOf = async (reader: Reader, memberIds: readonly string[], now: Instant): Promise<{ memberId: string; from: Instant; until: Instant }[]> =>
  reader.selectFrom('absences').select(['member_id as memberId', 'starts_at as from', 'ends_at as until'])
    .where('member_id', 'in', [...memberIds]).where('withdrawn_at', 'is', null).where('ends_at', '>', now).execute();

export const absenceViews = async (reader: Reader, now: Instant, id?: string): Promise<AbsenceView[]> => {
  let query = reader.selectFrom('absences').innerJoin('members', 'members.id', 'absences.member_id').innerJoin('members as deputy', 'deputy.id', 'absences.deputy_id')
    .select([
      'absences.id', 'absences.member_id as memberId', 'members.name as memberName', 'starts_at', 'ends_at',
      'absences.deputy_id as deputyId', 'deputy.name as deputyName',
    ])
    .where('withdrawn_at', 'is', null).where('ends_at', '>', now).where('members.left_at', 'is', null);
  if (id !== undefined) query = query.where('absences.id', '=', id);
  const rows = await query.orderBy('starts_at').execute();
  return rows.map(({ starts_at, ends_at, ...row }) => ({ ...row, from: starts_at.toISOString(), until: ends_at.toISOString() }));
};

interface NewRow {
  readonly id: string;
  readonly memberId: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly deputyId: string;
}

export const insertAbsence = async (tx: Tx, row: NewRow, now: Instant): Promise<void> => {
  await tx.insertInto('absences')
    .values({ id: row.id, member_id: row.memberId, starts_at: row.from, ends_at: row.until, deputy_id: row.deputyId, created_at: now }).execute();
};

/** The member whose absence it was; null where there is none that still stands. */
export const withdrawAbsenceRow = async (tx: Tx, id: string, now: Instant): Promise<string | null> => {
  const row = await tx.updateTable('absences').set({ withdrawn_at: now })
    .where('id', '=', id).where('withdrawn_at', 'is', null).where('ends_at', '>', now).returning('member_id as memberId').executeTakeFirst();
  return row?.memberId ?? null;
};
