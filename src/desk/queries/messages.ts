import type { Instant } from '#base/clock.ts';
import type { Asking } from '#base/db/at-once.ts';
import type { AttachmentView, DeliveryView, MessageView, NoteView } from '#cases/contract.ts';

export const messagesPerPage = 100;

/** Just before which message a page begins: its instant as the database writes it, and its id. */
export interface Before {
  readonly at: string;
  readonly id: string;
}

const attachmentsOf = (column: string, id: string): string => `(select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size,
  'contentId', a.content_id, 'isInline', a.is_inline) order by a.created_at, a.id), '[]') from attachments a where a.${column} = ${id}) as attachments`;

const messages = (isLatest: boolean): string => `
  select m.id, m.direction, m.channel, m.at, m.at::text as key, m.author_customer_id, m.author_member_id, m.author_name, m.author_address, m.is_third_party, m.subject, m.text,
    m.folded, m.html is not null as has_html, m.act, m.is_automatic, m.sent_by_itself, m.is_chase, m.raw_mail_id is not null as has_source, member.name as member_name,
    ${attachmentsOf('message_id', 'm.id')},
    case when m.channel in ('review', 'social') then (select json_build_object('site', pp.site, 'url', pp.url, 'stars', pp.stars, 'isChange', pp.version_of is not null, 'deletedAt', to_char(pp.deleted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from public_posts pp where pp.message_id = m.id) end as found_at,
    case when m.direction = 'out' then (select coalesce(json_agg(json_build_object('address', r.address, 'kind', r.kind, 'state', r.state, 'response', r.last_response)
      order by r.kind desc, r.address), '[]') from outbox o join outbox_recipients r on r.outbox_id = o.id where o.message_id = m.id) else '[]' end as deliveries
  from (select * from messages where case_id = $1 ${isLatest ? '' : 'and (at, id) < ($2::timestamptz, $3::uuid)'} order by at desc, id desc limit ${messagesPerPage + 1}) m
    left join members member on member.id = m.author_member_id
  order by m.at, m.id`;

interface MessageRow {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly channel: MessageView['channel'];
  readonly at: Instant;
  readonly key: string;
  readonly author_customer_id: string | null;
  readonly author_member_id: string | null;
  readonly author_name: string;
  readonly author_address: string | null;
  readonly is_third_party: boolean;
  readonly subject: string | null;
  readonly text: string;
  readonly folded: string;
  readonly has_html: boolean;
  readonly act: MessageView['act'];
  readonly is_automatic: boolean;
  readonly sent_by_itself: boolean;
  readonly is_chase: boolean;
  readonly has_source: boolean;
  readonly member_name: string | null;
  readonly found_at: MessageView['foundAt'];
  readonly attachments: AttachmentView[];
  readonly deliveries: DeliveryView[];
}

const authorOf = (row: MessageRow): MessageView['author'] => {
  const said = { name: row.author_name, address: row.author_address };
  if (row.direction === 'in') return { kind: row.is_third_party ? 'third_party' : 'customer', id: row.author_customer_id, ...said };
  return { kind: row.author_member_id === null ? 'system' : 'member', id: row.author_member_id, ...said };
};

const viewOf = (row: MessageRow): MessageView => ({
  id: row.id,
  direction: row.direction,
  channel: row.channel,
  at: row.at.toISOString(),
  author: authorOf(row),
  // What a customer said is written down by a member where it did not come in writing.
  loggedBy: row.direction === 'in' ? row.member_name : null,
  foundAt: row.found_at,
  subject: row.subject,
  text: row.text,
  folded: row.folded,
  hasHtml: row.has_html,
  act: row.act,
  isAutomatic: row.is_automatic,
  isByItself: row.sent_by_itself,
  isChase: row.is_chase,
  hasSource: row.has_source,
  attachments: row.attachments,
  deliveries: row.deliveries,
});

export interface MessagePage {
  readonly messages: MessageView[];
  /** Before which message the next page begins; null where there is none. */
  readonly earlier: Before | null;
}

/** The latest hundred messages of a case, or the hundred before those that are known; the oldest of them first. */
export const messagesOf = async (client: Asking, caseId: string, before: Before | null): Promise<MessagePage> => {
  const { rows } = await client.query<MessageRow>({
    name: before === null ? 'desk_messages' : 'desk_earlier_messages',
    text: messages(before === null),
    values: before === null ? [caseId] : [caseId, before.at, before.id],
  });
  const kept = rows.length > messagesPerPage ? rows.slice(1) : rows;
  const first = kept[0];
  return { messages: kept.map(viewOf), earlier: rows.length > kept.length && first !== undefined ? { at: first.key, id: first.id } : null };
};

const mostNotes = 300;

const notes = `
  select n.id, n.author_id, author.name as author_name, n.text, n.mentions, n.at, ${attachmentsOf('note_id', 'n.id')}
  from notes n join members author on author.id = n.author_id
  where n.case_id = $1 and n.at >= $2::timestamptz and n.at < $3::timestamptz order by n.at desc, n.id desc limit ${mostNotes}`;

interface NoteRow {
  readonly id: string;
  readonly author_id: string;
  readonly author_name: string;
  readonly text: string;
  readonly mentions: string[];
  readonly at: Instant;
  readonly attachments: AttachmentView[];
}

/** The notes written between two messages, the oldest first. A page without an end or a beginning has `null` there. */
export const notesOf = async (client: Asking, caseId: string, from: Before | null, until: Before | null): Promise<NoteView[]> => {
  const { rows } = await client.query<NoteRow>({ name: 'desk_notes', text: notes, values: [caseId, from?.at ?? '-infinity', until?.at ?? 'infinity'] });
  return rows.toReversed().map((row) => ({
    id: row.id,
    author: { id: row.author_id, name: row.author_name },
    text: row.text,
    mentions: row.mentions,
    at: row.at.toISOString(),
    attachments: row.attachments,
  }));
};
