import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { id, idParams, line, nothing, paragraph } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';
import { bothLanguages, fieldType } from './parts.ts';

const both = (max: number) => z.object({ it: line(max), en: line(max) });

/** What of the case a field can be filled from before anybody types. */
export const fieldSource = z.enum(['order', 'customer', 'email', 'phone', 'address', 'subject']);

/** How urgent a question is: agreements tell them apart, nothing else does. */
export const urgency = z.enum(['normal', 'high', 'urgent']);
export type Urgency = z.infer<typeof urgency>;

/** A word of the company's own ("spedizione", "rimborso") by which agreements tell questions apart. */
export const requestKind = line(40);

export const templateField = z.object({
  key: line(40),
  label: both(80),
  type: fieldType,
  required: z.boolean(),
  /** Of a choice: what there is to choose from. */
  options: z.array(line(60)).max(12).default([]),
  fill: fieldSource.nullable().default(null),
});
export type TemplateField = z.output<typeof templateField>;

const unique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

export const templateInput = z.object({
  departmentId: id,
  kind: requestKind,
  name: both(80),
  question: z.object({ it: paragraph(1_000), en: paragraph(1_000) }),
  fields: z.array(templateField).max(12).refine((fields) => unique(fields.map(({ key }) => key)), {
    params: { it: 'Due campi hanno lo stesso nome.', en: 'Two fields have the same name.' },
  }),
  choices: z.array(z.object({ label: both(60), asksDate: both(80).nullable().default(null) })).max(4),
});
export type TemplateInput = z.output<typeof templateInput>;

export const templateView = z.object({
  id,
  departmentId: id,
  kind: z.string(),
  name: bothLanguages,
  question: bothLanguages,
  fields: z.array(z.object({ key: z.string(), label: bothLanguages, type: fieldType, required: z.boolean(), options: z.array(z.string()), fill: fieldSource.nullable() })),
  choices: z.array(z.object({ label: bothLanguages, asksDate: bothLanguages.nullable() })),
});
export type TemplateView = z.output<typeof templateView>;

const leads = ['lead', 'admin'] as const;
const onTemplate = { access: leads, object: 'request_template', params: idParams } as const;

export const templateRoutes = {
  list: get('/request-templates', {
    summary: 'What is usually asked of departments, with what they need to know to answer at the first try.',
    access: serviceRoles, out: z.array(templateView),
  }),
  add: post('/request-templates', { summary: 'Adds a template.', access: leads, body: templateInput, out: templateView }),
  change: put('/request-templates/:id', { summary: 'Changes a template; requests that were asked with it stay as they are.', ...onTemplate, body: templateInput, out: templateView }),
  withdraw: del('/request-templates/:id', { summary: 'Offers a template no longer.', ...onTemplate, out: nothing }),
};

/** For the history of the house; no case tells of it. */
export const templateEvents = defineEvents({
  'request_template.saved': z.object({ templateId: id, departmentId: id }),
  'request_template.withdrawn': z.object({ templateId: id }),
});
