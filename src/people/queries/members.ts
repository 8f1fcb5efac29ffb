import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Language } from '#base/texts.ts';
import { roles, type MemberChange, type MemberView, type Role } from '../contract.ts';

/** A member as other domains know them. */
export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly level: number;
  readonly departmentId: string;
  /** Who stands in where an absence does not say otherwise. */
  readonly deputyId: string | null;
  readonly leftAt: Instant | null;
}

const columns = [
  'members.id', 'members.name', 'members.email', 'members.language', 'members.roles', 'members.level',
  'members.department_id as departmentId', 'members.deputy_id as deputyId', 'members.left_at as leftAt',
] as const;

interface Stored extends Omit<MemberRow, 'language' | 'roles'> {
  readonly language: string;
  readonly roles: readonly string[];
}

const memberFrom = (row: Stored): MemberRow => ({ ...row, language: row.language as Language, roles: roles.array().parse(row.roles) });

export const memberById = async (reader: Reader, id: string): Promise<MemberRow | null> => {
  const row = await reader.selectFrom('members').select(columns).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : memberFrom(row);
};

/** By id; who is not there is not in the map. */
export const membersByIds = async (reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, MemberRow>> => {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom('members').select(columns).where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, memberFrom(row)]));
};

export const memberByEmail = async (reader: Reader, email: string): Promise<MemberRow | null> => {
  const row = await reader.selectFrom('members').select(columns).where(sql`lower(email)`, '=', email.toLowerCase()).executeTakeFirst();
  return row === undefined ? null : memberFrom(row);
};

/** Everybody who is still here and has the role. */
export const membersWithRole = async (reader: Reader, role: Role): Promise<MemberRow[]> => {
  const rows = await reader.selectFrom('members').select(columns)
    .where('left_at', 'is', null).where(sql<boolean>`${role} = any(roles)`).orderBy('name').execute();
  return rows.map(memberFrom);
};

/** Members as the screens show them, with the absence that runs at `now`. One statement for any number of them. */
export const memberViews = async (reader: Reader, now: Instant, id?: string): Promise<MemberView[]> => {
  let query = reader.selectFrom('members')
    .innerJoin('departments', 'departments.id', 'members.department_id')
    .leftJoinLateral(
      (join) => join.selectFrom('absences').innerJoin('members as stand_in', 'stand_in.id', 'absences.deputy_id')
        .whereRef('absences.member_id', '=', 'members.id').where('withdrawn_at', 'is', null)
        .where('starts_at', '<=', now).where('ends_at', '>', now)
        .select(['ends_at', 'absences.deputy_id as stand_in_id', 'stand_in.name as stand_in_name'])
        .orderBy('ends_at', 'desc').limit(1).as('absence'),
      (join) => join.onTrue(),
    )
    .select([...columns, 'departments.name as departmentName', 'absence.ends_at', 'absence.stand_in_id', 'absence.stand_in_name']);
  if (id !== undefined) query = query.where('members.id', '=', id);
  const rows = await query.orderBy('members.name').execute();
  return rows.map(({ ends_at, stand_in_id, stand_in_name, ...row }) => ({
    ...memberFrom(row),
    roles: roles.array().parse(row.roles),
    departmentName: row.departmentName,
    away: ends_at === null || stand_in_id === null || stand_in_name === null
      ? null
      : { until: ends_at.toISOString(), deputyId: stand_in_id, deputyName: stand_in_name },
    leftAt: row.leftAt?.toISOString() ?? null,
  }));
};

export interface NewMember extends Omit<MemberRow, 'leftAt'> {
  readonly createdAt: Instant;
}

/** False where the address belongs to somebody already, also to somebody who left. */
export const insertMember = async (tx: Tx, member: NewMember): Promise<boolean> => {
  const row = await tx.insertInto('members')
    .values({
      id: member.id, name: member.name, email: member.email, language: member.language, roles: [...member.roles], level: member.level,
      department_id: member.departmentId, deputy_id: member.deputyId, created_at: member.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
};

/** Locks the rows in one order, whoever asks, so that two plans about the same people wait for each other and cannot lock up. */
export const lockMembers = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, MemberRow>> => {
  const rows = await tx.selectFrom('members').select(columns).where('id', 'in', [...new Set(ids)]).orderBy('id').forUpdate().execute();
  return new Map(rows.map((row) => [row.id, memberFrom(row)]));
};

export const updateMember = async (tx: Tx, id: string, change: MemberChange): Promise<void> => {
  await tx.updateTable('members')
    .set({ roles: [...change.roles], level: change.level, department_id: change.departmentId, deputy_id: change.deputyId })
    .where('id', '=', id).execute();
};

export const updateOwn = async (tx: Tx, id: string, own: { name: string; language: Language }): Promise<void> => {
  await tx.updateTable('members').set(own).where('id', '=', id).execute();
};

export const markLeft = async (tx: Tx, id: string, now: Instant): Promise<void> => {
  await tx.updateTable('members').set({ left_at: now }).where('id', '=', id).execute();
};

/** Every administrator who is here, locked: two who resign at once must not both believe that the other stays. */
export const lockAdministrators = async (tx: Tx): Promise<string[]> => {
  const rows = await tx.selectFrom('members').select('id').where('left_at', 'is', null)
    .where(sql<boolean>`'admin' = any(roles)`).orderBy('id').forUpdate().execute();
  return rows.map(({ id }) => id);
};
