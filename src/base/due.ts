import { sql, type Expression } from 'kysely';
import { plus, type Instant } from './clock.ts';
import type { Db, Reader } from './db/db.ts';

/** When the first of something comes due: a statement of one instant, null where there is none. */
export interface Earliest {
  readonly at: Expression<unknown>;
  /** Milliseconds before that instant at which there is something to do already. */
  readonly ahead?: number;
}

/** What a task acts on. It has nothing to do before the first of these. */
export type Due = (reader: Reader) => readonly Earliest[];

/**
 * Which of many kinds of things have come due, in one statement however many there are. It is asked every second, and mostly nothing
 * is; a transaction for each kind would cost the database some twenty times as much. The instants are asked for and compared outside:
 * a plan that is made for any `now` reads whole tables, because a third of the rows might be due.
 */
export const dueAmong = async (db: Db, kinds: readonly Due[], now: Instant): Promise<boolean[]> => {
  if (kinds.length === 0) return [];
  const answers = kinds.map((due) => sql.join(due(db).map(({ at, ahead = 0 }) => sql`coalesce((${at}) <= ${plus(now, ahead)}::timestamptz, false)`), sql` or `));
  const { rows } = await sql<{ due: boolean[] }>`select array[${sql.join(answers)}] as due`.execute(db);
  return rows[0]?.due ?? [];
};
