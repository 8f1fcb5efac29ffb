import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { Figure } from '../rules.ts';
import type { Between } from './voices.ts';

export interface CaseBehind {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly customer: string;
  readonly owner: string | null;
  readonly department: string;
  readonly at: Instant;
  /** What was promised, where a promise is behind the figure. */
  readonly words: string | null;
}

const ofKind = (kind: string, { from, to }: Between, only: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> =>
  sql`select e.case_id, min(e.at) as at, null::text as words from events e where e.kind = ${sql.lit(kind)} and e.at >= ${from} and e.at < ${to} and ${only} group by e.case_id`;

/** As the rate of kept promises counts them (`promises/rules/keeping.ts`). */
const fates: Readonly<Record<'kept' | 'renegotiated' | 'broken', RawBuilder<unknown>>> = {
  renegotiated: sql`p.due_at <> p.first_due_at`,
  kept: sql`p.due_at = p.first_due_at and p.kept_at <= p.first_due_at`,
  broken: sql`p.due_at = p.first_due_at and (p.kept_at is null or p.kept_at > p.first_due_at)`,
};

const promised = (fate: keyof typeof fates, { from, to }: Between, { of, now }: { of: string | undefined; now: Instant }): RawBuilder<unknown> =>
  sql`select p.case_id, p.first_due_at as at, p.text as words from promises p left join requests r on r.id = p.request_id
    where p.first_due_at >= ${from} and p.first_due_at < ${to} and p.first_due_at <= ${now} and p.released_at is null and ${fates[fate]} ${of === undefined ? sql`` : sql`and r.department_id = ${of}`}`;

/** Of boiled customers: those with a voice in the theme, or for whom that department was late. */
const boiled = (between: Between, of: string | undefined): RawBuilder<unknown> => {
  if (of === undefined) return ofKind('heat.boiled', between);
  return ofKind('heat.boiled', between, sql`(exists (select from cases c join insights i on i.customer_id = c.customer_id where c.id = e.case_id and i.theme_id = ${of} and i.withdrawn_at is null)
    or exists (select from requests r where r.case_id = e.case_id and r.department_id = ${of} and r.asked_at <= e.at and r.due_at <= e.at and coalesce(r.answered_at, r.refused_at, r.withdrawn_at, 'infinity') > e.at))`);
};

interface Asked {
  readonly figure: Figure;
  /** A theme or a department. */
  readonly of: string | undefined;
  readonly between: Between;
  readonly now: Instant;
  readonly limit: number;
}

const found = ({ figure, of, between, now }: Asked): RawBuilder<unknown> => {
  if (figure === 'boiled') return boiled(between, of);
  if (figure === 'opened') return ofKind('case.opened', between);
  if (figure === 'resolved') return ofKind('case.resolved', between);
  if (figure === 'missed') return ofKind('case.next_update_missed', between);
  if (figure === 'chased') return ofKind('case.contact_received', between, sql`(e.data ->> 'isChase')::boolean`);
  return promised(figure, between, { of, now });
};

/** The cases behind a figure, in the order in which it happened. */
export const casesBehind = async (reader: Reader, asked: Asked): Promise<CaseBehind[]> => {
  const { rows } = await sql<CaseBehind>`
    select c.id, c.number, c.subject, cu.name as customer, m.name as owner, d.name as department, f.at, f.words
    from (${found(asked)}) f join cases c on c.id = f.case_id join customers cu on cu.id = c.customer_id join departments d on d.id = c.department_id left join members m on m.id = c.owner_id
    order by f.at, c.number limit ${asked.limit}`.execute(reader);
  return rows;
};
