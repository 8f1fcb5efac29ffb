import { sql } from 'kysely';
import type { Reader } from '#base/db/db.ts';

/**
 * Of what is due from a department since Monday, and has come or is overdue: how much came in time. What still runs, what waits for us
 * and what was withdrawn counts neither way.
 */
export const answeredThisWeek = async (reader: Reader, departmentId: string, timeZone: string, now: Date): Promise<{ inTime: number; of: number }> => {
  const monday = sql<Date>`date_trunc('week', ${now}::timestamptz at time zone ${timeZone}) at time zone ${timeZone}`;
  const settled = sql<Date>`coalesce(answered_at, refused_at)`;
  const row = await reader
    .selectFrom('requests')
    .where('department_id', '=', departmentId)
    .where('due_at', '>=', monday)
    .where('withdrawn_at', 'is', null)
    .where('questioned_at', 'is', null)
    .where((eb) => eb.or([eb('due_at', '<=', now), eb(settled, 'is not', null)]))
    .select((eb) => [eb.fn.countAll<number>().as('of'), eb.fn.countAll<number>().filterWhere(settled, '<=', sql<Date>`due_at`).as('inTime')])
    .executeTakeFirstOrThrow();
  return { inTime: row.inTime, of: row.of };
};
