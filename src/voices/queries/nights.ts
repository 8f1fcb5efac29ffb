import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { LooseVoice } from '../rules.ts';

const nightOf = (now: Instant): string => now.toISOString().slice(0, 10);

/** Takes the night, once: whichever process asks first works. */
export const claimNight = async (tx: Tx, now: Instant): Promise<boolean> => {
  const made = await tx.insertInto('voice_nights').values({ night: nightOf(now), began_at: now }).onConflict((conflict) => conflict.column('night').doNothing()).returning('night').executeTakeFirst();
  return made !== undefined;
};

interface Ended {
  readonly loose: number;
  readonly proposed: number;
  readonly alike: number;
  readonly trouble: string | null;
}

export const endNight = async (tx: Tx, began: Instant, { now, ...found }: Ended & { readonly now: Instant }): Promise<void> => {
  await tx.updateTable('voice_nights').set({ ended_at: now, ...found }).where('night', '=', nightOf(began)).execute();
};

// More than this are not read in one night; the newest first, because what is said now is what has to be found.
const mostVoices = 5_000;

/** Voices without a theme, also those that only stand in a proposal nobody has looked at: with more of them a better one may be found. */
export const looseOnes = async (reader: Reader): Promise<LooseVoice[]> => {
  const { rows } = await sql<LooseVoice>`
    select id, words as text, coalesce(customer_id::text, lower(said_by)) as who, said_by as "saidBy" from insights
    where theme_id is null and withdrawn_at is null and kind <> 'praise' order by said_at desc, id limit ${mostVoices}`.execute(reader);
  return rows;
};

/** Notes that two themes may say the same; what a person dismissed stays dismissed. Returns how many are new. */
export const noteLikenesses = async (tx: Tx, pairs: readonly { a: string; b: string; score: number }[], now: Instant): Promise<number> => {
  if (pairs.length === 0) return 0;
  const ordered = pairs.map(({ a, b, score }) => ({ one_id: a < b ? a : b, other_id: a < b ? b : a, score, at: now }));
  const { numInsertedOrUpdatedRows } = await tx.insertInto('theme_likenesses').values(ordered).onConflict((conflict) => conflict.columns(['one_id', 'other_id']).doNothing()).executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0n);
};
