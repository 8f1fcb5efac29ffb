import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { departmentKinds, type DepartmentView } from '../contract.ts';

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
