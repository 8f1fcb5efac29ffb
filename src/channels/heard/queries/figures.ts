import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';

/** What was said in public within a span, and what we did about it. */
interface HeardFigures {
  /** Posts of customers, each counted once however often it was changed. */
  readonly posts: number;
  /** Of those with stars, as they stand now; null where none has any. */
  readonly meanStars: number | null;
  /** How many have stars: without it the mean says nothing. */
  readonly n: number;
  /** Those that joined a case that was there already. */
  readonly joined: number;
  readonly answeredInPublic: number;
  /** From the post to the first answer in public, by the clock on the wall; null where none was answered. */
  readonly medianHoursToAnswer: number | null;
}

/**
 * Of the posts written from `from` on and before `to`. A post is answered by the first answer in public that is noted on its case after
 * it: which of two posts of one case somebody answered, nobody writes down.
 */
export const heardFigures = async (reader: Reader, from: Instant, to: Instant): Promise<HeardFigures> => {
  const { rows } = await sql<HeardFigures>`
    with posts as (
      select p.id, p.became, m.case_id, m.at,
        (select v.stars from public_posts v where v.id = p.id or v.version_of = p.id order by v.logged_at desc, v.id desc limit 1) as stars
      from public_posts p join messages m on m.id = p.message_id
      where m.direction = 'in' and m.at >= ${from} and m.at < ${to} and p.version_of is null and p.undone_at is null
    ), answered as (
      select posts.*, (select min(a.at) from messages a join public_posts pa on pa.message_id = a.id
        where a.case_id = posts.case_id and a.direction = 'out' and a.at >= posts.at) as answered_at
      from posts
    )
    select count(*)::int as posts, avg(stars)::float8 as "meanStars", count(stars)::int as n, (count(*) filter (where became = 'joined'))::int as joined,
      count(answered_at)::int as "answeredInPublic",
      (percentile_cont(0.5) within group (order by extract(epoch from answered_at - at)) / 3600)::float8 as "medianHoursToAnswer"
    from answered`.execute(reader);
  return rows[0]!;
};
