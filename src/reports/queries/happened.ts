import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { BoiledCustomer } from '../rules.ts';
import type { Between } from './voices.ts';

/** Everybody who boiled over in the week, each once, with the first reason of the week and what might lie behind it. */
export const boiledBetween = async (reader: Reader, { from, to }: Between): Promise<BoiledCustomer[]> => {
  const { rows } = await sql<{ customerId: string; why: string; themes: { id: string; title: string }[]; departmentId: string | null; departmentName: string | null }>`
    select first.customer_id as "customerId", first.why, late.id as "departmentId", late.name as "departmentName",
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', t.id, 'title', t.title)) from insights i join themes t on t.id = i.theme_id
        where i.customer_id = first.customer_id and i.withdrawn_at is null and i.said_at < ${to} and i.kind <> 'praise'), '[]') as themes
    from (select distinct on (c.customer_id) c.customer_id, e.case_id, e.at, e.data ->> 'why' as why from events e join cases c on c.id = e.case_id
      where e.kind = 'heat.boiled' and e.at >= ${from} and e.at < ${to} order by c.customer_id, e.at) first
    left join lateral (select d.id, d.name from requests r join departments d on d.id = r.department_id
      where r.case_id = first.case_id and r.asked_at <= first.at and r.due_at <= first.at and coalesce(r.answered_at, r.refused_at, r.withdrawn_at, 'infinity') > first.at order by r.due_at limit 1) late on true
    order by first.customer_id`.execute(reader);
  return rows.map(({ customerId, why, themes, departmentId, departmentName }) => ({
    customerId, why, themes, lateDepartment: departmentId === null || departmentName === null ? null : { id: departmentId, name: departmentName },
  }));
};

export const boiledCustomers = async (reader: Reader, { from, to }: Between): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(distinct c.customer_id)::int as n from events e join cases c on c.id = e.case_id where e.kind = 'heat.boiled' and e.at >= ${from} and e.at < ${to}`.execute(reader);
  return rows[0]?.n ?? 0;
};

/** The events of the week that are counted, by kind. */
export const eventsBetween = async (reader: Reader, { from, to }: Between): Promise<{ opened: number; resolved: number; chased: number; missed: number }> => {
  const { rows } = await sql<{ opened: number; resolved: number; chased: number; missed: number }>`
    select count(*) filter (where kind = 'case.opened')::int as opened, count(distinct case_id) filter (where kind = 'case.resolved')::int as resolved,
      count(*) filter (where kind = 'case.contact_received' and (data ->> 'isChase')::boolean)::int as chased, count(*) filter (where kind = 'case.next_update_missed')::int as missed
    from events where at >= ${from} and at < ${to} and kind in ('case.opened', 'case.resolved', 'case.contact_received', 'case.next_update_missed')`.execute(reader);
  return rows[0] ?? { opened: 0, resolved: 0, chased: 0, missed: 0 };
};

/**
 * The longest that a customer heard nothing beyond what they had been told, of next updates missed in the week: from the instant that
 * was said to the word that came, or to `at` where none has yet. In whole hours; null where no update was missed.
 */
export const longestSilence = async (reader: Reader, { from, to }: Between, at: Instant): Promise<number | null> => {
  const { rows } = await sql<{ hours: number | null }>`
    select floor(max(extract(epoch from least(coalesce(next.at, ${at}), ${at}) - (e.data ->> 'dueAt')::timestamptz)) / 3600)::int as hours from events e
    left join lateral (select m.at from messages m where m.case_id = e.case_id and m.direction = 'out' and m.has_substance and m.at > (e.data ->> 'dueAt')::timestamptz order by m.at limit 1) next on true
    where e.kind = 'case.next_update_missed' and e.at >= ${from} and e.at < ${to}`.execute(reader);
  return rows[0]?.hours ?? null;
};

/** Cases that were open at an instant. Merged ones are not counted: their customer has another. */
export const openAt = async (reader: Reader, at: Instant): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from cases where merged_into_id is null and opened_at <= ${at} and (resolved_at is null or resolved_at > ${at})`.execute(reader);
  return rows[0]?.n ?? 0;
};

/** Ratings on the customers' pages: a share of four and five among answers. */
export const ratingsBetween = async (reader: Reader, { from, to }: Between): Promise<{ answers: number; good: number }> => {
  const { rows } = await sql<{ answers: number; good: number }>`select count(*)::int as answers, count(*) filter (where score >= 4)::int as good from ratings where at >= ${from} and at < ${to}`.execute(reader);
  return rows[0] ?? { answers: 0, good: 0 };
};
