import type { Asking } from '#base/db/at-once.ts';
import type { CustomerView } from '#customers/contract.ts';

// As the customer's own page shows them, in one statement that is planned once: this one runs at every opening of a case.
const statement = `select cu.id, cu.name, cu.language, cu.customer_since as "customerSince", cu.yearly_value_cents as "yearlyValueCents",
  case when co.id is not null then json_build_object('id', co.id, 'name', co.name) end as company,
  case when cu.prefers is not null then json_build_object('by', cu.prefers, 'number', cu.prefers_number) end as prefers,
  (select coalesce(json_agg(json_build_object('id', i.id, 'kind', i.kind, 'value', i.value, 'verifiedAt', i.verified_at) order by i.created_at), '[]')
    from identities i where i.customer_id = cu.id) as identities,
  (select json_build_object('open', count(*) filter (where c.status not in ('resolved', 'closed')), 'resolved', count(*) filter (where c.status in ('resolved', 'closed')))
    from cases c where c.customer_id = cu.id) as cases,
  (select r.score from ratings r join cases c on c.id = r.case_id where c.customer_id = cu.id order by r.at desc limit 1) as "lastScore"
  from customers cu left join companies co on co.id = cu.company_id where cu.id = (select customer_id from cases where id = $1)`;

/** Whose case it is; undefined where there is no such case. */
export const customerOf = async (client: Asking, caseId: string): Promise<CustomerView | undefined> => {
  const { rows } = await client.query<CustomerView>({ name: 'desk_customer', text: statement, values: [caseId] });
  const row = rows[0];
  if (row === undefined) return undefined;
  return { ...row, identities: row.identities.map((one) => ({ ...one, verifiedAt: one.verifiedAt === null ? null : new Date(one.verifiedAt).toISOString() })) };
};
