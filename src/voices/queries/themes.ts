import { sql, type Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Themes } from '#migrations/tables.ts';

export type Theme = Selectable<Themes>;

export const lockTheme = (tx: Tx, id: string): Promise<Theme | undefined> => tx.selectFrom('themes').where('id', '=', id).where('dissolved_at', 'is', null).selectAll().forUpdate().executeTakeFirst();

export const themeById = (reader: Reader, id: string): Promise<Theme | undefined> => reader.selectFrom('themes').where('id', '=', id).where('dissolved_at', 'is', null).selectAll().executeTakeFirst();

interface NewTheme {
  readonly id: string;
  readonly title: string;
  readonly topicId: string;
  readonly product: string | null;
  readonly deciderId: string;
  readonly decideBy: Instant | null;
  readonly nextClimbAt: Instant | null;
  readonly isProposed: boolean;
  readonly by: string | null;
  readonly now: Instant;
}

export const insertTheme = async (tx: Tx, fresh: NewTheme): Promise<number> => {
  const { number } = await tx
    .insertInto('themes')
    .values({
      id: fresh.id, title: fresh.title, topic_id: fresh.topicId, product: fresh.product, decider_id: fresh.deciderId, decide_by: fresh.decideBy,
      next_climb_at: fresh.nextClimbAt, is_proposed: fresh.isProposed, opened_by: fresh.by, opened_at: fresh.now,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
};

type Change = Partial<Pick<Theme, 'title' | 'topic_id' | 'product' | 'decider_id' | 'decide_by' | 'climbed_to' | 'next_climb_at' | 'is_proposed' | 'merged_into_id' | 'published_at' | 'opened_by' | 'dissolved_at'>>;

export const updateTheme = async (tx: Tx, id: string, change: Change): Promise<void> => {
  await tx.updateTable('themes').set(change).where('id', '=', id).execute();
};

/** Of which nobody has decided, and the next step is still to be taken. */
export const climbing = (reader: Reader) => reader.selectFrom('themes').where('next_climb_at', 'is not', null);

export const dueToClimb = async (reader: Reader, now: Instant, limit: number): Promise<string[]> =>
  (await climbing(reader).where('next_climb_at', '<=', now).orderBy('next_climb_at').limit(limit).select('id').execute()).map(({ id }) => id);

/** Open themes of a topic that wait for a decision. */
export const undecidedOfTopic = (reader: Reader, topicId: string): Promise<Theme[]> =>
  reader.selectFrom('themes').where('topic_id', '=', topicId).where('decide_by', 'is not', null).where('merged_into_id', 'is', null).selectAll().execute();

/** Whom a decision waits for, of those who left. */
export const decidedByMember = (reader: Reader, memberId: string): Promise<Theme[]> => reader.selectFrom('themes').where('decider_id', '=', memberId).where('merged_into_id', 'is', null).selectAll().execute();

/** Themes that stand, with some of what was said in them, for finding those that say the same. */
export const themesForFinding = async (reader: Reader) => {
  const { rows } = await sql<{ id: string; number: number; title: string; customers: number; examples: string[] }>`
    select t.id, t.number, t.title, (select count(distinct coalesce(i.customer_id::text, lower(i.said_by)))::int from insights i where i.theme_id = t.id and i.withdrawn_at is null) as customers,
      array(select i.words from insights i where i.theme_id = t.id and i.withdrawn_at is null order by i.said_at desc limit 12) as examples
    from themes t where t.merged_into_id is null and t.dissolved_at is null and not t.is_proposed order by t.opened_at desc limit 1000`.execute(reader);
  return rows;
};

export interface Step {
  readonly id: string;
  readonly kind: 'merge' | 'split';
  readonly fromId: string;
  readonly toId: string;
  readonly decideBy: Instant | null;
  readonly by: string;
  readonly now: Instant;
}

export const insertStep = async (tx: Tx, { id, kind, fromId, toId, decideBy, by, now }: Step): Promise<void> => {
  await tx.insertInto('theme_steps').values({ id, kind, from_theme_id: fromId, to_theme_id: toId, decide_by: decideBy, by, at: now }).execute();
};

export const lockStep = (tx: Tx, id: string) => tx.selectFrom('theme_steps').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

export const undoStep = async (tx: Tx, id: string, now: Instant): Promise<void> => {
  await tx.updateTable('theme_steps').set({ undone_at: now }).where('id', '=', id).execute();
};

/** Steps to and from a theme that were not undone, the latest first. */
export const stepsOf = async (reader: Reader, themeId: string) => {
  const { rows } = await sql<{ id: string; kind: 'merge' | 'split'; at: Instant; byId: string; byName: string; fromId: string; fromNumber: number; fromTitle: string; toId: string; toNumber: number; toTitle: string; voices: number }>`
    select s.id, s.kind, s.at, m.id as "byId", m.name as "byName", f.id as "fromId", f.number as "fromNumber", f.title as "fromTitle", t.id as "toId", t.number as "toNumber", t.title as "toTitle",
      (select count(*)::int from theme_moves v where v.step_id = s.id) as voices
    from theme_steps s join members m on m.id = s.by join themes f on f.id = s.from_theme_id join themes t on t.id = s.to_theme_id
    where s.undone_at is null and (s.from_theme_id = ${themeId} or s.to_theme_id = ${themeId}) order by s.at desc limit 20`.execute(reader);
  return rows;
};

/** Themes that may say the same as this one, and nobody said that they do not. */
export const alikeOf = async (reader: Reader, themeId: string) => {
  const { rows } = await sql<{ id: string; number: number; title: string; score: number; customers: number }>`
    select t.id, t.number, t.title, l.score::float8 as score,
      (select count(distinct coalesce(i.customer_id::text, lower(i.said_by)))::int from insights i where i.theme_id = t.id and i.withdrawn_at is null) as customers
    from theme_likenesses l join themes t on t.id = case when l.one_id = ${themeId} then l.other_id else l.one_id end
    where (l.one_id = ${themeId} or l.other_id = ${themeId}) and l.dismissed_at is null and t.merged_into_id is null
    order by l.score desc limit 5`.execute(reader);
  return rows;
};

export const dismissLikeness = async (tx: Tx, [a, b]: readonly [string, string], { by, now }: { by: string; now: Instant }): Promise<void> => {
  const [one, other] = a < b ? [a, b] : [b, a];
  await tx
    .insertInto('theme_likenesses')
    .values({ one_id: one, other_id: other, score: 0, at: now, dismissed_at: now, dismissed_by: by })
    .onConflict((conflict) => conflict.columns(['one_id', 'other_id']).doUpdateSet({ dismissed_at: now, dismissed_by: by }))
    .execute();
};

/** The themes whose voices stand in this one, and itself: what was decided about any of them was decided about its voices. */
export const withMerged = async (reader: Reader, themeId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive into_it as (select id from themes where id = ${themeId} union select t.id from themes t join into_it on t.merged_into_id = into_it.id) select id from into_it`.execute(reader);
  return rows.map(({ id }) => id);
};
