import { useRead } from '#app/web/client.ts';
import type { Count } from '#ui/Rail.tsx';
import { countThemes } from '../contract/counts.ts';
import { voiceNews } from './news.ts';

/** How many decisions are late, in alarm; else how many wait. */
export const useVoicesCount = (): Count | undefined => {
  const { data } = useRead(countThemes, undefined, { watches: voiceNews });
  if (data === undefined || data.undecided === 0) return undefined;
  return data.overdue > 0 ? { words: String(data.overdue), alarm: true } : { words: String(data.undecided) };
};
