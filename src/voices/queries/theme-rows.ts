import { sql, type RawBuilder } from 'kysely';
import { day, plus, type Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { ThemeList, ThemeState } from '../contract.ts';

/** A theme with its figures. Money in cents; weeks are counted back from now, the oldest first. */
export interface CountedTheme {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: ThemeState;
  readonly topicId: string;
  readonly topicIt: string;
  readonly topicEn: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly product: string | null;
  readonly deciderId: string;
  readonly deciderName: string;
  /** Their own department, which need not be the topic's. */
  readonly deciderDepartment: string;
  readonly decideBy: Instant | null;
  readonly climbedTo: number;
  readonly openedAt: Instant;
  readonly openedById: string | null;
  readonly openedByName: string | null;
  readonly mergedIntoId: string | null;
  readonly publishedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly voices: number;
  readonly customers: number;
  readonly valueCents: number;
  readonly boiled: number;
  readonly leaving: number;
  readonly weeks: readonly number[];
  readonly lastSaidAt: Instant | null;
  readonly toTell: number;
}

const weeksShown = 8;
const boiledWithin = 90 * day;

/** What was said, by whom, and how it grows. Whoever is known by no card is told apart by the name that was given. */
const said = (now: Instant): RawBuilder<unknown> => sql`
  left join lateral (
    select count(*)::int as voices, count(distinct coalesce(i.customer_id::text, lower(i.said_by)))::int as customers, max(i.said_at) as last_said_at,
      count(distinct coalesce(i.customer_id::text, lower(i.said_by))) filter (where i.kind = 'leaving_risk')::int as leaving,
      array(select count(k.id)::int from generate_series(${weeksShown - 1}::int, 0, -1) as week left join insights k on k.theme_id = t.id and k.withdrawn_at is null
        and k.said_at > ${now}::timestamptz - (week + 1) * interval '7 days' and k.said_at <= ${now}::timestamptz - week * interval '7 days' group by week order by week desc) as weeks
    from insights i where i.theme_id = t.id and i.withdrawn_at is null
  ) s on true`;

/** Each customer once; of a company its own value, also where three of its people asked. */
const worth = sql`
  left join lateral (
    select coalesce(sum(cents), 0)::bigint as value_cents from (
      select distinct coalesce(cu.company_id, cu.id), coalesce(co.yearly_value_cents, cu.yearly_value_cents, 0) as cents
      from insights i join customers cu on cu.id = i.customer_id left join companies co on co.id = cu.company_id where i.theme_id = t.id and i.withdrawn_at is null) each_once
  ) w on true`;

const boiledOver = (now: Instant): RawBuilder<unknown> => sql`
  left join lateral (
    select count(distinct c.customer_id)::int as boiled from cases c join events e on e.case_id = c.id and e.kind = 'heat.boiled' and e.at > ${plus(now, -boiledWithin)}
    where c.customer_id in (select i.customer_id from insights i where i.theme_id = t.id and i.withdrawn_at is null)
  ) b on true`;

const latest = sql`left join lateral (select d.kind, d.shipped_at, d.decided_at from decisions d where d.theme_id = t.id order by d.decided_at desc, d.id desc limit 1) d on true`;

const toTell = sql`(select count(*)::int from loop_letters l where l.theme_id = t.id and l.outcome is null)`;

const state = sql`case when t.merged_into_id is not null then 'merged' when t.is_proposed then 'proposed' when t.decide_by is not null or d.kind is null then 'undecided'
  when d.kind = 'leave' then 'left' when d.shipped_at is not null then 'shipped' else 'taken' end`;

const rows = (now: Instant, which: { readonly where: RawBuilder<unknown>; readonly order: RawBuilder<unknown>; readonly limit: number }): RawBuilder<CountedTheme> => sql<CountedTheme>`
  select t.id, t.number, t.title, ${state} as state, p.id as "topicId", p.name_it as "topicIt", p.name_en as "topicEn", dep.id as "departmentId", dep.name as "departmentName",
    t.product, m.id as "deciderId", m.name as "deciderName", own.name as "deciderDepartment", t.decide_by as "decideBy", t.climbed_to as "climbedTo", t.opened_at as "openedAt",
    o.id as "openedById", o.name as "openedByName", t.merged_into_id as "mergedIntoId", t.published_at as "publishedAt", d.decided_at as "decidedAt",
    s.voices, s.customers, w.value_cents as "valueCents", b.boiled, s.leaving, s.weeks, s.last_said_at as "lastSaidAt", ${toTell} as "toTell"
  from (select t.* from themes t ${latest} where ${which.where} order by ${which.order} limit ${which.limit}) t
  join topics p on p.id = t.topic_id join departments dep on dep.id = p.department_id join members m on m.id = t.decider_id join departments own on own.id = m.department_id left join members o on o.id = t.opened_by
  ${latest} ${said(now)} ${worth} ${boiledOver(now)} order by ${which.order}`;

const isUndecided = sql`t.merged_into_id is null and not t.is_proposed and t.decide_by is not null`;
const isDecided = sql`t.merged_into_id is null and not t.is_proposed and t.decide_by is null`;

const listed: Readonly<Record<ThemeList, { readonly where: RawBuilder<unknown>; readonly order: RawBuilder<unknown> }>> = {
  undecided: { where: isUndecided, order: sql`t.decide_by, t.id` },
  taken: { where: sql`${isDecided} and d.kind = 'take' and d.shipped_at is null`, order: sql`d.decided_at desc, t.id` },
  shipped: { where: sql`${isDecided} and d.kind = 'take' and d.shipped_at is not null`, order: sql`d.shipped_at desc, t.id` },
  left: { where: sql`${isDecided} and d.kind = 'leave'`, order: sql`d.decided_at desc, t.id` },
  proposed: { where: sql`t.merged_into_id is null and t.is_proposed and t.dissolved_at is null`, order: sql`t.opened_at desc, t.id` },
  to_tell: { where: sql`t.merged_into_id is null and exists (select from loop_letters l where l.theme_id = t.id and l.outcome is null)`, order: sql`d.decided_at desc nulls last, t.id` },
};

interface ThemesAsked {
  readonly list: ThemeList;
  readonly topicId?: string | undefined;
  readonly like?: string | undefined;
  /** How many were shown before: themes are hundreds, and a place among them is what a reader goes on from. */
  readonly from: number;
  readonly limit: number;
}

export const countedThemes = async (reader: Reader, { list, topicId, like, from, limit }: ThemesAsked, now: Instant): Promise<CountedTheme[]> => {
  const words = like === undefined ? undefined : `%${like.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  const where = sql`${listed[list].where} ${topicId === undefined ? sql`` : sql`and t.topic_id = ${topicId}`} ${words === undefined ? sql`` : sql`and (t.title ilike ${words} or t.product ilike ${words})`}`;
  const found = await rows(now, { where, order: listed[list].order, limit: from + limit }).execute(reader);
  return found.rows.slice(from);
};

export const countedTheme = async (reader: Reader, id: string, now: Instant): Promise<CountedTheme | undefined> =>
  (await rows(now, { where: sql`t.id = ${id}`, order: sql`t.id`, limit: 1 }).execute(reader)).rows[0];

/** What each kind of voice says how often. */
export const kindsOf = async (reader: Reader, themeId: string) =>
  reader.selectFrom('insights').where('theme_id', '=', themeId).where('withdrawn_at', 'is', null).groupBy('kind').orderBy((eb) => eb.fn.countAll(), 'desc').select(['kind', (eb) => eb.fn.countAll<number>().as('voices')]).execute();

export interface ThemeCounts {
  readonly undecided: number;
  readonly overdue: number;
  readonly mine: number;
  readonly mineOverdue: number;
  readonly taken: number;
  readonly left: number;
  readonly shipped: number;
  readonly toTell: number;
  readonly proposed: number;
  readonly loose: number;
  readonly looseOverdue: number;
  readonly oldestDueAt: Instant | null;
}

export const themeCounts = async (reader: Reader, { memberId, now }: { memberId: string; now: Instant }): Promise<ThemeCounts> => {
  const { rows: found } = await sql<ThemeCounts>`
    select count(*) filter (where ${isUndecided})::int as undecided, count(*) filter (where ${isUndecided} and t.decide_by < ${now})::int as overdue,
      count(*) filter (where ${isUndecided} and t.decider_id = ${memberId})::int as mine, count(*) filter (where ${isUndecided} and t.decider_id = ${memberId} and t.decide_by < ${now})::int as "mineOverdue",
      count(*) filter (where ${isDecided} and d.kind = 'take' and d.shipped_at is null)::int as taken, count(*) filter (where ${isDecided} and d.shipped_at is not null)::int as shipped,
      count(*) filter (where ${isDecided} and d.kind = 'leave')::int as left, count(*) filter (where t.merged_into_id is null and t.is_proposed and t.dissolved_at is null)::int as proposed,
      count(*) filter (where t.merged_into_id is null and exists (select from loop_letters l where l.theme_id = t.id and l.outcome is null))::int as "toTell",
      l.*,
      min(t.decide_by) filter (where ${isUndecided} and t.decide_by < ${now}) as "oldestDueAt"
    from (select count(*)::int as loose, count(*) filter (where i.place_by < ${now})::int as "looseOverdue" from insights i where i.theme_id is null and i.withdrawn_at is null) l
    left join (themes t ${latest}) on true group by l.loose, l."looseOverdue"`.execute(reader);
  const [counts] = found;
  if (counts === undefined) throw new Error('A count has always one row.');
  return counts;
};
