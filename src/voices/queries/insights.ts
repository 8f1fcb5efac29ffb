import { sql, type Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Insights } from '#migrations/tables.ts';
import type { InsightKind, InsightSource } from '../contract.ts';

export type Insight = Selectable<Insights>;

export interface NewInsight {
  readonly id: string;
  readonly kind: InsightKind;
  readonly words: string;
  readonly source: InsightSource;
  readonly caseId: string | null;
  readonly message: { readonly id: string; readonly from: number; readonly to: number } | null;
  readonly sourceId: string | null;
  readonly customerId: string | null;
  readonly saidBy: string;
  readonly saidAt: Instant;
  readonly language: 'it' | 'en' | null;
  readonly heardBy: string | null;
  readonly remark: string | null;
  readonly topicId: string;
  readonly placeBy: Instant;
  readonly nextPlaceClimbAt: Instant | null;
}

/** Null where these very words were captured before. */
export const insertInsight = async (tx: Tx, fresh: NewInsight, now: Instant): Promise<number | null> => {
  const row = await tx
    .insertInto('insights')
    .values({
      id: fresh.id, kind: fresh.kind, words: fresh.words, source: fresh.source, case_id: fresh.caseId, message_id: fresh.message?.id ?? null,
      span_from: fresh.message?.from ?? null, span_to: fresh.message?.to ?? null, source_id: fresh.sourceId, customer_id: fresh.customerId,
      said_by: fresh.saidBy, said_at: fresh.saidAt, language: fresh.language, heard_by: fresh.heardBy, heard_at: now, remark: fresh.remark,
      topic_id: fresh.topicId, place_by: fresh.placeBy, next_place_climb_at: fresh.nextPlaceClimbAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst();
  return row?.number ?? null;
};

/** The voice that those very words are, and its theme. */
export const sameWords = (reader: Reader, { id, from, to }: { id: string; from: number; to: number }) =>
  reader
    .selectFrom('insights')
    .leftJoin('themes', 'themes.id', 'insights.theme_id')
    .where('message_id', '=', id)
    .where('span_from', '=', from)
    .where('span_to', '=', to)
    .where('withdrawn_at', 'is', null)
    .select(['insights.id', 'themes.title'])
    .executeTakeFirst();

export const lockInsight = (tx: Tx, id: string): Promise<Insight | undefined> => tx.selectFrom('insights').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

export const describeInsight = async (tx: Tx, id: string, { kind, remark }: { kind: InsightKind; remark: string | null }): Promise<void> => {
  await tx.updateTable('insights').set({ kind, remark }).where('id', '=', id).execute();
};

export const withdraw = async (tx: Tx, id: string, how: { at: Instant; by: string } | null): Promise<void> => {
  await tx.updateTable('insights').set({ withdrawn_at: how?.at ?? null, withdrawn_by: how?.by ?? null }).where('id', '=', id).execute();
};

interface Move {
  readonly insightIds: readonly string[];
  readonly toThemeId: string | null;
  readonly stepId: string | null;
  /** Of where they wait for a theme: the clock of those whose own had ended. Null of a theme that stands, where it ends. */
  readonly anew: { readonly by: Instant; readonly nextClimbAt: Instant | null } | null;
  readonly by: string | null;
  readonly now: Instant;
}

const placed = sql`place_climbed_to = 0, next_place_climb_at = null`;
const waiting = (anew: NonNullable<Move['anew']>) => {
  const ended = sql`next_place_climb_at is null and place_climbed_to < 3`;
  return sql`place_by = case when ${ended} then ${anew.by}::timestamptz else place_by end, next_place_climb_at = case when ${ended} then ${anew.nextClimbAt}::timestamptz else next_place_climb_at end`;
};

/** Puts voices into a theme, or into none, and notes from where; those that stand there already are left. Returns how many moved. */
export const moveInsights = async (tx: Tx, { insightIds, toThemeId, stepId, anew, by, now }: Move): Promise<number> => {
  if (insightIds.length === 0) return 0;
  const { rows } = await sql<{ id: string }>`
    with moving as (
      select id, theme_id from insights where id = any(${[...insightIds]}::uuid[]) and theme_id is distinct from ${toThemeId}::uuid for update
    ), noted as (
      insert into theme_moves (id, insight_id, from_theme_id, to_theme_id, step_id, at, by)
      select gen_random_uuid(), id, theme_id, ${toThemeId}::uuid, ${stepId}::uuid, ${now}, ${by}::uuid from moving
    )
    update insights set theme_id = ${toThemeId}::uuid, ${anew === null ? placed : waiting(anew)} where id in (select id from moving) returning id`.execute(tx);
  return rows.length;
};

/** A theme stands now that was proposed: its voices wait for none any more. */
export const endPlacing = async (tx: Tx, themeId: string): Promise<void> => {
  await tx.updateTable('insights').set({ place_climbed_to: 0, next_place_climb_at: null }).where('theme_id', '=', themeId).execute();
};

/** Everything in a theme, also what was taken back: it would come back to where the others are. */
export const insightIdsOf = async (reader: Reader, themeId: string): Promise<string[]> =>
  (await reader.selectFrom('insights').where('theme_id', '=', themeId).select('id').execute()).map(({ id }) => id);

/** Of these, those that stand in the theme and were not taken back. */
export const ofThemeAmong = async (reader: Reader, themeId: string, ids: readonly string[]): Promise<string[]> =>
  (await reader.selectFrom('insights').where('theme_id', '=', themeId).where('withdrawn_at', 'is', null).where('id', 'in', [...ids]).select('id').execute()).map(({ id }) => id);

/** What a step moved and nobody has moved on since. */
export const stillWhereStepPut = async (reader: Reader, stepId: string): Promise<string[]> => {
  const rows = await reader
    .selectFrom('theme_moves')
    .innerJoin('insights', 'insights.id', 'theme_moves.insight_id')
    .where('step_id', '=', stepId)
    .whereRef('insights.theme_id', '=', 'theme_moves.to_theme_id')
    .select('insights.id')
    .execute();
  return rows.map(({ id }) => id);
};

/** A message that words can be marked in, with the case on which it stands now. */
export const messageOn = (reader: Reader, messageId: string, caseId: string) =>
  reader
    .selectFrom('messages')
    .leftJoin('customers', 'customers.id', 'messages.author_customer_id')
    .where('messages.id', '=', messageId)
    .where('messages.case_id', '=', caseId)
    .select(['messages.text', 'messages.at', 'messages.direction', 'messages.author_name as authorName', 'customers.id as customerId', 'customers.name as customerName'])
    .executeTakeFirst();

/** A formal complaint that came otherwise than by a message: on paper, at the counter. */
export const complaintOn = (reader: Reader, complaintId: string, caseId: string) =>
  reader.selectFrom('complaints').where('id', '=', complaintId).where('case_id', '=', caseId).select(['said as text', 'received_at as at', 'customer_id as customerId', 'complainant']).executeTakeFirst();

export const noteOn = (reader: Reader, noteId: string, caseId: string) =>
  reader.selectFrom('notes').where('id', '=', noteId).where('case_id', '=', caseId).select(['text', 'at']).executeTakeFirst();
