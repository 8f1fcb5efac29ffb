import { sql } from 'kysely';
import { day, plus } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { loaded, opportunityRows, type LoadedOpportunity } from './opportunities.ts';

/** Whose opportunities: null of the whole company; else those of the departments that a member belongs to or leads. */
export type Whose = { readonly memberId: string; readonly departmentId: string } | null;

/** How long those stay in the list of which something has come. */
const settledFor = 90 * day;
const most = 300;

const handedOver = (reader: Reader, whose: Whose) => {
  const rows = opportunityRows(reader).where('opportunities.left_at', 'is not', null);
  return whose === null ? rows : rows.where((eb) => eb.or([eb('opportunities.department_id', '=', whose.departmentId), eb('departments.head_id', '=', whose.memberId)]));
};

export interface ListedOpportunity {
  readonly opportunity: LoadedOpportunity;
  /** The case that it is read on now. */
  readonly caseId: string;
  readonly caseNumber: number;
}

/** Open ones by due instant, then what was concluded lately, the latest first. One more than the most, so that the reader sees that there are more. */
export const listed = async (reader: Reader, whose: Whose, now: Date): Promise<{ rows: ListedOpportunity[]; isWhole: boolean }> => {
  const rows = await handedOver(reader, whose)
    .innerJoin('cases', 'cases.id', 'opportunities.case_id')
    .leftJoin('cases as survivor', 'survivor.id', 'cases.merged_into_id')
    .select((eb) => [eb.fn.coalesce('survivor.id', 'cases.id').as('livesOn'), eb.fn.coalesce('survivor.number', 'cases.number').as('caseNumber')])
    .where((eb) => eb.or([eb('outcome_at', 'is', null), eb('outcome_at', '>', plus(now, -settledFor))]))
    .orderBy(sql`outcome_at desc nulls first`)
    .orderBy('due_at')
    .orderBy('opportunities.number')
    .limit(most + 1)
    .execute();
  return { rows: rows.slice(0, most).map((row) => ({ opportunity: loaded(row), caseId: row.livesOn, caseNumber: row.caseNumber })), isWhole: rows.length <= most };
};

const sumOf = (part: string) => sql<number>`coalesce(sum(value_cents) filter (where ${sql.raw(part)}), 0)::bigint`;

/** How many wait and what they are estimated at, whatever the length of the list. */
export const sums = async (reader: Reader, whose: Whose, now: Date) =>
  handedOver(reader, whose)
    .clearSelect()
    .where('outcome', 'is', null)
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('taken_at', 'is', null).as('waiting'),
      eb.fn.countAll<number>().filterWhere('due_at', '<=', now).as('late'),
      eb.fn.countAll<number>().filterWhere('taken_at', 'is not', null).as('taken'),
      sumOf('taken_at is null').as('waitingCents'),
      sumOf('taken_at is not null').as('takenCents'),
    ])
    .executeTakeFirstOrThrow();
