import { z } from 'zod';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import { modelShape, type Model } from '../forecast/model.ts';

export const showsShape = z.object({ chase24: z.boolean(), chase72: z.boolean(), leaves: z.boolean() });
export type Shows = z.infer<typeof showsShape>;

export interface Night {
  readonly beganAt: Instant;
  /** Null: the shipped model is in use. */
  readonly model: Model | null;
  readonly shows: Shows;
}

/** The last night that came to an end, and to something. */
export const lastNight = async (reader: Reader): Promise<Night | undefined> => {
  const row = await reader.selectFrom('forecast_nights').where('ended_at', 'is not', null).where('shows', 'is not', null).orderBy('night', 'desc').limit(1).selectAll().executeTakeFirst();
  return row && { beganAt: row.began_at, model: row.model === null ? null : modelShape.parse(row.model), shows: showsShape.parse(row.shows) };
};

/** Takes the night, once: whichever process asks first works, the others sleep. */
export const claimNight = async (tx: Tx, now: Instant): Promise<boolean> => {
  const made = await tx.insertInto('forecast_nights').values({ night: nightOf(now), began_at: now }).onConflict((conflict) => conflict.column('night').doNothing()).returning('night').executeTakeFirst();
  return made !== undefined;
};

/** The day on which it falls, in universal time: one a night is enough, wherever the house stands. */
const nightOf = (now: Instant): string => now.toISOString().slice(0, 10);

export interface Learnt {
  readonly snapshots: number;
  readonly chases: number;
  readonly model: Model | null;
  readonly shows: Shows | null;
  readonly measures: unknown;
  readonly trouble: string | null;
}

export const endNight = async (tx: Tx, { began, now, learnt }: { readonly began: Instant; readonly now: Instant; readonly learnt: Learnt }): Promise<void> => {
  const text = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
  await tx
    .updateTable('forecast_nights')
    .set({ ended_at: now, snapshots: learnt.snapshots, chases: learnt.chases, model: text(learnt.model), shows: text(learnt.shows), measures: text(learnt.measures), trouble: learnt.trouble })
    .where('night', '=', nightOf(began))
    .execute();
};

/** Whether so many cases have come to an end: fewer teach nothing, and are not read. */
export const hasEnded = async (reader: Reader, cases: number): Promise<boolean> => {
  const rows = await reader.selectFrom('cases').where('status', 'in', ['resolved', 'closed']).select('id').limit(cases).execute();
  return rows.length >= cases;
};
