import { sql } from 'kysely';
import type { Reader } from '#base/db/db.ts';
import type { CustomerView, IdentityKind } from './contract.ts';

/** Whose identity it is. `value` in its one form. */
export const customerByIdentity = (reader: Reader, kind: IdentityKind, value: string) =>
  reader
    .selectFrom('identities')
    .innerJoin('customers', 'customers.id', 'identities.customer_id')
    .where('identities.kind', '=', kind)
    .where('identities.value', '=', value)
    .select(['customers.id', 'customers.name', 'customers.language'])
    .executeTakeFirst();

export const customerById = (reader: Reader, id: string) =>
  reader.selectFrom('customers').where('id', '=', id).selectAll().executeTakeFirst();

/** The addresses at which a customer reads e-mail, oldest first. */
export const addressesOf = async (reader: Reader, customerId: string): Promise<string[]> => {
  const rows = await reader
    .selectFrom('identities')
    .where('customer_id', '=', customerId)
    .where('kind', 'in', ['email', 'pec'])
    .orderBy('created_at')
    .select('value')
    .execute();
  return rows.map((row) => row.value);
};

export const customerViewById = async (reader: Reader, id: string): Promise<CustomerView | undefined> => {
  const row = await reader
    .selectFrom('customers')
    .leftJoin('companies', 'companies.id', 'customers.company_id')
    .where('customers.id', '=', id)
    .select(['customers.id', 'customers.name', 'customers.language', 'customers.customer_since', 'customers.yearly_value_cents', 'customers.prefers', 'customers.prefers_number'])
    .select(['companies.id as companyId', 'companies.name as companyName'])
    .select((eb) => [
      eb.selectFrom('cases').whereRef('cases.customer_id', '=', 'customers.id').where('status', 'not in', ['resolved', 'closed']).select((e) => e.fn.countAll<number>().as('n')).as('open'),
      eb.selectFrom('cases').whereRef('cases.customer_id', '=', 'customers.id').where('status', 'in', ['resolved', 'closed']).select((e) => e.fn.countAll<number>().as('n')).as('resolved'),
      eb.selectFrom('ratings').innerJoin('cases', 'cases.id', 'ratings.case_id').whereRef('cases.customer_id', '=', 'customers.id').orderBy('ratings.at', 'desc').limit(1).select('ratings.score').as('lastScore'),
    ])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const identities = await reader.selectFrom('identities').where('customer_id', '=', id).orderBy('created_at').selectAll().execute();
  return {
    id: row.id,
    name: row.name,
    company: row.companyId === null || row.companyName === null ? null : { id: row.companyId, name: row.companyName },
    language: row.language as CustomerView['language'],
    customerSince: row.customer_since,
    yearlyValueCents: row.yearly_value_cents,
    prefers: row.prefers === null ? null : { by: row.prefers as 'email', number: row.prefers_number },
    identities: identities.map((identity) => ({
      id: identity.id,
      kind: identity.kind as IdentityKind,
      value: identity.value,
      verifiedAt: identity.verified_at?.toISOString() ?? null,
    })),
    cases: { open: row.open ?? 0, resolved: row.resolved ?? 0 },
    lastScore: row.lastScore,
  };
};

const found = 20;

/** Customers whose name, company or identity contains `like`; numbers match however they are spaced. */
export const customersLike = async (reader: Reader, like: string) => {
  const words = `%${like.replaceAll(/[\\%_]/gu, '\\$&')}%`;
  const digits = like.replaceAll(/\D/gu, '');
  const number = digits.length >= 4 ? `%${digits}%` : words;
  return reader
    .selectFrom('customers')
    .leftJoin('companies', 'companies.id', 'customers.company_id')
    .where((eb) =>
      eb.or([
        eb('customers.name', 'ilike', words),
        eb('companies.name', 'ilike', words),
        eb.exists(
          eb
            .selectFrom('identities')
            .whereRef('identities.customer_id', '=', 'customers.id')
            .where((e) => e.or([e('identities.value', 'ilike', words), e('identities.value', 'like', number)]))
            .select(sql`1`.as('one')),
        ),
      ]),
    )
    .select(['customers.id', 'customers.name', 'companies.name as company'])
    .select((eb) => [
      eb.selectFrom('identities').whereRef('identities.customer_id', '=', 'customers.id').orderBy('created_at').limit(1).select('value').as('identity'),
      eb.selectFrom('cases').whereRef('cases.customer_id', '=', 'customers.id').where('status', 'not in', ['resolved', 'closed']).select((e) => e.fn.countAll<number>().as('n')).as('openCases'),
    ])
    .orderBy('customers.name')
    .limit(found)
    .execute();
};
