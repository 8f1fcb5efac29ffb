import { useInfiniteQuery } from '@tanstack/react-query';
import { ApiError, call } from '#app/web/client.ts';
import { listRequests, type ListedRequest } from '../contract.ts';

export type Which = 'open' | 'late' | 'settled';

export interface Wanted {
  which: Which;
  departmentId: string | null;
  mine: boolean;
}

export interface Requests {
  items: readonly ListedRequest[];
  open: number;
  late: number;
  isLoading: boolean;
  error: ApiError | null;
  again: () => void;
  more: (() => void) | undefined;
}

/** The requests that are wanted, page after page, asked for again when one of them or its case changes. */
export const useRequests = ({ which, departmentId, mine }: Wanted): Requests => {
  const query = { which, ...(departmentId !== null && { departmentId }), ...(mine && { mine: 'true' }) };
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [`${listRequests.method} ${listRequests.path}`, query],
    queryFn: ({ pageParam }) => call(listRequests, { query: { ...query, ...(pageParam !== '' && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    meta: { watches: ['case', 'request'] },
  });
  const [first] = data?.pages ?? [];
  return {
    items: data?.pages.flatMap(({ items }) => items) ?? [],
    open: first?.open ?? 0,
    late: first?.late ?? 0,
    isLoading: isPending,
    error: error instanceof ApiError ? error : null,
    again: () => void refetch(),
    more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined,
  };
};
