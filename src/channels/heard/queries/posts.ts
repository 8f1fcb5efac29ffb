import { sql } from 'kysely';
import type { Reader, Tx } from '#base/db/db.ts';

/** A place and what it calls a post. */
export interface PostPlace {
  readonly site: string;
  readonly key: string;
  readonly externalId: string;
}

/** Whoever tells of the same post at once waits here, and then finds it noted. */
export const holdPost = async (tx: Tx, { key, externalId }: PostPlace): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`public_posts ${key} ${externalId}`}, 0))`.execute(tx);
};

/** The first words of a post that we know; its later versions hang on it. */
export const postOf = (reader: Reader, { key, externalId }: PostPlace) =>
  reader
    .selectFrom('public_posts')
    .where('site_key', '=', key)
    .where('external_id', '=', externalId)
    .where('version_of', 'is', null)
    .where('undone_at', 'is', null)
    .select(['id', 'message_id as messageId', 'deleted_at as deletedAt'])
    .executeTakeFirst();

/** What a post says now, who said it, and on which case it stands. */
export const latestVersion = (reader: Reader, firstId: string) =>
  reader
    .selectFrom('public_posts')
    .innerJoin('messages', 'messages.id', 'public_posts.message_id')
    .where((eb) => eb.or([eb('public_posts.id', '=', firstId), eb('version_of', '=', firstId)]))
    .orderBy('public_posts.logged_at', 'desc')
    .orderBy('public_posts.id', 'desc')
    .limit(1)
    .select(['messages.id as messageId', 'messages.case_id as caseId', 'messages.text', 'messages.author_name as authorName', 'messages.author_address as address'])
    .select(['messages.author_customer_id as customerId', 'public_posts.handle', 'public_posts.stars'])
    .executeTakeFirstOrThrow();

export const markDeleted = async (tx: Tx, firstId: string, now: Date): Promise<void> => {
  await tx.updateTable('public_posts').set({ deleted_at: now }).where((eb) => eb.or([eb('id', '=', firstId), eb('version_of', '=', firstId)])).execute();
};

/** An import that brought it was undone: it may be told of again. */
export const markUndone = async (tx: Tx, messageId: string, now: Date): Promise<void> => {
  await tx.updateTable('public_posts').set({ undone_at: now }).where('message_id', '=', messageId).execute();
};

/** The open case on which a post of that place stands, and whose words it is. */
export const openCaseOfPost = (reader: Reader, key: string, externalId: string) =>
  reader
    .selectFrom('public_posts')
    .innerJoin('messages', 'messages.id', 'public_posts.message_id')
    .innerJoin('cases', 'cases.id', 'messages.case_id')
    .where('site_key', '=', key)
    .where('external_id', '=', externalId)
    .where('undone_at', 'is', null)
    .where('cases.status', 'not in', ['resolved', 'closed'])
    .orderBy('public_posts.logged_at', 'desc')
    .limit(1)
    .select(['cases.id as caseId', 'messages.author_customer_id as customerId'])
    .executeTakeFirst();

/** On whom an earlier post of that handle, at that place, was filed: what a colleague said once holds until they take it back. */
export const authorOfHandle = async (reader: Reader, key: string, handle: string): Promise<string | null> => {
  const row = await reader
    .selectFrom('public_posts')
    .innerJoin('messages', 'messages.id', 'public_posts.message_id')
    .where('site_key', '=', key)
    .where('handle', '=', handle)
    .where('undone_at', 'is', null)
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

interface NewPost extends PostPlace {
  readonly id: string;
  readonly messageId: string;
  readonly url: string;
  readonly handle: string | null;
  readonly stars: number | null;
  readonly became: 'opened' | 'joined' | 'suggested' | null;
  readonly versionOf: string | null;
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
      stars: post.stars,
      became: post.became,
      version_of: post.versionOf,
      logged_at: post.now,
    })
    .execute();
};
