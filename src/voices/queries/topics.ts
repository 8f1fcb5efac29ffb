import { sql, type Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Topics } from '#migrations/tables.ts';
import type { TopicInput } from '../contract.ts';

export type Topic = Selectable<Topics>;

const open = (reader: Reader) => reader.selectFrom('topics').where('closed_at', 'is', null);

export const topicById = (reader: Reader, id: string): Promise<Topic | undefined> => open(reader).where('id', '=', id).selectAll().executeTakeFirst();

export const openTopics = (reader: Reader): Promise<Topic[]> => open(reader).orderBy('is_for_the_rest').orderBy('name_it').selectAll().execute();

/** The topic for everything else; undefined only before the first theme of a company. */
export const topicForTheRest = (reader: Reader): Promise<Topic | undefined> => reader.selectFrom('topics').where('is_for_the_rest', '=', true).selectAll().executeTakeFirst();

const columnsOf = ({ nameIt, nameEn, departmentId, deciderId, decidesWithinDays, words }: TopicInput) => ({
  name_it: nameIt, name_en: nameEn, department_id: departmentId, decider_id: deciderId, decides_within_days: decidesWithinDays, words,
});

export const insertTopic = async (tx: Tx, { id, input, isForTheRest, now }: { id: string; input: TopicInput; isForTheRest: boolean; now: Instant }): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('topics')
    .values({ id, ...columnsOf(input), is_for_the_rest: isForTheRest, created_at: now })
    // Written out: of a value that is sent apart, a kept plan cannot tell which index decides.
    .onConflict((conflict) => conflict.column('is_for_the_rest').where(sql<boolean>`is_for_the_rest`).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
};

export const updateTopic = async (tx: Tx, id: string, input: TopicInput): Promise<void> => {
  await tx.updateTable('topics').set(columnsOf(input)).where('id', '=', id).execute();
};

export const endTopic = async (tx: Tx, id: string, now: Instant): Promise<void> => {
  await tx.updateTable('topics').set({ closed_at: now }).where('id', '=', id).execute();
};

export const nameTaken = async (reader: Reader, name: string, otherThan: string | null): Promise<boolean> =>
  (await open(reader).where(sql<boolean>`lower(name_it) = lower(${name})`).$if(otherThan !== null, (query) => query.where('id', '<>', otherThan ?? '')).select('id').executeTakeFirst()) !== undefined;

/** How many themes of each topic wait for a decision. */
export const undecidedByTopic = async (reader: Reader): Promise<ReadonlyMap<string, number>> => {
  const rows = await reader.selectFrom('themes').where('decide_by', 'is not', null).where('merged_into_id', 'is', null).where('is_proposed', '=', false)
    .groupBy('topic_id').select(['topic_id', (eb) => eb.fn.countAll<number>().as('n')]).execute();
  return new Map(rows.map(({ topic_id: id, n }) => [id, n]));
};
