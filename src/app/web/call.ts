import type { Route } from '#base/contract.ts';
import { alignNow } from '#ui/now.ts';
import { noteJourney } from './network.ts';

/** base/http's Failure as it arrives; a proxy on the way may have answered in its stead, with none of it. */
interface Answered {
  code?: string;
  words?: string;
  fields?: readonly { field: string; words: string }[];
  facts?: Readonly<Record<string, unknown>>;
  id?: string;
}

/** What the server answered instead of what was asked, with words for the person already in their language. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** HTTP status; 0 when no answer came at all. */
  readonly status: number;
  /** `promise.already_kept`, `not_found`; `unreachable` when no answer came. */
  readonly code: string;
  /** What to show. Absent when no answer came: the offline banner speaks then. */
  readonly words: string | undefined;
  /** What is wrong with each field of what was sent, by its path: `text`, `items.0.name`. */
  readonly fields: Readonly<Record<string, string>>;
  /** What a refusal knows, for the screen that offers the next step. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The number under which a defect stands in the server's log. */
  readonly id: string | undefined;

  constructor(status: number, answer: Answered, cause?: unknown) {
    super(`${status} ${answer.code ?? 'unknown'}`, { cause });
    this.status = status;
    this.code = answer.code ?? 'unknown';
    this.words = answer.words;
    this.fields = Object.fromEntries((answer.fields ?? []).map(({ field, words }) => [field, words]));
    this.facts = answer.facts ?? {};
    this.id = answer.id;
  }
}

/** The three places where a request carries something, as contracts name them. */
interface Carried {
  params?: Readonly<Record<string, unknown>>;
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
}

/** Routes that take nothing are called without a second argument. */
export type Sending<Input> = unknown extends Input ? [] : [input: Input];

const asText = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

/** `/cases/:id` and what goes in it, as an address below the site's root. Lists in a query repeat their name. */
export const addressOf = (path: string, { params = {}, query = {} }: Carried): string => {
  const filled = path.replace(/:(\w+)/gu, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} needs params.${name}`);
    return encodeURIComponent(asText(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, asText(one));
  }
  return `/api${filled}${search.size > 0 ? `?${search}` : ''}`;
};

const readAnswer = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return {};
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return isJson ? JSON.parse(text) : {};
};

/** How a call travels: `signal` gives up; `outlivesPage` lets it arrive although the page goes away meanwhile. */
export interface Travelling {
  signal?: AbortSignal | undefined;
  outlivesPage?: boolean;
}

/** Browsers carry no more than 64 KiB for pages that are gone; what is longer leaves as it always did. */
const carriedForTheGone = 60_000;

/** The request as it travels. `unknown` comes in because a Route's input is known to the compiler alone. */
const requestOf = (route: Route, input: unknown, { signal, outlivesPage = false }: Travelling): [string, RequestInit] => {
  const carried = (input ?? {}) as Carried;
  const headers: Record<string, string> = { accept: 'application/json', 'x-presa-csrf': '1', 'accept-language': document.documentElement.lang };
  const isForm = carried.body instanceof FormData;
  const body = carried.body === undefined ? undefined : isForm ? (carried.body as FormData) : JSON.stringify(carried.body);
  if (typeof body === 'string') headers['content-type'] = 'application/json';
  return [
    addressOf(route.path, carried),
    {
      method: route.method, headers, credentials: 'same-origin',
      ...(signal && { signal }),
      ...(body !== undefined && { body }),
      ...(outlivesPage && typeof body === 'string' && new Blob([body]).size < carriedForTheGone && { keepalive: true }),
    },
  ];
};

/** Calls a route with what its contract asks for. Throws ApiError, and AbortError when given up. */
export const send = async <Input, Handled, Output>(route: Route<Input, Handled, Output>, input: Input, travelling: Travelling = {}): Promise<Output> => {
  const [address, request] = requestOf(route as Route, input, travelling);
  const response = await fetch(address, request).catch((cause: unknown) => {
    if (travelling.signal?.aborted) throw cause;
    noteJourney(false);
    throw new ApiError(0, { code: 'unreachable' }, cause);
  });
  noteJourney(true);
  const serverNow = response.headers.get('x-presa-now');
  if (serverNow !== null) alignNow(new Date(serverNow));
  const answer = await readAnswer(response);
  if (!response.ok) throw new ApiError(response.status, answer as Answered);
  return answer as Output;
};

/** `await call(takeCharge, { params: { id } })`: calls a route, typed by its contract. */
export const call = <Input, Handled, Output>(route: Route<Input, Handled, Output>, ...[input]: Sending<Input>): Promise<Output> =>
  send(route, input as Input);
