import { z } from 'zod';
import type { Route } from '#base/contract.ts';

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly contentEncoding?: string;
}

/** An id that nothing has. */
export const nobody = '01999999-9999-7999-8999-999999999999';

const formats: Readonly<Record<string, string>> = {
  uuid: nobody,
  email: 'nessuno@posta.example',
  'date-time': '2026-12-01T10:00:00.000Z',
  date: '2026-12-01',
  uri: 'https://posta.example/',
};

/** The smallest value that a schema accepts, so that a call is judged by who makes it and not by what it says. */
const sampleOf = (schema: JsonSchema): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice !== undefined) return sampleOf(choice[0] ?? {});
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map(sampleOf));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((key) => [key, sampleOf(schema.properties?.[key] ?? {})]));
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}));
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return 'x';
  }
};

const textOf = (schema: JsonSchema): string => {
  if (schema.contentEncoding === 'base64' || schema.format === 'base64') return 'eA==';
  return formats[schema.format ?? ''] ?? 'x'.repeat(Math.max(schema.minLength ?? 1, 1));
};

const asJson = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

const calendar = {
  name: 'Altro', timeZone: 'Europe/Rome', week: { 1: [{ from: '09:00', to: '18:00' }], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }, holidaysOf: null, exceptions: [],
};

/** Bodies under a rule that no JSON schema shows ("one of these three"). */
const ruled: Readonly<Record<string, object>> = {
  'POST /answering/:token/answer': { text: 'È partito.' },
  'POST /department-board/:id/answer': { text: 'È partito.' },
  'POST /calendars': calendar,
  'PUT /calendars/:id': calendar,
  'POST /heard': { url: 'https://recensioni.example/1', name: 'Anna', text: 'Bella lampada.' },
  'POST /cases/:id/public-answers': { url: 'https://recensioni.example/1', text: 'Grazie!' },
  'POST /webhooks': { url: 'https://crm.example/presa', description: 'CRM', kinds: ['case.opened'] },
  'PUT /webhooks/:id': { url: 'https://crm.example/presa', description: 'CRM', kinds: ['case.opened'] },
  'POST /heard/imports/:id/start': { mapping: {}, dateOrder: 'dmy', site: null, channel: 'review', pageUrl: null, onlyFrom: null },
  'POST /calls': { number: '+39 347 0000000', text: 'Ha chiamato.' },
};

export const bodyFor = (route: Route): object | undefined =>
  route.body === undefined ? undefined : (ruled[`${route.method} ${route.path}`] ?? (sampleOf(asJson(route.body)) as object));

/** The address of a route with `id` in the place of its object, and the smallest query it takes. */
export const addressFor = (route: Route, id: string): string => {
  const params = route.params === undefined ? {} : (sampleOf(asJson(route.params)) as Record<string, unknown>);
  const path = route.path.replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(name === 'id' ? id : String(params[name] ?? 'x')));
  const query = route.query === undefined ? {} : (sampleOf(asJson(route.query)) as Record<string, string>);
  const search = new URLSearchParams(Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]));
  return `/api${path}${search.size === 0 ? '' : `?${search.toString()}`}`;
};
