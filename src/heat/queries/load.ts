import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { Channel } from '#channels/contract.ts';
import type { CaseMessage } from '../forecast/case-timeline.ts';

interface Inbound {
  readonly at: string;
  readonly channel: Channel;
  readonly isChase: boolean;
  readonly text: string;
  /** Where the place gives stars; null everywhere else. */
  readonly stars: number | null;
  /** It can no longer be read there. */
  readonly isGone: boolean;
}

/** Everything that the heat of a case is made of, as it stands in the tables. Instants inside JSON are text. */
export interface LoadedHeat {
  readonly departmentId: string;
  readonly status: string;
  readonly ownerId: string | null;
  readonly openedAt: Instant;
  readonly waitingSince: Instant | null;
  readonly claimDueAt: Instant | null;
  readonly nextUpdateDueAt: Instant | null;
  /** The customer's messages since they began to wait, the oldest first. */
  readonly inbound: readonly Inbound[];
  readonly lastSubstantialOutboundAt: Instant | null;
  readonly emptyReplies: number;
  readonly promises: readonly { readonly dueAt: string; readonly broken: boolean; readonly moves: readonly { readonly from: string; readonly to: string }[] }[];
  readonly requests: readonly { readonly id: string; readonly department: string; readonly dueAt: string; readonly isPaused: boolean }[];
  readonly handovers: number;
  readonly reopenings: number;
  readonly complaint: { readonly year: number; readonly number: number; readonly dueAt: string; readonly registeredAt: string } | null;
  readonly rating: { readonly score: number; readonly at: string } | null;
  /** The customer's words and our answers to them, ever, the oldest first: what the forecast reads. */
  readonly said: readonly CaseMessage[];
  /** The same customer's other cases: how many before, how many of them with a chase, and when they last spoke there. */
  readonly pastCases: number;
  readonly pastChased: number;
  readonly elsewhere: readonly string[];
  readonly yearlyValueCents: number | null;
  /** What was written last: degrees, boiled_at, reasons and act as text, to see whether anything changed. */
  readonly before: { readonly degrees: number; readonly boiledAt: string | null } | null;
}

// A customer who writes more than this while waiting is as hot with the last forty as with all of them.
const mostMessages = 40;
/** What makes a tone stands in the first lines; a pasted invoice does not have to be read. */
const longestRead = 2_000;
/** Beyond these the past of a customer says nothing new. */
const mostPast = 50;

/**
 * One question for everything, because every message that arrives asks it: seven round trips would cost more than the seven small
 * lookups do, each of which walks an index of the case.
 */
export const loadHeat = async (reader: Reader, caseId: string): Promise<LoadedHeat | undefined> => {
  const { rows } = await sql<LoadedHeat>`
    select c.department_id as "departmentId", c.status, c.owner_id as "ownerId", c.opened_at as "openedAt", c.waiting_since as "waitingSince",
      c.claim_due_at as "claimDueAt", c.next_update_due_at as "nextUpdateDueAt",
      coalesce((
        select json_agg(json_build_object('at', m.at, 'channel', m.channel, 'isChase', m.is_chase, 'text', m.text, 'stars', p.stars, 'isGone', p.deleted_at is not null) order by m.at, m.id)
        from (select id, at, channel, is_chase, left(text, ${longestRead}) as text from messages
              where case_id = c.id and direction = 'in' and not is_third_party and not is_automatic and at >= c.waiting_since order by at desc, id desc limit ${mostMessages}) m
        left join public_posts p on m.channel in ('review', 'social') and p.message_id = m.id
      ), '[]') as inbound,
      out.last as "lastSubstantialOutboundAt", coalesce(out.empty, 0)::int as "emptyReplies",
      coalesce((
        select json_agg(json_build_object('dueAt', p.due_at, 'broken', p.broken_at is not null, 'moves',
          coalesce((select json_agg(json_build_object('from', v.from_due_at, 'to', v.to_due_at) order by v.moved_at) from promise_moves v where v.promise_id = p.id), '[]')) order by p.due_at)
        from promises p where p.case_id = c.id and p.kept_at is null and p.released_at is null
      ), '[]') as promises,
      coalesce((
        select json_agg(json_build_object('id', r.id, 'department', d.name, 'dueAt', r.due_at, 'isPaused', r.questioned_at is not null) order by r.due_at)
        from requests r join departments d on d.id = r.department_id
        where r.case_id = c.id and r.answered_at is null and r.refused_at is null and r.withdrawn_at is null
      ), '[]') as requests,
      coalesce(past.handovers, 0)::int as handovers, coalesce(past.reopenings, 0)::int as reopenings,
      (select json_build_object('year', f.year, 'number', f.number, 'dueAt', f.due_at, 'registeredAt', f.registered_at) from complaints f
        where f.case_id = c.id and f.answered_at is null and f.annulled_at is null order by f.due_at limit 1) as complaint,
      (select json_build_object('score', g.score, 'at', g.at) from ratings g where g.case_id = c.id and g.score <= 2 and g.at >= c.waiting_since order by g.at desc limit 1) as rating,
      coalesce((
        select json_agg(json_build_object('at', m.at, 'direction', m.direction, 'memberId', m.author_member_id, 'text', m.text) order by m.at, m.id)
        from (select id, at, direction, author_member_id, left(text, ${longestRead}) as text from messages
              where case_id = c.id and not is_automatic and not is_third_party and (direction = 'in' or act <> 'updates') order by at desc, id desc limit ${mostMessages}) m
      ), '[]') as said,
      other.cases as "pastCases", other.chased as "pastChased", other.spoke as elsewhere, customers.yearly_value_cents::float8 as "yearlyValueCents",
      (select json_build_object('degrees', h.degrees, 'boiledAt', h.boiled_at) from case_heat h where h.case_id = c.id) as before
    from cases c join customers on customers.id = c.customer_id
    left join lateral (
      select (count(*) filter (where o.opened_at < c.opened_at))::int as cases, (count(*) filter (where o.opened_at < c.opened_at and o.chased))::int as chased,
        coalesce((select json_agg(s.at) from (select m.at from messages m where m.case_id = any (array_agg(o.id)) and m.direction = 'in' order by m.at desc limit ${mostPast}) s), '[]') as spoke
      from (select id, opened_at, exists (select from messages m where m.case_id = p.id and m.is_chase) as chased
            from cases p where p.customer_id = c.customer_id and p.id <> c.id order by p.opened_at desc limit ${mostPast}) o
    ) other on true
    left join lateral (
      select max(m.at) filter (where m.has_substance) as last, count(*) filter (where not m.has_substance and m.at >= c.waiting_since) as empty
      from messages m where m.case_id = c.id and m.direction = 'out' and not m.is_automatic and not m.is_beside
    ) out on true
    left join lateral (
      select count(*) filter (where e.kind = 'case.handover_accepted') as handovers, count(*) filter (where e.kind = 'case.reopened') as reopenings
      from events e where e.case_id = c.id and e.kind in ('case.handover_accepted', 'case.reopened')
    ) past on true
    where c.id = ${caseId}`.execute(reader);
  return rows[0];
};
