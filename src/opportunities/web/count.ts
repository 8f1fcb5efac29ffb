import type { Count } from '#ui/Rail.tsx';
import { useRead } from '#app/web/client.ts';
import { countOpportunities } from '../contract/counts.ts';

/** How many wait for somebody to take them; in alarm while one of them, or one that somebody has, is late. */
export const useOpportunitiesCount = (): Count | undefined => {
  const { data } = useRead(countOpportunities, undefined, { watches: ['opportunity'] });
  if (data === undefined || data.waiting + data.late === 0) return undefined;
  return { words: String(Math.max(data.waiting, data.late)), alarm: data.late > 0 };
};
