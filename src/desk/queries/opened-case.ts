import type { Instant } from '#base/clock.ts';
import type { Asking } from '#base/db/at-once.ts';
import type { OpenedCase } from '../contract.ts';

const other = (alias: string): string => `json_build_object('id', ${alias}.id, 'number', ${alias}.number, 'subject', ${alias}.subject)`;
const list = (rows: string): string => `(select coalesce(json_agg(row.it), '[]') from (${rows}) row)`;

// Its own, and what was asked or promised on the cases that were merged into it, and into those.
const family = `cross join lateral (select array(with recursive merged(id) as (select c.id union select mc.id from cases mc join merged m on mc.merged_into_id = m.id)
  select id from merged) as ids) family`;

// Everything small about a case in one statement.
const statement = `select c.*, cu.name as customer_name, o.name as owner_name, d.name as department_name,
  case when into_case.id is not null then ${other('into_case')} end as merged_into,
  coalesce((select max(e.id) from events e where e.case_id = c.id), 0) as seen_event_id,
  ${list(`select ${other('oc')} as it from cases oc where oc.customer_id = c.customer_id and oc.id <> c.id and oc.status not in ('resolved', 'closed') order by oc.last_activity_at desc limit 10`)} as other_open,
  (select json_build_object('id', ho.id, 'caseId', ho.case_id, 'from', json_build_object('id', f.id, 'name', f.name), 'to', json_build_object('id', t.id, 'name', t.name),
    'reason', ho.reason, 'summary', ho.summary, 'offeredAt', ho.offered_at) from handovers ho join members f on f.id = ho.from_id join members t on t.id = ho.to_id
    where ho.case_id = c.id and ho.accepted_at is null and ho.declined_at is null and ho.withdrawn_at is null) as handover,
  (select json_build_object('id', p.id, 'author', json_build_object('id', pm.id, 'name', pm.name), 'text', p.reply ->> 'text', 'sendAt', p.send_at)
    from pending_replies p join members pm on pm.id = p.member_id
    where p.case_id = c.id and p.sent_at is null and p.taken_back_at is null and p.stopped_at is null order by p.send_at limit 1) as pending,
  ${list(`select json_build_object('id', pr.id, 'reason', pr.reason, 'requestId', pr.request_id, 'text', pr.text, 'createdAt', pr.created_at) as it
    from prepared_replies pr where pr.case_id = c.id and pr.used_at is null and pr.discarded_at is null order by pr.created_at`)} as prepared,
  ${list(`select json_build_object('kind', dr.kind, 'text', dr.text, 'seenEventId', dr.seen_event_id, 'updatedAt', dr.updated_at) as it
    from drafts dr where dr.case_id = c.id and dr.member_id = $2 and dr.text <> '' order by dr.kind`)} as drafts,
  ${list(`select json_build_object('id', js.id, 'reasons', js.reasons, 'other', ${other('jc')}) as it
    from join_suggestions js join cases jc on jc.id = js.other_id where js.case_id = c.id and js.accepted_at is null and js.dismissed_at is null
    and jc.merged_into_id is null and c.merged_into_id is null order by js.created_at limit 5`)} as suggestions,
  ${list(`select json_build_object('kind', u.kind, 'id', u.id, 'at', u.at, 'by', u.by ->> 'name', 'other', ${other('uc')}) as it from (
      select 'merge' as kind, mg.id, mg.merged_at as at, mg.merged_by as by, mg.case_id as other_id from merges mg where mg.into_id = c.id and mg.undone_at is null
      union all select 'split', sp.id, sp.split_at, sp.split_by, sp.into_id from splits sp where sp.case_id = c.id and sp.undone_at is null) u
    join cases uc on uc.id = u.other_id order by u.at desc limit 20`)} as undoable,
  (o.left_at is not null or exists (select 1 from absences a where a.member_id = c.owner_id and a.withdrawn_at is null and a.starts_at <= $3 and a.ends_at > $3)) as owner_is_away,
  ${list(`select json_build_object('department', rd.name, 'isSupplier', rd.kind = 'supplier', 'dueAt', r.due_at, 'isPaused', r.questioned_at is not null) as it
    from requests r join departments rd on rd.id = r.department_id
    where r.case_id = any(family.ids) and r.answered_at is null and r.refused_at is null and r.withdrawn_at is null`)} as open_requests,
  exists (select from self_updates su where su.case_id = c.id and su.off_at is null) as tells_by_itself,
  link.openings, link.last_opened_at,
  case when link.last_opened_at is null then 0 else (select count(*)::int from events pe, company co where pe.case_id = c.id and pe.kind = 'case.page_opened'
    and pe.at >= date_trunc('day', $3::timestamptz at time zone co.time_zone) at time zone co.time_zone) end as opened_today
  from cases c ${family} join customers cu on cu.id = c.customer_id join departments d on d.id = c.department_id
    left join members o on o.id = c.owner_id left join cases into_case on into_case.id = c.merged_into_id
    left join lateral (select coalesce(sum(cl.openings), 0)::int as openings, max(cl.last_opened_at) as last_opened_at from case_links cl where cl.case_id = c.id) link on true
  where c.id = $1`;

type Case = OpenedCase['case'];

export interface CaseRow {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly customer_id: string;
  readonly customer_name: string;
  readonly department_id: string;
  readonly department_name: string;
  readonly channel: Case['channel'];
  readonly status: Case['status'];
  readonly level: number;
  readonly language: Case['language'];
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly claim_due_at: Instant | null;
  readonly next_update_due_at: Instant | null;
  readonly opened_at: Instant;
  readonly taken_at: Instant | null;
  readonly resolved_at: Instant | null;
  readonly closed_at: Instant | null;
  readonly waiting_since: Instant | null;
  readonly chases: number;
  readonly last_inbound_at: Instant | null;
  readonly last_outbound_at: Instant | null;
  readonly last_activity_at: Instant;
  readonly merged_into_id: string | null;
  readonly merged_into: Case['mergedInto'];
  readonly seen_event_id: number;
  readonly other_open: OpenedCase['otherOpenCases'];
  readonly handover: OpenedCase['handover'];
  readonly pending: OpenedCase['pendingReply'];
  readonly prepared: OpenedCase['preparedReplies'];
  readonly drafts: OpenedCase['drafts'];
  readonly suggestions: OpenedCase['suggestions'];
  readonly undoable: OpenedCase['undoable'];
  readonly owner_is_away: boolean | null;
  readonly open_requests: { readonly department: string; readonly isSupplier: boolean; readonly dueAt: string; readonly isPaused: boolean }[];
  readonly tells_by_itself: boolean;
  readonly openings: number;
  readonly last_opened_at: Instant | null;
  /** How often the customer's page was opened since midnight in the company's time zone. */
  readonly opened_today: number;
}

/** The case with all that is small about it, or undefined. `memberId`: whose drafts. */
export const caseRow = async (client: Asking, caseId: string, memberId: string, now: Instant): Promise<CaseRow | undefined> => {
  const { rows } = await client.query<CaseRow>({ name: 'desk_case', text: statement, values: [caseId, memberId, now] });
  return rows[0];
};
