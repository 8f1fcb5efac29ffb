import { sql, type Expression } from 'kysely';
import { plus, type Instant } from './clock.ts';
import type { Db, Reader } from './db/db.ts';
import type { Services } from './services.ts';

/** When the first of something comes due: a statement of one instant, null where there is none. */
export interface Earliest {
  readonly at: Expression<unknown>;
  /** Milliseconds before that instant at which there is something to do already. */
  readonly ahead?: number;
}

/** What a task acts on. It has nothing to do before the first of these. */
export type Due = (reader: Reader) => readonly Earliest[];

interface Question {
  readonly name: string;
  readonly text: string;
  /** By how much each of its parameters lies ahead of now, in milliseconds. */
  readonly ahead: readonly number[];
}

/** Asked every second, so it is put into words once. */
const asked = new WeakMap<readonly Due[], Question>();
let questions = 0;

const questionFor = (db: Db, kinds: readonly Due[]): Question => {
  const known = asked.get(kinds);
  if (known !== undefined) return known;
  const answers = kinds.map((due) => sql.join(due(db).map(({ at, ahead = 0 }) => sql`coalesce((${at}) <= ${ahead}::timestamptz, false)`), sql` or `));
  const { sql: text, parameters } = sql`select array[${sql.join(answers)}] as due`.compile(db);
  if (parameters.some((value) => typeof value !== 'number')) throw new Error('What a clock asks is written out: a value among it would be taken for an instant.');
  questions += 1;
  const question = { name: `due_${questions}`, text, ahead: parameters.map(Number) };
  asked.set(kinds, question);
  return question;
};

/**
 * Which of many kinds of things have come due, in one statement however many there are. It is asked every second, and mostly nothing
 * is; a transaction for each kind would cost the database some twenty times as much. The instants are asked for and compared outside:
 * a plan that is made for any `now` reads whole tables, because a third of the rows might be due. The same array is the same question.
 */
export const dueAmong = async ({ db, pool }: Pick<Services, 'db' | 'pool'>, kinds: readonly Due[], now: Instant): Promise<boolean[]> => {
  if (kinds.length === 0) return [];
  const { name, text, ahead } = questionFor(db, kinds);
  const { rows } = await pool.query<{ due: boolean[] }>({ name, text, values: ahead.map((milliseconds) => plus(now, milliseconds)) });
  return rows[0]?.due ?? [];
};
