import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import { stateOf } from '../rules.ts';
import type { PublicTheme } from './page.ts';

interface Row {
  readonly title: string;
  readonly customers: number;
  readonly decideBy: Instant | null;
  readonly kind: 'take' | 'leave' | null;
  readonly words: string | null;
  readonly shipsBy: string | null;
  readonly shippedAt: Instant | null;
  readonly shippedWords: string | null;
}

/** More than these is no page that anybody reads. */
const mostShown = 100;

/** What a person made public: how it is called, where it stands and why, how many asked. Of who asked, and in which words, nothing is read. */
export const publicThemes = async (reader: Reader): Promise<PublicTheme[]> => {
  const { rows } = await sql<Row>`
    select t.title, t.decide_by as "decideBy", d.kind, d.words, d.ships_by as "shipsBy", d.shipped_at as "shippedAt", d.shipped_words as "shippedWords",
      (select count(distinct coalesce(i.customer_id::text, lower(i.said_by)))::int from insights i where i.theme_id = t.id and i.withdrawn_at is null) as customers
    from themes t left join lateral (select * from decisions where decisions.theme_id = t.id order by decided_at desc, id desc limit 1) d on true
    where t.published_at is not null and t.merged_into_id is null and not t.is_proposed and t.dissolved_at is null
    order by customers desc, t.opened_at desc limit ${mostShown}`.execute(reader);
  return rows.flatMap(({ title, customers, decideBy, kind, words, shipsBy, shippedAt, shippedWords }) => {
    const state = stateOf({ mergedIntoId: null, isProposed: false, decideBy, decision: kind === null ? null : { kind, shippedAt } });
    if (state === 'merged' || state === 'proposed') return [];
    // A decision that is no longer the last word is nobody's reason any more.
    const said = state === 'shipped' ? shippedWords : state === 'undecided' ? null : words;
    return [{ title, customers, state, words: said, by: state === 'taken' ? shipsBy : null }];
  });
};

/** The page as it is open now; undefined while it is closed. */
export const openPage = (reader: Reader) =>
  reader
    .selectFrom('ideas_pages')
    .leftJoin('members', 'members.id', 'ideas_pages.opened_by')
    .where('closed_at', 'is', null)
    .select(['ideas_pages.id', 'opened_at as openedAt', 'members.name as openedBy'])
    .executeTakeFirst();

export const insertPage = async (tx: Tx, { id, by, now }: { readonly id: string; readonly by: string | null; readonly now: Instant }): Promise<void> => {
  await tx.insertInto('ideas_pages').values({ id, opened_at: now, opened_by: by }).execute();
};

export const closePage = async (tx: Tx, { id, by, now }: { readonly id: string; readonly by: string | null; readonly now: Instant }): Promise<void> => {
  await tx.updateTable('ideas_pages').set({ closed_at: now, closed_by: by }).where('id', '=', id).execute();
};

/** Whom the intake took for the writer of a message. */
export const writerOf = (reader: Reader, messageId: string) =>
  reader.selectFrom('messages').innerJoin('customers', 'customers.id', 'messages.author_customer_id').where('messages.id', '=', messageId).select(['customers.id', 'customers.name']).executeTakeFirstOrThrow();
