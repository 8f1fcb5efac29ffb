import { sql } from 'kysely';
import type { Db } from '#base/db/db.ts';

export interface StoredMail {
  readonly messageId: string;
  readonly sha256: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly reason: string | null;
  /** How many messages were made of it. */
  readonly messages: number;
  readonly caseId: string | null;
  readonly files: number;
  /** Opened or joined: how often the history tells of it. */
  readonly told: number;
}

/** Every stored mail with what became of it, by its own Message-ID. */
export const storedMails = async (db: Db): Promise<StoredMail[]> => {
  const { rows } = await sql<StoredMail>`
    select r.message_id_header as "messageId", r.sha256, r.state, r.outcome, r.reason, count(distinct m.id)::int as messages,
           min(m.case_id::text) as "caseId", count(distinct a.id)::int as files, count(distinct e.id)::int as told
      from raw_mails r
      left join messages m on m.raw_mail_id = r.id
      left join attachments a on a.message_id = m.id
      left join events e on e.case_id = m.case_id and e.kind in ('case.opened', 'case.contact_received') and e.data ->> 'messageId' = m.id::text
     group by r.id`.execute(db);
  return rows;
};

export interface Totals {
  readonly cases: number;
  readonly messages: number;
  readonly customers: number;
  readonly identities: number;
  readonly mailIds: number;
  readonly waiting: number;
}

export const totals = async (db: Db): Promise<Totals> => {
  const { rows } = await sql<Totals>`
    select (select count(*) from cases)::int as cases, (select count(*) from messages)::int as messages,
           (select count(*) from customers)::int as customers, (select count(*) from identities)::int as identities,
           (select count(*) from mail_ids where direction = 'in')::int as "mailIds",
           (select count(*) from raw_mails where state = 'waiting')::int as waiting`.execute(db);
  return rows[0]!;
};

export interface SentRecipient {
  readonly address: string;
  readonly purpose: string;
  readonly state: string;
  readonly told: number;
}

/** Every recipient of the outbox, and how often the history tells of its end. */
export const recipients = async (db: Db): Promise<SentRecipient[]> => {
  const { rows } = await sql<SentRecipient>`
    select r.address, o.purpose, r.state, count(e.id)::int as told
      from outbox_recipients r join outbox o on o.id = r.outbox_id
      left join events e on e.kind in ('email.sent', 'email.delivery_failed') and e.data ->> 'outboxId' = r.outbox_id::text and e.data ->> 'address' = r.address
     group by r.id, o.purpose`.execute(db);
  return rows;
};

/** How often each of them was taken since, where that was at all. */
export const since = (before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...now].map(([address, times]): [string, number] => [address, times - (before.get(address) ?? 0)]).filter(([, times]) => times > 0));
