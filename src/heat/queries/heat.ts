import { sql } from 'kysely';
import { z } from 'zod';
import { plus, type Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import { heatAct, heatReason, heatRisks, type BoilingCase, type HeatRisks, type HeatView, type SilentCase } from '../contract.ts';
import { bandOf, listedFrom, silentAfter, type Forecast } from '../rules.ts';

/** What is written of a case: the rules' reading, the learnt risks, and what acting now would save. */
export interface Heated extends Forecast {
  readonly risks: HeatRisks | null;
  readonly saves: number;
}

export const putHeat = async (tx: Tx, caseId: string, { found, now }: { readonly found: Heated; readonly now: Instant }): Promise<void> => {
  const row = {
    degrees: found.degrees,
    reasons: JSON.stringify(found.reasons),
    boils_at: found.boilsAt,
    boiled_at: found.boiled?.at ?? null,
    act: JSON.stringify(found.act),
    look_again_at: found.lookAgainAt,
    risks: found.risks === null ? null : JSON.stringify(found.risks),
    saves: Math.round(found.saves * 1_000),
    computed_at: now,
  };
  await tx
    .insertInto('case_heat')
    .values({ case_id: caseId, ...row })
    // Two readings of one case at once: the later one stays, whichever is written last.
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(row).where('case_heat.computed_at', '<=', now))
    .execute();
};

export const dropHeat = async (tx: Tx, caseId: string): Promise<void> => {
  await tx.deleteFrom('case_heat').where('case_id', '=', caseId).execute();
};

/** The cases whose number is another by now; taken by one sweep, whoever else sweeps at the same time. */
export const claimToLookAt = async (tx: Tx, now: Instant, limit: number): Promise<string[]> => {
  const rows = await tx.selectFrom('case_heat').where('look_again_at', '<=', now).select('case_id').orderBy('look_again_at').limit(limit).forUpdate().skipLocked().execute();
  return rows.map((row) => row.case_id);
};

interface Row {
  readonly degrees: number;
  readonly reasons: unknown;
  readonly boils_at: Date | null;
  readonly boiled_at: Date | null;
  readonly act: unknown;
  readonly risks: unknown;
}

const reasonsShape = z.array(heatReason);

const viewOf = (row: Row): HeatView => ({
  degrees: row.degrees,
  band: bandOf(row.degrees, row.boiled_at !== null),
  reasons: reasonsShape.parse(row.reasons),
  boilsAt: row.boils_at?.toISOString() ?? null,
  boiled: row.boiled_at !== null,
  act: heatAct.parse(row.act),
  risks: row.risks === null ? null : heatRisks.parse(row.risks),
});

/** The heat of these cases; a case that is calm for good, resolved, or not yet looked at has none. */
export const heatOf = async (reader: Reader, caseIds: readonly string[]): Promise<Map<string, HeatView>> => {
  if (caseIds.length === 0) return new Map();
  const rows = await reader.selectFrom('case_heat').where('case_id', 'in', [...caseIds]).selectAll().execute();
  return new Map(rows.map((row) => [row.case_id, viewOf(row)]));
};

const openCases = (reader: Reader) =>
  reader
    .selectFrom('cases')
    .innerJoin('customers', 'customers.id', 'cases.customer_id')
    .leftJoin('members as owner', 'owner.id', 'cases.owner_id')
    .where('cases.status', 'not in', ['resolved', 'closed'])
    .select(['cases.id', 'cases.number', 'cases.subject', 'cases.channel', 'cases.department_id', 'cases.customer_id', 'cases.owner_id', 'customers.name as customerName', 'owner.name as ownerName']);

interface OnCase {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly channel: string;
  readonly department_id: string;
  readonly customer_id: string;
  readonly owner_id: string | null;
  readonly customerName: string;
  readonly ownerName: string | null;
}

const caseOf = (row: OnCase) => ({
  caseId: row.id,
  departmentId: row.department_id,
  number: row.number,
  subject: row.subject,
  customer: { id: row.customer_id, name: row.customerName },
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.ownerName ?? '' },
  channel: row.channel as BoilingCase['channel'],
});

/** Who boils next: boiled over first, the longest ago before the others; then by what acting now would save. */
export const boilingCases = async (reader: Reader, limit: number): Promise<BoilingCase[]> => {
  const rows = await openCases(reader)
    .innerJoin('case_heat', 'case_heat.case_id', 'cases.id')
    .where((eb) => eb.or([eb('degrees', '>=', listedFrom), eb('boils_at', 'is not', null), eb('boiled_at', 'is not', null)]))
    .select(['degrees', 'reasons', 'boils_at', 'boiled_at', 'act', 'risks', 'cases.next_update_due_at'])
    .select((eb) =>
      sql<string[]>`coalesce((select json_agg(due_at order by due_at) from promises where promises.case_id = ${eb.ref('cases.id')}
        and kept_at is null and broken_at is null and released_at is null), '[]')`.as('promises'),
    )
    .orderBy(sql`boiled_at is null`)
    .orderBy(sql`boiled_at asc`)
    .orderBy('saves', 'desc')
    .orderBy(sql`boils_at asc nulls last`)
    .orderBy('cases.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...caseOf(row),
    heat: viewOf(row),
    promisesDueAt: row.promises.map((dueAt) => new Date(dueAt).toISOString()),
    nextUpdateDueAt: row.next_update_due_at?.toISOString() ?? null,
  }));
};

/** One answer of ours, and not a word since: they will not chase. The longest silence first. */
export const silentCases = async (reader: Reader, now: Instant, limit: number): Promise<SilentCase[]> => {
  const rows = await openCases(reader)
    .where('cases.last_outbound_at', '<=', plus(now, -silentAfter))
    .whereRef('cases.last_outbound_at', '>', 'cases.last_inbound_at')
    .where((eb) =>
      eb(
        eb.selectFrom('messages').whereRef('messages.case_id', '=', 'cases.id').where('direction', '=', 'out').where('is_automatic', '=', false).select((e) => e.fn.countAll<number>().as('answers')),
        '=',
        1,
      ),
    )
    .select('cases.last_outbound_at')
    .orderBy('cases.last_outbound_at')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => (row.last_outbound_at === null ? [] : [{ ...caseOf(row), ourWordAt: row.last_outbound_at.toISOString() }]));
};
