import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { themeList, type ThemeList } from '../../contract.ts';

export type Tab = ThemeList | 'loose';

/** In the order in which a theme goes through them. */
export const tabs: readonly Tab[] = ['undecided', 'taken', 'shipped', 'left', 'to_tell', 'proposed', 'loose'];

export interface BoardAddress {
  tab: Tab;
  themeId: string | null;
  topicId: string | null;
  like: string;
}

const tabOf = (value: unknown): Tab => (value === 'loose' ? 'loose' : (themeList.options.find((one) => one === value) ?? 'undecided'));
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Where the board stands, read from the address alone: a link, the back button and a reload all lead to the same screen. */
export const useBoardAddress = (): BoardAddress => {
  const { themeId } = useParams({ strict: false }) as { themeId?: string };
  const { list, topic, like } = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  return useMemo(() => ({ tab: tabOf(list), themeId: themeId ?? null, topicId: text(topic) || null, like: text(like) }), [themeId, list, topic, like]);
};

/** What the address says besides the theme. */
export const searchOf = ({ tab, topicId, like }: Omit<BoardAddress, 'themeId'>) => ({ ...(tab !== 'undecided' && { list: tab }), ...(topicId !== null && { topic: topicId }), ...(like !== '' && { like }) });

/** Goes elsewhere on the board; what is not named stays. `replace` leaves no step for the back button. */
export const useGoOnBoard = (): ((to: Partial<BoardAddress>, replace?: boolean) => void) => {
  const navigate = useNavigate();
  const here = useBoardAddress();
  return useCallback((to, replace = false) => {
    const there = { ...here, ...to };
    void navigate({ to: there.themeId === null ? '/voices' : `/voices/${there.themeId}`, search: searchOf(there), replace });
  }, [here, navigate]);
};
