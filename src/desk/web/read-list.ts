import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keyOf, type ApiError } from '#app/web/client.ts';
import { send } from '#app/web/call.ts';
import { listCases, type CaseList, type CaseOrder, type CaseRow } from '../contract.ts';

/** A list, fifty rows at a time, kept true: news of any case asks for the pages that are on the screen again. */
export const useCaseList = (list: CaseList, order: CaseOrder) => {
  const read = useInfiniteQuery({
    queryKey: keyOf(listCases, { query: { list, order } }),
    queryFn: ({ pageParam, signal }) => send(listCases, { query: { list, order, ...(pageParam !== null && { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: { watches: ['case'] },
  });
  const rows = useMemo(() => {
    // A case that moved up while the pages were fetched stands on two of them: the first is where it is now.
    const byId = new Map<string, CaseRow>();
    for (const row of read.data?.pages.flatMap(({ items }) => items) ?? []) if (!byId.has(row.id)) byId.set(row.id, row);
    return [...byId.values()];
  }, [read.data]);
  return { ...read, error: read.error as ApiError | null, rows };
};
