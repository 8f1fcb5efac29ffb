import { sql, type Expression, type ReferenceExpression, type SelectQueryBuilder } from 'kysely';
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

/**
 * The first instant of a column among some rows; null where there is none. Asked for in order and not as a minimum: to begin with an
 * aggregate costs the database two to three times what it costs to read the first entry of an index.
 */
export const firstOf = <DB, Tables extends keyof DB>(rows: SelectQueryBuilder<DB, Tables, {}>, column: ReferenceExpression<DB, Tables> & string): Expression<unknown> =>
  rows.where(column, 'is not', null).orderBy(sql.ref(column)).limit(sql.lit(1)).select(sql.ref(column).as('at'));

interface Question {
  readonly name: string;
  readonly text: string;
  /** By how much each of its parameters lies ahead of now, in milliseconds; most ask about now itself. */
  readonly ahead: readonly number[];
}

/** Asked every second, so it is put into words once. */
const asked = new WeakMap<readonly Due[], Question>();
let questions = 0;

/** A value among what a clock asks would be taken for an instant. */
const writtenOut = (db: Db, at: Expression<unknown>): string => {
  const { sql: text, parameters } = sql`${at}`.compile(db);
  if (parameters.length > 0) throw new Error('What a clock asks is written out, without parameters.');
  return text;
};

const questionFor = (db: Db, kinds: readonly Due[]): Question => {
  const known = asked.get(kinds);
  if (known !== undefined) return known;
  const ahead = [...new Set(kinds.flatMap((due) => due(db).map((one) => one.ahead ?? 0)))];
  const strikes = ({ at, ahead: before = 0 }: Earliest): string => `coalesce((${writtenOut(db, at)}) <= $${ahead.indexOf(before) + 1}::timestamptz, false)`;
  const text = `select array[${kinds.map((due) => due(db).map(strikes).join(' or ')).join(', ')}] as due`;
  questions += 1;
  const question = { name: `due_${questions}`, text, ahead };
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
