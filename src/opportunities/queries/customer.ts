import type { Reader } from '#base/db/db.ts';

export interface ShownCustomer {
  readonly name: string;
  readonly company: string | null;
  /** E-mail addresses and numbers, in the order in which they became known. */
  readonly reach: string[];
}

/** Whom a department calls about a lead or an order. Read across the customers' tables, never written. */
export const customersShown = async (reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, ShownCustomer>> => {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('customers')
    .leftJoin('companies', 'companies.id', 'customers.company_id')
    .leftJoin('identities', (join) => join.onRef('identities.customer_id', '=', 'customers.id').on('identities.kind', 'in', ['email', 'phone', 'pec']))
    .where('customers.id', 'in', [...new Set(ids)])
    .orderBy('identities.created_at')
    .select(['customers.id', 'customers.name', 'companies.name as company', 'identities.value'])
    .execute();
  const shown = new Map<string, ShownCustomer>();
  for (const { id, name, company, value } of rows) {
    const known = shown.get(id) ?? { name, company, reach: [] };
    if (value !== null) known.reach.push(value);
    shown.set(id, known);
  }
  return shown;
};
