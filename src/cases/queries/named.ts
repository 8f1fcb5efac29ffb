import { sql } from 'kysely';
import type { Reader } from '#base/db/db.ts';

/** The cases that carry these numbers. */
export const casesByNumber = async (reader: Reader, numbers: readonly number[]): Promise<string[]> => {
  if (numbers.length === 0) return [];
  const rows = await reader.selectFrom('cases').where('number', 'in', [...numbers]).orderBy('number').select('id').execute();
  return rows.map(({ id }) => id);
};

/** Open cases in whose subject one of these order numbers stands, the latest first. */
export const openCasesAboutOrders = async (reader: Reader, orders: readonly string[], exceptId: string): Promise<string[]> => {
  if (orders.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from cases where status not in ('resolved', 'closed') and merged_into_id is null and id <> ${exceptId}
      and subject ~ ${`\\m(${orders.join('|')})\\M`} order by last_activity_at desc limit 3`.execute(reader);
  return rows.map(({ id }) => id);
};
