import { sql } from 'kysely';
import type { Reader } from '#base/db/db.ts';
import { rateOf, type OpportunityFigures } from '../rules.ts';

/** Of what was handed over from `from` on and before `to`; `rules/figures.ts` says what each figure means. What came of it counts whenever it came, up to now. */
export const opportunityFigures = async (reader: Reader, from: Date, to: Date): Promise<OpportunityFigures> => {
  const row = await reader
    .selectFrom('opportunities')
    .where('left_at', 'is not', null)
    .where('handed_over_at', '>=', from)
    .where('handed_over_at', '<', to)
    .select((eb) => [
      eb.fn.countAll<number>().as('handedOver'),
      eb.fn.countAll<number>().filterWhere('outcome', 'is', null).as('open'),
      eb.fn.countAll<number>().filterWhere('outcome', 'is', null).filterWhere('due_at', '<=', to).as('late'),
      eb.fn.countAll<number>().filterWhere('outcome', '=', 'won').as('won'),
      eb.fn.countAll<number>().filterWhere('outcome', '=', 'lost').as('lost'),
      eb.fn.countAll<number>().filterWhere('outcome', '=', 'nothing_came_of_it').as('nothing'),
      sql<number>`coalesce(sum(won_cents), 0)::bigint`.as('wonCents'),
      sql<number>`coalesce(sum(value_cents) filter (where outcome is null), 0)::bigint`.as('openCents'),
      sql<number | null>`(percentile_cont(0.5) within group (order by extract(epoch from first_answer_at - handed_over_at) * 1000))::bigint`.as('medianFirstAnswer'),
    ])
    .executeTakeFirstOrThrow();
  return { ...row, outcomeRate: rateOf(row) };
};
