import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Route } from '#base/contract.ts';
import type { Failure } from '#base/http/failures.ts';
import type { Language } from '#base/texts.ts';

/** What a test sends along; left out where the route takes nothing. */
export type Given<Input> = unknown extends Input ? [input?: undefined] : {} extends Input ? [input?: Input] : [input: Input];

/** Whoever calls the API, through the whole HTTP side, in the test's own process. */
export interface Client {
  /** The answer, typed by the contract. Throws CallFailed where the status is not 200. */
  call<Input, Handled, Output>(route: Route<Input, Handled, Output>, ...given: Given<Input>): Promise<Output>;
  /** The answer whatever it is, for tests of what must not work. */
  try<Input, Handled, Output>(route: Route<Input, Handled, Output>, ...given: Given<Input>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  /** The JSON of the answer, or its text where it is none. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** An answer that is not 200: `code` and `words` say why, as the caller reads them. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly status: number;
  readonly failure: Partial<Failure>;

  constructor(called: string, { status, body }: Answer) {
    const failure = (typeof body === 'object' && body !== null ? body : {}) as Partial<Failure>;
    super(`${called} answered ${status} ${failure.code ?? ''}: ${failure.words ?? JSON.stringify(body)} ${JSON.stringify(failure.fields ?? failure.facts ?? {})}`);
    this.status = status;
    this.failure = failure;
  }

  get code(): string | undefined {
    return this.failure.code;
  }

  get words(): string | undefined {
    return this.failure.words;
  }
}

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: object;
}

/** Calls with `headers` (a cookie, a key), and with the header that no other site's form can send. */
export const clientOf = (http: FastifyInstance, headers: Readonly<Record<string, string>>, language: Language): Client => {
  const send = async (route: Route, parts: Parts): Promise<Answer> => {
    const response = await http.inject({
      method: route.method,
      url: addressOf(route, parts),
      headers: { 'accept-language': language, 'x-presa-csrf': '1', ...headers },
      ...(parts.body === undefined ? {} : { payload: parts.body }),
    });
    return { status: response.statusCode, body: bodyOf(response), headers: response.headers };
  };
  return {
    try: (route, ...given) => send(route as Route, (given[0] ?? {}) as Parts),
    call: async <Input, Handled, Output>(route: Route<Input, Handled, Output>, ...given: Given<Input>) => {
      const answer = await send(route as Route, (given[0] ?? {}) as Parts);
      if (answer.status !== 200) throw new CallFailed(`${route.method} ${route.path}`, answer);
      return answer.body as Output;
    },
  };
};

const addressOf = (route: Route, { params = {}, query = {} }: Parts): string => {
  const path = route.path.replaceAll(/:(\w+)/gu, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${route.path} needs the parameter ${name}.`);
    return encodeURIComponent(value);
  });
  const asked = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)]));
  const search = new URLSearchParams(asked.filter(([, value]) => value !== 'undefined'));
  return `/api${path}${search.size === 0 ? '' : `?${search.toString()}`}`;
};

const bodyOf = (response: LightMyRequestResponse): unknown =>
  String(response.headers['content-type'] ?? '').includes('json') ? response.json() : response.body;
