import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import { firstOf } from '#base/due.ts';

type Clock = 'remind' | 'call' | 'late';
const columns = { remind: { at: 'remind_at', done: 'reminded_at' }, call: { at: 'call_at', done: 'called_at' }, late: { at: 'due_at', done: 'late_at' } } as const;

/** Unanswered complaints of which that clock has not struck yet. */
export const waitingFor = (reader: Reader, clock: Clock) =>
  reader.selectFrom('complaints').where('answered_at', 'is', null).where('annulled_at', 'is', null).where(columns[clock].done, 'is', null);

/** When the first of them strikes. */
export const earliest = (reader: Reader, clock: Clock) => firstOf(waitingFor(reader, clock), columns[clock].at);

/** Claims those of which that clock has struck; each is claimed once. */
export const claimDue = async (tx: Tx, clock: Clock, now: Instant): Promise<string[]> => {
  const { at, done } = columns[clock];
  const rows = await tx.updateTable('complaints').set({ [done]: now }).where('answered_at', 'is', null).where('annulled_at', 'is', null).where(done, 'is', null).where(at, '<=', now)
    .returning('id').execute();
  return rows.map(({ id }) => id);
};
