import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { Digest } from '../contract.ts';

export interface Between {
  readonly from: Instant;
  /** Not included. */
  readonly to: Instant;
}

const themesShown = 5;
const overdueShown = 10;

/** How much was heard, by whom, of which kind. */
export const heardBetween = async (reader: Reader, { from, to }: Between): Promise<Pick<Digest['heard'], 'voices' | 'customers' | 'byKind'>> => {
  const { rows } = await sql<{ kind: Digest['heard']['byKind'][number]['kind'] | null; voices: number; customers: number }>`
    select kind, count(*)::int as voices, count(distinct coalesce(customer_id::text, lower(said_by)))::int as customers from insights
    where withdrawn_at is null and said_at >= ${from} and said_at < ${to} group by grouping sets ((kind), ()) order by voices desc`.execute(reader);
  const all = rows.find(({ kind }) => kind === null);
  return { voices: all?.voices ?? 0, customers: all?.customers ?? 0, byKind: rows.flatMap(({ kind, voices }) => (kind === null ? [] : [{ kind, voices }])) };
};

export interface HeardTheme extends Omit<Digest['heard']['themes'][number], 'quote' | 'decideBy'> {
  readonly decideBy: Instant | null;
  readonly words: string | null;
  readonly saidBy: string | null;
  readonly since: string | null;
}

/** Themes of which most was said in the week, with the latest words that somebody said of it. */
export const themesHeard = async (reader: Reader, { from, to }: Between): Promise<HeardTheme[]> => {
  const { rows } = await sql<HeardTheme>`
    select t.id, t.title, w.voices, a.customers, v.cents as "valueCents", b.boiled, m.name as decider, t.decide_by as "decideBy",
      case when t.decide_by is not null or d.kind is null then 'undecided' when d.kind = 'leave' then 'left' when d.shipped_at is not null then 'shipped' else 'taken' end as state,
      q.words, q.said_by as "saidBy", q.customer_since as since
    from (select theme_id, count(*)::int as voices from insights where withdrawn_at is null and theme_id is not null and said_at >= ${from} and said_at < ${to} group by theme_id order by 2 desc, 1 limit ${themesShown}) w
    join themes t on t.id = w.theme_id join members m on m.id = t.decider_id
    left join lateral (select kind, shipped_at from decisions where theme_id = t.id order by decided_at desc limit 1) d on true
    left join lateral (select count(distinct coalesce(customer_id::text, lower(said_by)))::int as customers from insights i where i.theme_id = t.id and i.withdrawn_at is null and i.said_at < ${to}) a on true
    left join lateral (select coalesce(sum(cents), 0)::bigint as cents from (select distinct coalesce(cu.company_id, cu.id), coalesce(co.yearly_value_cents, cu.yearly_value_cents, 0) as cents
      from insights i join customers cu on cu.id = i.customer_id left join companies co on co.id = cu.company_id where i.theme_id = t.id and i.withdrawn_at is null and i.said_at < ${to}) each_once) v on true
    left join lateral (select count(distinct c.customer_id)::int as boiled from events e join cases c on c.id = e.case_id where e.kind = 'heat.boiled' and e.at >= ${from} and e.at < ${to}
      and c.customer_id in (select customer_id from insights i where i.theme_id = t.id and i.withdrawn_at is null)) b on true
    left join lateral (select i.words, i.said_by, cu.customer_since from insights i left join customers cu on cu.id = i.customer_id
      where i.theme_id = t.id and i.withdrawn_at is null and i.said_at >= ${from} and i.said_at < ${to} order by length(i.words) between 30 and 160 desc, i.said_at desc limit 1) q on true
    order by w.voices desc, t.number`.execute(reader);
  return rows;
};

export interface Undecided extends Omit<Digest['undecided']['items'][number], 'decideBy' | 'daysLate'> {
  readonly decideBy: Instant;
}

/** Themes whose day had passed by then and that nobody had decided: as they stand now, for the week that runs; else as they stood. */
export const overdueAt = async (reader: Reader, at: Instant): Promise<{ count: number; overdue: number; items: Undecided[] }> => {
  const { rows } = await sql<Undecided & { all: number; late: number }>`
    with waiting as (select t.* from themes t where t.decide_by is not null and t.merged_into_id is null and not t.is_proposed and t.opened_at < ${at})
    select t.id, t.title, dep.name as department, m.name as decider, t.decide_by as "decideBy", t.climbed_to as "climbedTo", s.customers, b.boiled,
      (select count(*)::int from waiting) as all, (select count(*)::int from waiting where decide_by < ${at}) as late
    from waiting t join topics p on p.id = t.topic_id join departments dep on dep.id = p.department_id join members m on m.id = t.decider_id
    left join lateral (select count(distinct coalesce(customer_id::text, lower(said_by)))::int as customers from insights i where i.theme_id = t.id and i.withdrawn_at is null) s on true
    left join lateral (select count(distinct c.customer_id)::int as boiled from cases c join events e on e.case_id = c.id and e.kind = 'heat.boiled' and e.at > ${at}::timestamptz - interval '90 days'
      where c.customer_id in (select customer_id from insights i where i.theme_id = t.id and i.withdrawn_at is null)) b on true
    order by t.decide_by limit ${overdueShown}`.execute(reader);
  const [first] = rows;
  return { count: first?.all ?? 0, overdue: first?.late ?? 0, items: rows.filter(({ decideBy }) => decideBy < at).map(({ all: _all, late: _late, ...item }) => item) };
};

const told = sql`(select count(*)::int from loop_letters l where l.decision_id = d.id and l.outcome = 'told'`;

export const decidedBetween = async (reader: Reader, { from, to }: Between): Promise<Digest['decided']> => {
  const { rows } = await sql<Digest['decided'][number]>`
    select d.id, t.id as "themeId", t.title, d.kind, d.reason, d.words, m.name as by, d.customers, d.value_cents as "valueCents", d.ships_by as "shipsBy", ${told} and l.occasion = 'decided') as told
    from decisions d join themes t on t.id = d.theme_id join members m on m.id = d.decided_by where d.decided_at >= ${from} and d.decided_at < ${to} order by d.customers desc, d.decided_at`.execute(reader);
  return rows;
};

export const shippedBetween = async (reader: Reader, { from, to }: Between): Promise<Digest['shipped']> => {
  const { rows } = await sql<Digest['shipped'][number]>`
    select t.id as "themeId", t.title, d.customers, ${told} and l.occasion = 'shipped') as told
    from decisions d join themes t on t.id = d.theme_id where d.shipped_at >= ${from} and d.shipped_at < ${to} order by d.shipped_at`.execute(reader);
  return rows;
};

export const looseVoices = (reader: Reader, at: Instant): Promise<Digest['heard']['loose']> =>
  reader.selectFrom('insights').where('theme_id', 'is', null).where('withdrawn_at', 'is', null)
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.countAll<number>().filterWhere('place_by', '<', at).as('overdue')]).executeTakeFirstOrThrow();
