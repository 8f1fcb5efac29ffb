import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';

/** A voice that stands in no theme, or in one that was only proposed, and whose next step is due. */
export interface ClimbingVoice {
  readonly id: string;
  readonly topicId: string;
  readonly placeBy: Instant;
  readonly climbedTo: number;
}

export const climbingVoices = (reader: Reader) => reader.selectFrom('insights').where('next_place_climb_at', 'is not', null).where('withdrawn_at', 'is', null);

/** Voices of one topic that take the same step. */
export interface Together {
  readonly topicId: string;
  readonly climbedTo: number;
}

/** Of what is due now, the longest due first. */
export const dueTogether = (reader: Reader, now: Instant): Promise<Together[]> =>
  climbingVoices(reader)
    .where('next_place_climb_at', '<=', now)
    .groupBy(['topic_id', 'place_climbed_to'])
    .orderBy((eb) => eb.fn.min('next_place_climb_at'))
    .select(['topic_id as topicId', 'place_climbed_to as climbedTo'])
    .execute();

/** The longest due first; those that somebody is just putting into a theme are left to them. */
export const claimClimbing = (tx: Tx, { topicId, climbedTo }: Together, now: Instant): Promise<ClimbingVoice[]> =>
  climbingVoices(tx)
    .where('topic_id', '=', topicId)
    .where('place_climbed_to', '=', climbedTo)
    .where('next_place_climb_at', '<=', now)
    .orderBy('next_place_climb_at')
    .select(['id', 'topic_id as topicId', 'place_by as placeBy', 'place_climbed_to as climbedTo'])
    .forUpdate()
    .skipLocked()
    .execute();

export const climbTo = async (tx: Tx, step: number, steps: readonly { readonly id: string; readonly nextClimbAt: Instant | null }[]): Promise<void> => {
  await sql`
    update insights i set place_climbed_to = ${step}, next_place_climb_at = s.next
    from unnest(${steps.map(({ id }) => id)}::uuid[], ${steps.map(({ nextClimbAt }) => nextClimbAt)}::timestamptz[]) s (id, next) where i.id = s.id`.execute(tx);
};

/** Of a closed topic: they wait for whoever decides for everything else. */
export const passVoicesOn = async (tx: Tx, fromTopicId: string, toTopicId: string): Promise<void> => {
  await tx.updateTable('insights').set({ topic_id: toTopicId }).where('topic_id', '=', fromTopicId).where((eb) => eb.or([eb('theme_id', 'is', null), eb('next_place_climb_at', 'is not', null)])).execute();
};

/** Of the topics of these voices, those of which nothing waits for a theme any more that somebody was called about. */
export const quietTopics = async (reader: Reader, insightIds: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct i.topic_id as id from insights i where i.id = any(${[...insightIds]}::uuid[]) and not exists (
      select from insights w left join themes t on t.id = w.theme_id
      where w.topic_id = i.topic_id and w.place_climbed_to > 0 and w.withdrawn_at is null and (w.theme_id is null or t.is_proposed))`.execute(reader);
  return rows.map(({ id }) => id);
};
