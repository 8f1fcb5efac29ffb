import { useDeferredValue } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ApiError, call } from '#app/web/client.ts';
import { searchEverything, type FoundCase, type FoundCustomer } from '../contract.ts';

export interface Found {
  customers: readonly FoundCustomer[];
  cases: readonly FoundCase[];
  isPartial: boolean;
  searching: boolean;
  error: ApiError | null;
  /** The words that were looked for; empty while there are too few. */
  words: string;
  more: (() => void) | undefined;
}

const fewest = 2;

/** What the words find, asked while they are typed; further pages when somebody wants them. */
export const useFound = (typed: string): Found => {
  const wanted = useDeferredValue(typed.trim());
  const words = wanted.length >= fewest ? wanted : '';
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [`${searchEverything.method} ${searchEverything.path}`, words],
    queryFn: ({ pageParam }) => call(searchEverything, { query: { q: words, ...(pageParam !== '' && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: words !== '',
  });
  const pages = words === '' ? [] : (data?.pages ?? []);
  return {
    customers: pages[0]?.customers ?? [],
    cases: pages.flatMap(({ items }) => items),
    isPartial: pages.some(({ isPartial }) => isPartial),
    searching: isFetching || typed.trim() !== wanted,
    error: error instanceof ApiError ? error : null,
    words,
    more: hasNextPage ? () => void fetchNextPage() : undefined,
  };
};
