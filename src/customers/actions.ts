import { newId } from '#base/ids.ts';
import { NotFound } from '#base/http/failures.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import { customerEvents, type IdentityKind } from './contract.ts';
import { customerById, customerByIdentity } from './queries.ts';
import { nameFromIdentity, normaliseIdentity } from './rules.ts';

export interface Writer {
  readonly kind: IdentityKind;
  readonly value: string;
  readonly name: string;
  readonly language: Language | null;
}

/** Who is writing: the customer who has that identity, or a new one. A value that is no identity refuses. */
export const recogniseCustomer = async (work: Work, writer: Writer): Promise<{ id: string; name: string; isNew: boolean } | Refusal> => {
  const value = normaliseIdentity(writer.kind, writer.value);
  if (isRefusal(value)) return value;
  const known = await customerByIdentity(work.tx, writer.kind, value);
  if (known !== undefined) return { id: known.id, name: known.name, isNew: false };
  const name = writer.name.trim() === '' ? nameFromIdentity(writer.kind, value) : writer.name.trim().slice(0, 120);
  const id = await insertCustomer(work, name, writer.language);
  const holder = await insertIdentity(work, id, writer.kind, value);
  if (holder === null) return { id, name, isNew: true };
  // Two messages of a new customer arrived together and the other one was first: this row is nobody, theirs is the one.
  await work.tx.deleteFrom('customers').where('id', '=', id).execute();
  return { id: holder.id, name: holder.name, isNew: false };
};

/** A customer entered by hand. Identities that already belong to somebody refuse. */
export const addCustomer = async (
  work: Work,
  input: { name: string; identities: readonly { kind: IdentityKind; value: string }[]; language: Language | null },
): Promise<{ id: string } | Refusal> => {
  const id = await insertCustomer(work, input.name, input.language);
  for (const identity of input.identities) {
    const added = await addIdentity(work, id, identity);
    if (isRefusal(added)) return added;
  }
  return { id };
};

export const changeCustomer = async (work: Work, id: string, change: { name: string; language: Language | null }): Promise<{ id: string }> => {
  const { numUpdatedRows } = await work.tx.updateTable('customers').set(change).where('id', '=', id).executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound();
  work.emit(customerEvents['customer.changed'](null, { customerId: id }));
  return { id };
};

export interface Wishes {
  readonly language: Language;
  readonly prefers: 'email' | 'phone';
  /** As they typed it; needed where they prefer the phone. */
  readonly number: string;
}

/** How a customer wants to hear from us, in their own words: the language, the road, and the number to call. */
export const setWishes = async (work: Work, customerId: string, { language, prefers, number }: Wishes): Promise<{ id: string } | Refusal> => {
  const called = prefers === 'phone' ? normaliseIdentity('phone', number) : null;
  if (isRefusal(called)) return called;
  const { numUpdatedRows } = await work.tx.updateTable('customers').set({ language, prefers, prefers_number: called }).where('id', '=', customerId).executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound();
  work.emit(customerEvents['customer.changed'](null, { customerId }));
  return { id: customerId };
};

export const addIdentity = async (
  work: Work,
  customerId: string,
  identity: { kind: IdentityKind; value: string },
): Promise<{ id: string } | Refusal> => {
  if ((await customerById(work.tx, customerId)) === undefined) throw new NotFound();
  const value = normaliseIdentity(identity.kind, identity.value);
  if (isRefusal(value)) return value;
  const holder = await insertIdentity(work, customerId, identity.kind, value);
  if (holder === null || holder.id === customerId) return { id: customerId };
  return refuse('identity.belongs_to_another', { name: holder.name });
};

/**
 * Somebody of whom we only knew a handle says who they are: they are called so from now on, and reached at that address, unless it is
 * somebody else's already. Nothing changes for a customer who does not have that handle.
 */
export const nameAnew = async (work: Work, customerId: string, { name, handle, email }: { name: string; handle: string; email: string }): Promise<void> => {
  if ((await customerByIdentity(work.tx, 'handle', handle))?.id !== customerId) return;
  await work.tx.updateTable('customers').set({ name }).where('id', '=', customerId).execute();
  await insertIdentity(work, customerId, 'email', email);
  work.emit(customerEvents['customer.changed'](null, { customerId }));
};

export interface CustomerWorth {
  /** The day of their first order, as `2019-03-14`; null where nobody knows. */
  readonly customerSince: string | null;
  readonly yearlyValueCents: number | null;
  /** Null for somebody who buys for themselves. */
  readonly company: { readonly name: string; readonly yearlyValueCents: number | null } | null;
}

/** Since when they buy, what they are worth a year, and for whom. A company of that name that we know already is the same one. */
export const setWorth = async (work: Work, customerId: string, { customerSince, yearlyValueCents, company }: CustomerWorth): Promise<{ id: string }> => {
  const companyId = company === null ? null : await companyNamed(work, company);
  const change = { customer_since: customerSince, yearly_value_cents: yearlyValueCents, company_id: companyId };
  const { numUpdatedRows } = await work.tx.updateTable('customers').set(change).where('id', '=', customerId).executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound();
  work.emit(customerEvents['customer.changed'](null, { customerId }));
  return { id: customerId };
};

const companyNamed = async (work: Work, { name, yearlyValueCents }: NonNullable<CustomerWorth['company']>): Promise<string> => {
  const known = await work.tx.selectFrom('companies').where('name', '=', name).orderBy('created_at').select('id').executeTakeFirst();
  const value = { yearly_value_cents: yearlyValueCents };
  if (known !== undefined) {
    await work.tx.updateTable('companies').set(value).where('id', '=', known.id).execute();
    return known.id;
  }
  const id = newId(work.now);
  await work.tx.insertInto('companies').values({ id, name, ...value, created_at: work.now }).execute();
  return id;
};

const insertCustomer = async (work: Work, name: string, language: Language | null): Promise<string> => {
  const id = newId(work.now);
  await work.tx.insertInto('customers').values({ id, name, language, created_at: work.now }).execute();
  work.emit(customerEvents['customer.added'](null, { customerId: id }));
  return id;
};

/** Null when it is now theirs; else whose it was. */
const insertIdentity = async (work: Work, customerId: string, kind: IdentityKind, value: string) => {
  const id = newId(work.now);
  const row = await work.tx
    .insertInto('identities')
    .values({ id, customer_id: customerId, kind, value, created_at: work.now })
    .onConflict((conflict) => conflict.columns(['kind', 'value']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return (await customerByIdentity(work.tx, kind, value)) ?? null;
  work.emit(customerEvents['customer.identity_added'](null, { customerId, identityId: id }));
  return null;
};
