import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { email, id, idParams, line, localDate, nothing } from '#base/shapes.ts';
import { requestKind, urgency } from './templates.ts';

const leads = ['lead', 'admin'] as const;

/** An agreement with a department; `kind` and `urgency` are null where it holds for any. Minutes of its own working time. */
export const agreementInput = z.object({
  departmentId: id,
  kind: requestKind.nullable(),
  urgency: urgency.nullable(),
  answersWithinMinutes: z.int().min(1).max(60 * 24 * 60),
});
export type AgreementInput = z.output<typeof agreementInput>;

export const agreementView = z.object({ id, departmentId: id, kind: z.string().nullable(), urgency: urgency.nullable(), answersWithinMinutes: z.int() });
export type AgreementView = z.output<typeof agreementView>;

/** What holds a supplier to its time: the contract, and whom one calls. Its hours are the department's calendar. */
export const contractInput = z.object({
  reference: line(80),
  contactName: line(120),
  contactPhone: line(40).nullable().default(null),
  contactAddress: email.nullable().default(null),
  validUntil: localDate.nullable().default(null),
});
export type ContractInput = z.output<typeof contractInput>;

export const contractView = z.object({
  departmentId: id,
  reference: z.string(),
  contactName: z.string(),
  contactPhone: z.string().nullable(),
  contactAddress: z.string().nullable(),
  validUntil: localDate.nullable(),
});
export type ContractView = z.output<typeof contractView>;

export const agreementRoutes = {
  /** Law 8: everybody sees what was agreed with whom. */
  list: get('/agreements', { summary: 'Within how much working time departments answer, by kind and urgency.', access: 'signed_in', out: z.array(agreementView) }),
  add: post('/agreements', { summary: 'Agrees on a time for a kind or an urgency. Requests that run keep theirs.', access: leads, body: agreementInput, out: agreementView }),
  change: put('/agreements/:id', { summary: 'Changes the time that was agreed.', access: leads, object: 'agreement', params: idParams, body: agreementInput, out: agreementView }),
  end: del('/agreements/:id', { summary: 'Ends an agreement: the more general one counts again.', access: leads, object: 'agreement', params: idParams, out: nothing }),
};

export const contractRoutes = {
  list: get('/supplier-contracts', { summary: 'The contracts that hold suppliers to their times.', access: 'signed_in', out: z.array(contractView) }),
  put: put('/departments/:id/contract', {
    summary: 'Writes down the contract with a supplier.', access: leads, object: 'department', params: idParams, body: contractInput, out: contractView,
  }),
  end: del('/departments/:id/contract', { summary: 'There is no such contract any more.', access: leads, object: 'department', params: idParams, out: nothing }),
};

export const agreementEvents = defineEvents({
  'agreement.made': z.object({ agreementId: id, ...agreementView.omit({ id: true }).shape }),
  'agreement.ended': z.object({ agreementId: id }),
  'supplier_contract.written': z.object({ departmentId: id, reference: z.string() }),
  'supplier_contract.ended': z.object({ departmentId: id }),
});
