import { z } from 'zod';
import type { Reader, Tx } from '#base/db/db.ts';
import { instant } from '#base/shapes.ts';

/** How a request stood before its answer was sent back: exactly this is restored. */
const before = z.object({
  answeredAt: instant,
  dueAt: instant,
  climbedTo: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  seenAt: instant.nullable(),
  seenBy: z.string().nullable(),
  /** Drafts for the customer that were laid aside with it. */
  laidAside: z.array(z.string()),
});
export type Before = z.infer<typeof before>;

export interface Return {
  readonly id: string;
  readonly requestId: string;
  readonly byMemberId: string;
  readonly byName: string;
  readonly missing: string;
  readonly at: Date;
  readonly leavesAt: Date;
  readonly before: Before;
}

export const insertReturn = async (tx: Tx, fresh: Return): Promise<void> => {
  await tx
    .insertInto('request_returns')
    .values({
      id: fresh.id,
      request_id: fresh.requestId,
      by_member_id: fresh.byMemberId,
      by_name: fresh.byName,
      missing: fresh.missing,
      at: fresh.at,
      leaves_at: fresh.leavesAt,
      before: JSON.stringify(fresh.before),
    })
    .execute();
};

/** Sent back, and their departments have not been told yet. */
export const waiting = (reader: Reader) => reader.selectFrom('request_returns').where('left_at', 'is', null).where('undone_at', 'is', null);

/** The one of a request that its department has not been told of. */
export const returnNotTold = async (reader: Reader, requestId: string): Promise<Return | undefined> => {
  const row = await waiting(reader).where('request_id', '=', requestId).selectAll().orderBy('at', 'desc').limit(1).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id, requestId, byMemberId: row.by_member_id, byName: row.by_name, missing: row.missing, at: row.at, leavesAt: row.leaves_at, before: before.parse(row.before),
  };
};

export const returnsDue = async (reader: Reader, now: Date, limit: number) =>
  waiting(reader).where('leaves_at', '<=', now).orderBy('leaves_at').limit(limit).select(['request_id as requestId', 'by_member_id as byMemberId', 'by_name as byName']).execute();

export const endReturn = async (tx: Tx, id: string, end: { left_at: Date } | { undone_at: Date }): Promise<void> => {
  await tx.updateTable('request_returns').set(end).where('id', '=', id).execute();
};
