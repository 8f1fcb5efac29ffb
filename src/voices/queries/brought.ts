import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { Windows } from '../rules.ts';

/** When the first voice of all was captured, however long before it had been said: until that day nobody listened in this way. */
export const listeningSince = async (reader: Reader): Promise<Instant | null> =>
  (await reader.selectFrom('insights').select((eb) => eb.fn.min('heard_at').as('at')).executeTakeFirst())?.at ?? null;

export const saidBetween = async (reader: Reader, themeId: string, { from, until }: Windows): Promise<Instant[]> =>
  (await reader.selectFrom('insights').where('theme_id', '=', themeId).where('withdrawn_at', 'is', null).where('said_at', '>=', from).where('said_at', '<', until).select('said_at').execute()).map(({ said_at: at }) => at);

export interface Twice {
  readonly before: number;
  readonly after: number;
}

const oneOf = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows;
  if (row === undefined) throw new Error('A count has always one row.');
  return row;
};

export const everythingSaid = async (reader: Reader, { from, shippedAt, until }: Windows): Promise<Twice> => {
  const { rows } = await sql<Twice>`
    select count(*) filter (where said_at < ${shippedAt})::int as before, count(*) filter (where said_at >= ${shippedAt})::int as after
    from insights where withdrawn_at is null and said_at >= ${from} and said_at < ${until}`.execute(reader);
  return oneOf(rows);
};

/** Customers who had said it before it shipped, and are known by a card. */
const customers = (themeId: string, shippedAt: Instant) =>
  sql`select distinct i.customer_id from insights i where i.theme_id = ${themeId} and i.withdrawn_at is null and i.customer_id is not null and i.said_at < ${shippedAt}`;

export const boiledOf = async (reader: Reader, themeId: string, { from, shippedAt, until }: Windows): Promise<Twice & { readonly customers: number }> => {
  const { rows } = await sql<Twice & { customers: number }>`
    with asked as (${customers(themeId, shippedAt)}),
    boiled as (select c.customer_id, e.at from cases c join events e on e.case_id = c.id and e.kind = 'heat.boiled' where c.customer_id in (select customer_id from asked) and e.at >= ${from} and e.at < ${until})
    select (select count(*)::int from asked) as customers, count(distinct customer_id) filter (where at < ${shippedAt})::int as before, count(distinct customer_id) filter (where at >= ${shippedAt})::int as after from boiled`.execute(reader);
  return oneOf(rows);
};

export interface Leaving {
  readonly stands: 'wrote' | 'silent' | 'again';
  readonly customers: number;
  readonly valueCents: number;
}

/**
 * Customers of it who had said before that they would leave, by what is known of them since it shipped: they said it again; they wrote,
 * and did not; nothing was heard of them. Of a company its own value, once.
 */
export const leavingOf = async (reader: Reader, themeId: string, { shippedAt, until }: Windows): Promise<Leaving[]> => {
  const { rows } = await sql<Leaving>`
    with asked as (${customers(themeId, shippedAt)}),
    leaving as (
      select cu.id, coalesce(cu.company_id, cu.id) as payer, coalesce(co.yearly_value_cents, cu.yearly_value_cents, 0) as cents,
        case when exists (select from insights i where i.customer_id = cu.id and i.kind = 'leaving_risk' and i.withdrawn_at is null and i.said_at >= ${shippedAt} and i.said_at < ${until}) then 'again'
          when exists (select from messages m where m.author_customer_id = cu.id and m.direction = 'in' and not m.is_automatic and m.at >= ${shippedAt} and m.at < ${until}) then 'wrote' else 'silent' end as stands
      from asked join customers cu on cu.id = asked.customer_id left join companies co on co.id = cu.company_id
      where exists (select from insights i where i.customer_id = cu.id and i.kind = 'leaving_risk' and i.withdrawn_at is null and i.said_at < ${shippedAt}))
    select stands, count(*)::int as customers, (select coalesce(sum(cents), 0) from (select distinct on (payer) payer, cents from leaving l2 where l2.stands = leaving.stands) once)::bigint as "valueCents"
    from leaving group by stands`.execute(reader);
  return rows;
};

export interface Won {
  readonly count: number;
  readonly cents: number;
}

/** What was won with customers who had asked for it, of all that was handed over to others: whatever it was about. */
export const wonWith = async (reader: Reader, themeId: string, { from, shippedAt, until }: Windows): Promise<{ readonly before: Won; readonly after: Won }> => {
  const { rows } = await sql<{ before: number; after: number; beforeCents: number; afterCents: number }>`
    select count(*) filter (where o.outcome_at < ${shippedAt})::int as before, count(*) filter (where o.outcome_at >= ${shippedAt})::int as after,
      coalesce(sum(o.won_cents) filter (where o.outcome_at < ${shippedAt}), 0)::bigint as "beforeCents", coalesce(sum(o.won_cents) filter (where o.outcome_at >= ${shippedAt}), 0)::bigint as "afterCents"
    from opportunities o where o.outcome = 'won' and o.outcome_at >= ${from} and o.outcome_at < ${until} and o.customer_id in (${customers(themeId, shippedAt)})`.execute(reader);
  const { before, after, beforeCents, afterCents } = oneOf(rows);
  return { before: { count: before, cents: beforeCents }, after: { count: after, cents: afterCents } };
};
