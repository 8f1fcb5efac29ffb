import { useEffect, useState } from 'react';
import { useInfiniteQuery, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ApiError, call, keyOf } from '#app/web/client.ts';
import type { OutputOf } from '#base/contract.ts';
import { countThemes, listThemes, listVoices, nearestThemes, readTheme, voicesOfCase, type InsightView, type ThemeList, type ThemeRow } from '../contract.ts';
import { voiceNews } from './news.ts';

/** After an act that names no object in its path: the news come round too, but whoever acted does not wait for them. */
export const refreshVoices = (client: QueryClient): void => {
  for (const route of [countThemes, listThemes, listVoices, readTheme, voicesOfCase]) void client.invalidateQueries({ queryKey: [`${route.method} ${route.path}`] });
};

export interface Pages<Item> {
  items: readonly Item[];
  isLoading: boolean;
  error: ApiError | null;
  again: () => void;
  more: (() => void) | undefined;
}

interface Page<Item> {
  items: Item[];
  next: string | null;
}

const usePages = <Item>(key: unknown[], ask: (cursor: { cursor?: string }) => Promise<Page<Item>>): Pages<Item> => {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(pageParam === '' ? {} : { cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    meta: { watches: voiceNews },
  });
  return {
    items: data?.pages.flatMap(({ items }) => items) ?? [],
    isLoading: isPending,
    error: error instanceof ApiError ? error : null,
    again: () => void refetch(),
    more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined,
  };
};

export interface ThemesWanted {
  list: ThemeList;
  topicId: string | null;
  like: string;
}

export const useThemes = ({ list, topicId, like }: ThemesWanted): Pages<ThemeRow> => {
  const query = { list, ...(topicId !== null && { topicId }), ...(like !== '' && { like }) };
  return usePages([`${listThemes.method} ${listThemes.path}`, 'pages', query], (cursor) => call(listThemes, { query: { ...query, ...cursor } }));
};

type VoicesWanted = { themeId: string } | { customerId: string } | { loose: 'yes' };

export const useVoices = (wanted: VoicesWanted): Pages<InsightView> =>
  usePages([`${listVoices.method} ${listVoices.path}`, 'pages', wanted], (cursor) => call(listVoices, { query: { ...wanted, ...cursor } }));

/** How long somebody pauses before what they type is looked for. */
const pause = 180;

/** What is typed, once the fingers rest. */
export const useRested = (typed: string): string => {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return rested;
};

export type Nearest = OutputOf<typeof nearestThemes>;

/** The most that is looked at to find a theme; a voice is no longer either. */
const longest = 2_000;
const nearestOf = (words: string) => {
  const input = { body: { words: words.trim().slice(0, longest) } };
  return { queryKey: keyOf(nearestThemes, input), queryFn: () => call(nearestThemes, input), staleTime: 60_000 };
};

/** What words are likely to be and the themes that say nearly the same. Asked once for the same words, though it is a POST: it stores nothing. */
export const useNearest = (words: string) => {
  const { data, error, isPending } = useQuery<Nearest, ApiError>({ ...nearestOf(words), enabled: words.trim() !== '' });
  return { nearest: data, error, isPending: isPending && words.trim() !== '' };
};

/** The answer as soon as it is there, for whoever saves before it came; undefined where it does not come. */
export const useAskNearest = (): ((words: string) => Promise<Nearest | undefined>) => {
  const client = useQueryClient();
  return (words) => client.fetchQuery(nearestOf(words)).catch((error: unknown) => {
    if (error instanceof ApiError) return undefined;
    throw error;
  });
};
