import { useInfiniteQuery } from '@tanstack/react-query';
import { ApiError, call } from '#app/web/client.ts';
import type { Language } from '#base/texts.ts';
import { listLetters, type LetterRow, type LetterState } from '../../contract.ts';

/** What makes letters and their figures old. */
export const loopNews = ['theme', 'loop_letter', 'decision', 'voices'];

export interface Letters {
  items: readonly LetterRow[];
  isLoading: boolean;
  error: ApiError | null;
  again: () => void;
  more: (() => void) | undefined;
}

/** Letters of a theme, fifty at a time. */
export const useLetters = (themeId: string, wanted: { state: LetterState; language?: Language }): Letters => {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [`${listLetters.method} ${listLetters.path}`, themeId, wanted],
    queryFn: ({ pageParam }) => call(listLetters, { params: { id: themeId }, query: { ...wanted, ...(pageParam !== '' && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    meta: { watches: loopNews },
  });
  return {
    items: data?.pages.flatMap(({ items }) => items) ?? [], isLoading: isPending, error: error instanceof ApiError ? error : null, again: () => void refetch(),
    more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined,
  };
};
