import type { FastifyInstance } from 'fastify';
import type { Route } from '#base/contract.ts';
import type { Ask } from '#demo/index.ts';

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

const addressOf = (route: Route, { params = {}, query = {} }: Parts): string => {
  const path = route.path.replaceAll(/:(\w+)/gu, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(query);
  return `/api${path}${search.size === 0 ? '' : `?${search.toString()}`}`;
};

/** Calls the API within this process as whoever `headers` say. An answer that is no success throws: a story that fails is a mistake of ours. */
export const callerOf = (http: FastifyInstance, headers: Readonly<Record<string, string>>): Ask => async (route, ...given) => {
  const parts = (given[0] ?? {}) as Parts;
  const { method } = route;
  const response = await http.inject({ method, url: addressOf(route as Route, parts), headers, ...(parts.body === undefined ? {} : { payload: parts.body }) });
  if (response.statusCode !== 200) throw new Error(`The demo's ${method} ${route.path} was answered ${response.statusCode}: ${response.body}`);
  return response.json();
};
