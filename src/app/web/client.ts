import {
  QueryCache, QueryClient, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query';
import type { Route } from '#base/contract.ts';
import { ApiError, send, type Sending } from './call.ts';
import type { Change } from './live.ts';

export { ApiError, call } from './call.ts';

/** One retry, and none where the server has answered: asking again would get the same answer. */
const again = (failures: number, error: unknown): boolean => failures < 1 && error instanceof ApiError && (error.status === 0 || error.status >= 502);

/** `onSignedOut` is told when the server no longer knows who is asking. */
export const makeQueryClient = (onSignedOut: () => void): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiError && error.status === 401) onSignedOut();
      },
    }),
    defaultOptions: {
      // What is live is told of changes; half a minute only bounds what a lost connection may hide.
      queries: { staleTime: 30_000, retry: again, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

/** What an answer depends on: `case` (any of them) or `case:<id>`. */
export type Watched = string;

interface Reading {
  /** Further topics whose news make this answer old; what the path names is watched by itself. */
  watches?: readonly Watched[];
  /** False waits: for an id that is not known yet. */
  on?: boolean;
}

/** The key under which an answer is kept. */
export const keyOf = <Input, Handled, Output>(route: Route<Input, Handled, Output>, input?: Input) =>
  input === undefined ? [`${route.method} ${route.path}`] : [`${route.method} ${route.path}`, input];

const watchedBy = (route: Route, input: unknown, further: readonly Watched[] = []): Watched[] => {
  const id = (input as { params?: { id?: unknown } } | undefined)?.params?.id;
  return route.object !== undefined && typeof id === 'string' ? [`${route.object}:${id}`, ...further] : [...further];
};

type ReadArguments<Input> = unknown extends Input ? [input?: undefined, reading?: Reading] : [input: Input, reading?: Reading];

/** Reads a route and keeps the answer true: `const { data, error } = useRead(readCase, { params: { id } })`. */
export const useRead = <Input, Handled, Output>(route: Route<Input, Handled, Output>, ...[input, reading = {}]: ReadArguments<Input>): UseQueryResult<Output, ApiError> =>
  useQuery<Output, ApiError>({
    queryKey: keyOf(route, input as Input),
    queryFn: ({ signal }) => send(route, input as Input, { signal }),
    enabled: reading.on ?? true,
    meta: { watches: watchedBy(route as Route, input, reading.watches) },
  });

const isTouched = (meta: Record<string, unknown> | undefined, changes: readonly Change[]): boolean => {
  const watches = meta?.['watches'];
  if (!Array.isArray(watches)) return false;
  return changes.some(({ topic, id }) => watches.includes(topic) || watches.includes(`${topic}:${id}`));
};

/** Makes old whatever depends on what changed; what is on the screen is asked for again at once. */
export const invalidateFor = (client: QueryClient, changes: readonly Change[]): Promise<void> =>
  client.invalidateQueries({ predicate: ({ meta }) => isTouched(meta, changes) });

/**
 * An act: `const take = useAct(takeCharge); take.mutate({ params: { id } })`. Afterwards everything that watches the object its
 * path names is asked for again, without waiting for the news to come round.
 */
export const useAct = <Input, Handled, Output>(route: Route<Input, Handled, Output>): UseMutationResult<Output, ApiError, Sending<Input> extends [] ? void : Input> => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input) => send(route, input as Input),
    onSuccess: (_answer, input) => {
      const id = (input as { params?: { id?: unknown } } | undefined)?.params?.id;
      if (route.object !== undefined && typeof id === 'string') return invalidateFor(client, [{ topic: route.object, id, version: 0 }]);
      return undefined;
    },
  });
};
