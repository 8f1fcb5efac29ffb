import type { Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Decisions } from '#migrations/tables.ts';
import type { LeaveReason } from '../contract.ts';

export type Decision = Selectable<Decisions>;

/** The one that stands: the latest. */
export const latestDecision = (reader: Reader, themeId: string): Promise<Decision | undefined> =>
  reader.selectFrom('decisions').where('theme_id', '=', themeId).orderBy('decided_at', 'desc').orderBy('id', 'desc').limit(1).selectAll().executeTakeFirst();

/** With names, the latest first. */
export const decisionsOf = (reader: Reader, themeIds: readonly string[]) =>
  reader
    .selectFrom('decisions')
    .innerJoin('members as decider', 'decider.id', 'decisions.decided_by')
    .leftJoin('members as doer', 'doer.id', 'decisions.doer_id')
    .leftJoin('departments', 'departments.id', 'decisions.doer_department_id')
    .where('theme_id', 'in', [...themeIds])
    .orderBy('decided_at', 'desc')
    .orderBy('decisions.id', 'desc')
    .selectAll('decisions')
    .select(['decider.name as deciderName', 'doer.name as doerName', 'departments.name as doerDepartmentName'])
    .execute();

export type NamedDecision = Awaited<ReturnType<typeof decisionsOf>>[number];

export interface NewDecision {
  readonly id: string;
  readonly themeId: string;
  readonly words: string;
  readonly by: string;
  readonly now: Instant;
  readonly stands: { readonly customers: number; readonly valueCents: number; readonly atRisk: number; readonly voices: number };
  readonly as:
    | { readonly kind: 'take'; readonly doerId: string | null; readonly doerDepartmentId: string | null; readonly shipsBy: string }
    | { readonly kind: 'leave'; readonly reason: LeaveReason };
}

export const insertDecision = async (tx: Tx, { id, themeId, words, by, now, stands, as }: NewDecision): Promise<void> => {
  await tx
    .insertInto('decisions')
    .values({
      id, theme_id: themeId, kind: as.kind, words, decided_by: by, decided_at: now,
      reason: as.kind === 'leave' ? as.reason : null,
      doer_id: as.kind === 'take' ? as.doerId : null, doer_department_id: as.kind === 'take' ? as.doerDepartmentId : null, ships_by: as.kind === 'take' ? as.shipsBy : null,
      customers: stands.customers, value_cents: stands.valueCents, at_risk: stands.atRisk, voices: stands.voices,
    })
    .execute();
};

export const lockDecision = (tx: Tx, id: string): Promise<Decision | undefined> => tx.selectFrom('decisions').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

export const ship = async (tx: Tx, id: string, { words, by, now }: { words: string; by: string; now: Instant }): Promise<void> => {
  await tx.updateTable('decisions').set({ shipped_at: now, shipped_by: by, shipped_words: words }).where('id', '=', id).execute();
};

export const moveDay = async (tx: Tx, { id, moveId, from, to, why, by, now }: { id: string; moveId: string; from: string; to: string; why: string; by: string; now: Instant }): Promise<void> => {
  await tx.insertInto('decision_moves').values({ id: moveId, decision_id: id, from_day: from, to_day: to, why, by, at: now }).execute();
  await tx.updateTable('decisions').set({ ships_by: to, late_called_at: null }).where('id', '=', id).execute();
};

/** Taken, not out, the day past, and nobody called. `today` in the company's zone. Superseded ones are nobody's duty any more. */
export const claimLateToShip = (tx: Tx, today: string, now: Instant) =>
  tx
    .updateTable('decisions')
    .set({ late_called_at: now })
    .where('kind', '=', 'take')
    .where('shipped_at', 'is', null)
    .where('late_called_at', 'is', null)
    .where('ships_by', '<', today)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('decisions as later').whereRef('later.theme_id', '=', 'decisions.theme_id').whereRef('later.decided_at', '>', 'decisions.decided_at').select('later.id'))))
    .returningAll()
    .execute();
