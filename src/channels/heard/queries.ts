import { sql } from 'kysely';
import type { Reader, Tx } from '#base/db/db.ts';

/** Whoever tells of the same post at once waits here, and then finds it noted. */
export const holdPost = async (tx: Tx, key: string, externalId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`public_posts ${key} ${externalId}`}, 0))`.execute(tx);
};

export const postOf = (reader: Reader, key: string, externalId: string) =>
  reader.selectFrom('public_posts').where('site_key', '=', key).where('external_id', '=', externalId).select('message_id').executeTakeFirst();

/** On whom an earlier post of that handle, at that place, was filed: what a colleague said once holds until they take it back. */
export const authorOfHandle = async (reader: Reader, key: string, handle: string): Promise<string | null> => {
  const row = await reader
    .selectFrom('public_posts')
    .innerJoin('messages', 'messages.id', 'public_posts.message_id')
    .where('site_key', '=', key)
    .where('handle', '=', handle)
    .where('messages.author_customer_id', 'is not', null)
    .orderBy('public_posts.logged_at', 'desc')
    .limit(1)
    .select('messages.author_customer_id as id')
    .executeTakeFirst();
  return row?.id ?? null;
};

export const customerOfCase = async (reader: Reader, caseId: string): Promise<string | undefined> =>
  (await reader.selectFrom('cases').where('id', '=', caseId).select('customer_id').executeTakeFirst())?.customer_id;

/** Open cases of customers who are called the same and wait for us, who waits longest first. */
export const waitingNamesakes = async (reader: Reader, name: string): Promise<string[]> => {
  const rows = await reader
    .selectFrom('cases')
    .innerJoin('customers', 'customers.id', 'cases.customer_id')
    .where(sql<string>`lower(customers.name)`, '=', name.toLowerCase())
    .where('cases.status', 'not in', ['resolved', 'closed'])
    .where('cases.merged_into_id', 'is', null)
    .where('cases.waiting_since', 'is not', null)
    .orderBy('cases.waiting_since')
    .limit(3)
    .select('cases.id')
    .execute();
  return rows.map(({ id }) => id);
};

interface NewPost {
  readonly id: string;
  readonly messageId: string;
  readonly site: string;
  readonly key: string;
  readonly externalId: string;
  readonly url: string;
  readonly handle: string | null;
  readonly now: Date;
}

export const insertPost = async (tx: Tx, post: NewPost): Promise<void> => {
  await tx
    .insertInto('public_posts')
    .values({
      id: post.id,
      message_id: post.messageId,
      site: post.site,
      site_key: post.key,
      external_id: post.externalId,
      url: post.url,
      handle: post.handle,
      logged_at: post.now,
    })
    .execute();
};
