import type { Reader } from '#base/db/db.ts';

export const companyNameOf = async (reader: Reader, customerId: string): Promise<string | null> => {
  const row = await reader
    .selectFrom('customers')
    .innerJoin('companies', 'companies.id', 'customers.company_id')
    .where('customers.id', '=', customerId)
    .select('companies.name')
    .executeTakeFirst();
  return row?.name ?? null;
};

/** How a customer is known, a number before anything else: a call comes from a number where there is one. */
export const numberOf = (reader: Reader, customerId: string) =>
  reader
    .selectFrom('identities')
    .where('customer_id', '=', customerId)
    .orderBy((eb) => eb.case().when('kind', '=', 'phone').then(0).else(1).end())
    .orderBy('created_at')
    .select(['kind', 'value'])
    .executeTakeFirst();
