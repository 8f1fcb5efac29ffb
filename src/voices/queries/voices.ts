import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { Channel } from '#channels/contract.ts';
import type { InsightKind, InsightSource } from '../contract.ts';

/** A voice with all that screens show of it. The case is the one on which its message stands now, merges and splits followed. */
export interface HeardVoice {
  readonly id: string;
  readonly number: number;
  readonly kind: InsightKind;
  readonly words: string;
  readonly source: InsightSource;
  readonly saidBy: string;
  readonly saidAt: Instant;
  readonly language: 'it' | 'en' | null;
  readonly heardAt: Instant;
  readonly remark: string | null;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly customerSince: string | null;
  readonly valueCents: number | null;
  readonly caseId: string | null;
  readonly caseNumber: number | null;
  readonly messageId: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly channel: Channel | null;
  readonly heardById: string | null;
  readonly heardByName: string | null;
  readonly themeId: string | null;
  readonly themeNumber: number | null;
  readonly themeTitle: string | null;
  readonly topicId: string;
  readonly placeBy: Instant;
  /** In no theme, or in one that is only proposed. */
  readonly waits: boolean;
}

const columns = sql`
  i.id, i.number, i.kind, i.words, i.source, i.said_by as "saidBy", i.said_at as "saidAt", i.language, i.heard_at as "heardAt", i.remark,
  cu.id as "customerId", cu.name as "customerName", cu.customer_since as "customerSince", coalesce(co.yearly_value_cents, cu.yearly_value_cents) as "valueCents",
  c.id as "caseId", c.number as "caseNumber", i.message_id as "messageId", i.span_from as "from", i.span_to as "to", m.channel,
  h.id as "heardById", h.name as "heardByName", t.id as "themeId", t.number as "themeNumber", t.title as "themeTitle", i.topic_id as "topicId", i.place_by as "placeBy", i.theme_id is null or t.is_proposed as waits`;

const tables = sql`
  insights i left join messages m on m.id = i.message_id left join cases c on c.id = coalesce(m.case_id, i.case_id)
  left join customers cu on cu.id = i.customer_id left join companies co on co.id = cu.company_id
  left join members h on h.id = i.heard_by left join themes t on t.id = i.theme_id`;

export interface VoicesAsked {
  readonly themeId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly isLoose: boolean;
  readonly kind?: InsightKind | undefined;
  readonly after?: { readonly at: Instant; readonly id: string } | undefined;
  readonly limit: number;
}

/** The newest first; of those in no theme, what is to be put into one first. */
export const voices = async (reader: Reader, { themeId, customerId, isLoose, kind, after, limit }: VoicesAsked): Promise<HeardVoice[]> => {
  const conditions = [
    sql`i.withdrawn_at is null`,
    ...(themeId === undefined ? [] : [sql`i.theme_id = ${themeId}`]),
    ...(customerId === undefined ? [] : [sql`i.customer_id = ${customerId}`]),
    ...(isLoose ? [sql`i.theme_id is null`] : []),
    ...(kind === undefined ? [] : [sql`i.kind = ${kind}`]),
    ...(after === undefined ? [] : [isLoose ? sql`(i.place_by, i.id) > (${after.at}, ${after.id}::uuid)` : sql`(i.said_at, i.id) < (${after.at}, ${after.id}::uuid)`]),
  ];
  const order = isLoose ? sql`i.place_by, i.id` : sql`i.said_at desc, i.id desc`;
  const { rows } = await sql<HeardVoice>`select ${columns} from ${tables} where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit}`.execute(reader);
  return rows;
};

/** What was captured on a case, in the order in which it was said. */
export const voicesOnCase = async (reader: Reader, caseId: string): Promise<HeardVoice[]> => {
  const { rows } = await sql<HeardVoice>`
    select ${columns} from ${tables}
    where i.withdrawn_at is null and i.id in (
      select id from insights where case_id = ${caseId} and message_id is null
      union all select k.id from messages s join insights k on k.message_id = s.id where s.case_id = ${caseId})
    order by i.said_at, i.span_from nulls last, i.id`.execute(reader);
  return rows;
};
