import { sql } from 'kysely';
import { day, plus } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { loaded, requestRows, type LoadedRequest } from './requests.ts';

/** Whose board it is: the department that a member belongs to, and those that they lead. */
export interface Boarder {
  readonly memberId: string;
  readonly departmentId: string;
}

export const departmentsOf = (reader: Reader, { memberId, departmentId }: Boarder) =>
  reader.selectFrom('departments').where('closed_at', 'is', null).where('kind', '<>', 'service')
    .where((eb) => eb.or([eb('id', '=', departmentId), eb('head_id', '=', memberId)])).orderBy('name').select(['id', 'name']).execute();

/** How long what was settled stays to be looked at, and added to. */
const settledFor = 3 * day;
const most = 200;

/** What was asked of these departments and is open, by due instant, or was settled lately; with the number of the case it is read on. */
export const boardRows = async (reader: Reader, departmentIds: readonly string[], now: Date): Promise<{ request: LoadedRequest; caseNumber: number }[]> => {
  if (departmentIds.length === 0) return [];
  const rows = await requestRows(reader)
    .innerJoin('cases', 'cases.id', 'requests.case_id')
    .leftJoin('cases as survivor', 'survivor.id', 'cases.merged_into_id')
    .select((eb) => eb.fn.coalesce('survivor.number', 'cases.number').as('caseNumber'))
    .where('requests.department_id', 'in', [...departmentIds])
    .where('withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb(sql`coalesce(answered_at, refused_at)`, 'is', null), eb(sql`coalesce(answered_at, refused_at)`, '>', plus(now, -settledFor))]))
    .orderBy(sql`coalesce(answered_at, refused_at) desc nulls first`)
    .orderBy('due_at')
    .orderBy('requests.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({ request: loaded(row), caseNumber: row.caseNumber }));
};
