import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import { departmentKinds, type DepartmentInput, type DepartmentView } from '../contract.ts';

/** A department as other domains know it. `answersWithinMinutes` is working time in its own calendar. */
export interface DepartmentRow extends Omit<DepartmentView, 'headName'> {
  readonly closedAt: Instant | null;
}

const columns = [
  'departments.id', 'departments.name', 'departments.kind', 'departments.address', 'departments.calendar_id as calendarId',
  'departments.answers_within_minutes as answersWithinMinutes', 'departments.head_id as headId',
] as const;

const withKind = <Row extends { kind: string }>(row: Row): Row & { kind: DepartmentRow['kind'] } => ({ ...row, kind: departmentKinds.parse(row.kind) });

export const departmentById = async (reader: Reader, id: string): Promise<DepartmentRow | null> => {
  const row = await reader.selectFrom('departments').select([...columns, 'closed_at as closedAt']).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : withKind(row);
};

/** The customer service itself: where what comes in stands until somebody takes charge. Set-up makes it; the last one cannot be closed. */
export const serviceDepartment = async (reader: Reader): Promise<DepartmentRow> => {
  const row = await reader.selectFrom('departments').select([...columns, 'closed_at as closedAt'])
    .where('kind', '=', 'service').where('closed_at', 'is', null).orderBy('created_at').orderBy('id').limit(1).executeTakeFirstOrThrow();
  return withKind(row);
};

export const departmentViews = async (reader: Reader, id?: string): Promise<DepartmentView[]> => {
  let query = reader.selectFrom('departments').leftJoin('members', 'members.id', 'departments.head_id')
    .select([...columns, 'members.name as headName']).where('closed_at', 'is', null);
  if (id !== undefined) query = query.where('departments.id', '=', id);
  return (await query.orderBy('departments.name').execute()).map(withKind);
};

const stored = (input: DepartmentInput) => ({
  name: input.name, kind: input.kind, address: input.address, calendar_id: input.calendarId,
  answers_within_minutes: input.answersWithinMinutes, head_id: input.headId,
});

export const insertDepartment = async (tx: Tx, id: string, input: DepartmentInput, now: Instant): Promise<void> => {
  await tx.insertInto('departments').values({ id, ...stored(input), created_at: now }).execute();
};

/** False where there is no such department, or it is closed. */
export const updateDepartment = async (tx: Tx, id: string, input: DepartmentInput): Promise<boolean> => {
  const { numUpdatedRows } = await tx.updateTable('departments').set(stored(input)).where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const markClosed = async (tx: Tx, id: string, now: Instant): Promise<void> => {
  await tx.updateTable('departments').set({ closed_at: now }).where('id', '=', id).execute();
};

/** Also closed departments keep their name: their requests are still read. */
export const isDepartmentNameTaken = async (reader: Reader, name: string, except: string): Promise<boolean> =>
  (await reader.selectFrom('departments').select('id').where('name', '=', name).where('id', '!=', except).executeTakeFirst()) !== undefined;

export const calendarExists = async (reader: Reader, id: string): Promise<boolean> =>
  (await reader.selectFrom('calendars').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

export const membersIn = async (reader: Reader, departmentId: string): Promise<number> => {
  const { count } = await reader.selectFrom('members').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('department_id', '=', departmentId).where('left_at', 'is', null).executeTakeFirstOrThrow();
  return count;
};

/** The open departments of the service, locked, so that the last two cannot close each other. */
export const lockServiceDepartments = async (tx: Tx): Promise<string[]> => {
  const rows = await tx.selectFrom('departments').select('id').where('kind', '=', 'service').where('closed_at', 'is', null).orderBy('id').forUpdate().execute();
  return rows.map(({ id }) => id);
};
