import type { z } from 'zod';

/**
 * Who may call a route. `public`: anybody; `link`: whoever holds a signed link named in the path or body; `signed_in`: every member;
 * a list: members with at least one of these roles. The matrix test reads this and asserts every cell of it.
 */
export type Access = 'public' | 'link' | 'signed_in' | readonly string[];

type Schema = z.ZodType;

interface Declared {
  /** One sentence for whoever reads the API. */
  summary: string;
  access: Access;
  params?: Schema;
  query?: Schema;
  body?: Schema;
  out: Schema;
  /** What `:id` names, so that the matrix can try somebody else's. Absent where the path names no object. */
  object?: string;
  /** How often one network address may call it, in milliseconds; without it, and without a sign-in, the usual pace of base/http/allowance.ts. */
  pace?: { readonly times: number; readonly within: number };
  /** Larger than usual bodies (uploads, raw mail), in bytes. */
  bodyLimit?: number;
  /** It reads what a form of a page without script sends. Every other route takes JSON alone, so that no page elsewhere can post to it. */
  takesForms?: true;
  /** Its handler gets the body as the bytes that came (a Buffer): a signature covers those, and not what a parser makes of them. */
  takesBytes?: true;
}

type Part<Name extends string, S, Side extends 'in' | 'out'> = S extends Schema
  ? { [K in Name]: Side extends 'in' ? z.input<S> : z.output<S> }
  : unknown;

type Sent<D extends Declared> = Part<'params', D['params'], 'in'> & Part<'query', D['query'], 'in'> & Part<'body', D['body'], 'in'>;
type Parsed<D extends Declared> = Part<'params', D['params'], 'out'> & Part<'query', D['query'], 'out'> & Part<'body', D['body'], 'out'>;

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One endpoint: what the server serves, the browser calls and the OpenAPI document says. The three type parameters exist only
 * for the compiler: what a caller sends, what a handler gets after parsing, what is answered.
 */
export interface Route<Input = unknown, Handled = unknown, Output = unknown> extends Omit<Declared, 'out'> {
  readonly method: Method;
  /** Below `/api`, in Fastify's form: `/cases/:id`. */
  readonly path: string;
  readonly out: Schema;
  readonly types?: { input: Input; handled: Handled; output: Output };
}

const declare =
  (method: Method) =>
  <const D extends Declared>(path: string, declared: D): Route<Sent<D>, Parsed<D>, z.input<D['out']>> => ({
    method,
    path,
    ...(declared as Declared),
  });

export const get = declare('GET');
export const post = declare('POST');
export const put = declare('PUT');
export const del = declare('DELETE');

export type InputOf<R> = R extends Route<infer Input, infer _Handled, infer _Output> ? Input : never;
export type HandledOf<R> = R extends Route<infer _Input, infer Handled, infer _Output> ? Handled : never;
export type OutputOf<R> = R extends Route<infer _Input, infer _Handled, infer Output> ? Output : never;
