import { useRead } from '#app/web/client.ts';
import { useMe } from '#people/web/me.ts';
import type { Count } from '#ui/Rail.tsx';
import { countDesk } from '../contract/lists.ts';

/** What waits at the desk, for the rail and the list; asked once, and again when a case changes. */
export const useDeskCounts = () => useRead(countDesk, undefined, { watches: ['case'], on: useMe()?.may.serve ?? false }).data;

/** The caller's open cases; in alarm while somebody in the queue has waited past the claim clock. */
export const useCasesCount = (): Count | undefined => {
  const counts = useDeskCounts();
  if (counts === undefined || (counts.mine.count === 0 && counts.queueLate.count === 0)) return undefined;
  return { words: `${counts.mine.count}${counts.mine.more ? '+' : ''}`, alarm: counts.queueLate.count > 0 };
};
