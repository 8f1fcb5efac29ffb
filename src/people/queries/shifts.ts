import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';

export interface ShiftEnd {
  readonly id: string;
  readonly endedAt: Instant;
  readonly backAt: Instant;
}

/** The end of a shift that lasts at `now`: undefined where the member has ended none, or is back. */
export const shiftEndOf = (reader: Reader, memberId: string, now: Instant): Promise<ShiftEnd | undefined> =>
  reader
    .selectFrom('shift_ends')
    .where('member_id', '=', memberId)
    .where('ended_at', '<=', now)
    .where('back_at', '>', now)
    .where('returned_at', 'is', null)
    .orderBy('ended_at', 'desc')
    .limit(1)
    .select(['id', 'ended_at as endedAt', 'back_at as backAt'])
    .executeTakeFirst();

export const insertShiftEnd = async (tx: Tx, { id, memberId, backAt, now }: { id: string; memberId: string; backAt: Instant; now: Instant }): Promise<void> => {
  await tx.insertInto('shift_ends').values({ id, member_id: memberId, ended_at: now, back_at: backAt }).execute();
};

/** Back at work, whatever they had said. */
export const markReturned = async (tx: Tx, memberId: string, now: Instant): Promise<void> => {
  await tx.updateTable('shift_ends').set({ returned_at: now }).where('member_id', '=', memberId).where('back_at', '>', now).where('returned_at', 'is', null).execute();
};
