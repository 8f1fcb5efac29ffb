import { z } from 'zod';
import { get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { id, idParams, instant, language, line, localDate, page } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';

export const identityKind = z.enum(['email', 'phone', 'handle', 'pec']);
export type IdentityKind = z.infer<typeof identityKind>;

export const identityView = z.object({ id, kind: identityKind, value: z.string(), verifiedAt: instant.nullable() });

export const customerView = z.object({
  id,
  name: z.string(),
  company: z.object({ id, name: z.string() }).nullable(),
  language: language.nullable(),
  customerSince: localDate.nullable(),
  yearlyValueCents: z.number().int().nullable(),
  /** How they said that they want to hear from us; null where they said nothing. */
  prefers: z.object({ by: z.enum(['email', 'phone']), number: z.string().nullable() }).nullable(),
  identities: z.array(identityView),
  cases: z.object({ open: z.number().int(), resolved: z.number().int() }),
  lastScore: z.number().int().nullable(),
});
export type CustomerView = z.infer<typeof customerView>;

const identityInput = z.object({ kind: identityKind, value: line(254) });

export const readCustomer = get('/customers/:id', {
  summary: 'One customer: who they are, how they reach us, what they are worth.',
  access: serviceRoles,
  object: 'customer',
  params: idParams,
  out: customerView,
});

export const findCustomers = get('/customers', {
  summary: 'Customers by name, address, number or company; for the phone, so it answers while one types.',
  access: serviceRoles,
  query: z.object({ like: line(100) }),
  out: page(z.object({ id, name: z.string(), company: z.string().nullable(), identity: z.string().nullable(), openCases: z.number().int() })),
});

export const addCustomer = post('/customers', {
  summary: 'A new customer.',
  access: serviceRoles,
  body: z.object({ name: line(120), identities: z.array(identityInput).max(10).default([]), language: language.nullable().default(null) }),
  out: z.object({ id }),
});

export const changeCustomer = put('/customers/:id', {
  summary: 'Corrects a customer’s name or language.',
  access: serviceRoles,
  object: 'customer',
  params: idParams,
  body: z.object({ name: line(120), language: language.nullable() }),
  out: z.object({ id }),
});

export const addIdentity = post('/customers/:id/identities', {
  summary: 'One more way to reach a customer.',
  access: serviceRoles,
  object: 'customer',
  params: idParams,
  body: identityInput,
  out: z.object({ id }),
});

export const customerEvents = defineEvents({
  'customer.added': z.object({ customerId: id }),
  'customer.changed': z.object({ customerId: id }),
  'customer.identity_added': z.object({ customerId: id, identityId: id }),
});
