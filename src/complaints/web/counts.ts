import { useRead } from '#app/web/client.ts';
import { useMe } from '#people/web/me.ts';
import type { Count } from '#ui/Rail.tsx';
import { countComplaints } from '../contract/counts.ts';

/** How many complaints are open; in alarm while one of them is past its term. */
export const useComplaintsCount = (): Count | undefined => {
  const { data } = useRead(countComplaints, undefined, { watches: ['complaint'], on: useMe()?.may.serve ?? false });
  return data && data.open > 0 ? { words: String(data.open), alarm: data.overdue > 0 } : undefined;
};
