import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';

export interface AnsweredLetter {
  readonly id: string;
  readonly themeId: string;
  readonly toldAt: Instant;
}

/**
 * The letter that a message answers: the one that the mail names; else, on its case, the last thing that we said before it, where that
 * was a letter. A reply of ours about the case in between is what the customer answers then.
 */
export const letterAnswered = async (reader: Reader, { messageId, caseId, named }: { messageId: string; caseId: string; named: string | undefined }): Promise<AnsweredLetter | undefined> => {
  const which = named === undefined
    ? sql`l.message_id = (select o.id from messages o, messages n where n.id = ${messageId} and o.case_id = ${caseId} and o.direction = 'out' and o.at <= n.at order by o.at desc, o.id desc limit 1)`
    : sql`l.message_id = ${named}`;
  const { rows } = await sql<AnsweredLetter>`select l.id, l.theme_id as "themeId", l.settled_at as "toldAt" from loop_letters l where ${which} and l.outcome = 'told'`.execute(reader);
  return rows[0];
};

export const messageSaid = (reader: Reader, id: string) => reader.selectFrom('messages').where('id', '=', id).select('text').executeTakeFirstOrThrow();

/** False where it was noted before. */
export const insertAnswer = async (tx: Tx, { messageId, letterId, isThanks, at }: { messageId: string; letterId: string; isThanks: boolean; at: Instant }): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('loop_answers').values({ message_id: messageId, letter_id: letterId, is_thanks: isThanks, at }).onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
};

export interface Answer {
  readonly messageId: string;
  readonly caseId: string;
  readonly caseNumber: number;
  readonly saidBy: string;
  readonly customerSince: string | null;
  readonly words: string;
  readonly at: Instant;
  readonly isThanks: boolean;
  readonly isHeard: boolean;
}

const most = 100;

/** What was answered to letters of these themes, the latest first. */
export const answersOf = async (reader: Reader, themeIds: readonly string[]): Promise<{ thanks: number; words: number; items: Answer[] }> => {
  const of = sql`from loop_answers a join loop_letters l on l.id = a.letter_id where l.theme_id = any(${[...themeIds]}::uuid[])`;
  const { rows: [counts] } = await sql<{ thanks: number; words: number }>`select count(*) filter (where a.is_thanks)::int as thanks, count(*) filter (where not a.is_thanks)::int as words ${of}`.execute(reader);
  const { rows: items } = await sql<Answer>`
    select a.message_id as "messageId", c.id as "caseId", c.number as "caseNumber", coalesce(cu.name, m.author_name) as "saidBy", cu.customer_since as "customerSince", left(m.text, 1000) as words, a.at,
      a.is_thanks as "isThanks", exists (select from insights i where i.message_id = m.id and i.withdrawn_at is null) as "isHeard"
    from (select a.* ${of} order by a.at desc, a.message_id desc limit ${most}) a join messages m on m.id = a.message_id join cases c on c.id = m.case_id left join customers cu on cu.id = m.author_customer_id
    order by a.at desc, a.message_id desc`.execute(reader);
  return { thanks: counts?.thanks ?? 0, words: counts?.words ?? 0, items };
};
