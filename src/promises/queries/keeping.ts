import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { reportOn, type KeepingReport } from '../rules.ts';

interface Between {
  readonly from: Instant;
  /** Not included. */
  readonly to: Instant;
}

/** How the promises were kept whose first date lies between two instants and is past. */
export const keepingBetween = async (reader: Reader, { from, to }: Between, now: Instant): Promise<KeepingReport> => {
  const rows = await reader
    .selectFrom('promises')
    .leftJoin('requests', 'requests.id', 'promises.request_id')
    .leftJoin('departments', 'departments.id', 'requests.department_id')
    .where('promises.first_due_at', '>=', from)
    .where('promises.first_due_at', '<', to)
    .where('promises.first_due_at', '<=', now)
    .select([
      'promises.text', 'promises.first_due_at as firstDueAt', 'promises.due_at as dueAt', 'promises.kept_at as keptAt', 'promises.released_at as releasedAt',
      'departments.id as departmentId', 'departments.name as departmentName',
    ])
    .execute();
  return reportOn(rows.map(({ departmentId, departmentName, ...facts }) => ({
    ...facts, department: departmentId === null || departmentName === null ? null : { id: departmentId, name: departmentName },
  })));
};
