import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { Channel } from '#channels/contract.ts';

export interface SaidFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

export interface SaidMessage {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly channel: Channel;
  readonly at: Instant;
  readonly authorName: string;
  /** Empty where the words are not the reader's to read: what a colleague wrote down of a call, for colleagues. */
  readonly text: string;
  readonly files: readonly SaidFile[];
}

interface Asked {
  readonly caseId: string;
  readonly readerId: string;
  /** When somebody who joined later began to take part; null for the case's own customer. */
  readonly since: Instant | null;
}

const longestPage = 200;

/**
 * The words of a case that its reader may read again, the latest two hundred in order: what they wrote themselves on any road, and
 * what we wrote to them: a mail that went to an address of theirs, or an answer of ours that stands in public. Nobody else's words, no
 * note, and of a call only that there was one.
 */
export const saidTo = async (reader: Reader, { caseId, readerId, since }: Asked): Promise<SaidMessage[]> => {
  const { rows } = await sql<SaidMessage>`
    select m.id, m.direction, m.channel, m.at, m.author_name as "authorName", case when m.channel = 'phone' then '' else m.text end as text,
      (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'size', a.size) order by a.created_at, a.id), '[]')
        from attachments a where a.message_id = m.id and not a.is_inline) as files
    from messages m
    where m.case_id = ${caseId} and m.at >= ${since ?? new Date(0)} and not m.is_automatic and (
      (m.direction = 'in' and m.author_customer_id = ${readerId} and not m.is_third_party)
      or (m.direction = 'out' and (m.channel in ('review', 'social') or exists (
        select from outbox o join outbox_recipients r on r.outbox_id = o.id join identities i on i.value = r.address
        where o.message_id = m.id and i.customer_id = ${readerId} and i.kind in ('email', 'pec')))))
    order by m.at desc, m.id desc limit ${longestPage}`.execute(reader);
  return rows.toReversed();
};

/** A file of what the reader may read; undefined where there is none of that id among it. */
export const fileFor = async (reader: Reader, asked: Asked, fileId: string) => {
  const said = await saidTo(reader, asked);
  if (!said.some(({ files }) => files.some(({ id }) => id === fileId))) return undefined;
  return reader.selectFrom('attachments').where('id', '=', fileId).select(['sha256', 'name', 'size']).executeTakeFirst();
};

/** How the reader wants to hear from us, as they last said. */
export const wishesOf = (reader: Reader, readerId: string) =>
  reader.selectFrom('customers').where('id', '=', readerId).select(['prefers', 'prefers_number as number']).executeTakeFirstOrThrow();
