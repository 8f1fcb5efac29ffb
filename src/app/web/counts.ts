import type { DeskCounts } from '#desk/contract.ts';
import { useDeskCounts } from '#desk/web/counts.ts';
import type { Count } from '#ui/Rail.tsx';
import { useMe } from '#people/web/me.ts';
import { readBoard } from '#requests/contract.ts';
import { useRead } from './client.ts';
import { useTexts } from '#ui/language.tsx';
import { shellTexts } from './texts.ts';

const say = ({ count, more }: DeskCounts['mine']): string => `${count}${more ? '+' : ''}`;

/** How many are hot or hotter: each of them wants somebody now. */
export const useBoilingCount = (): Count | undefined => {
  const counts = useDeskCounts();
  return counts && counts.boiling.count > 0 ? { words: say(counts.boiling), alarm: true } : undefined;
};

/** What waits for the reader's own department, for who works on no cases. */
const useBoardCount = (): Count | undefined => {
  const me = useMe();
  const { data } = useRead(readBoard, undefined, { watches: [`department:${me?.departmentId ?? ''}`, 'request'], on: me !== undefined && !me.may.serve });
  return data && data.waiting > 0 ? { words: String(data.waiting), alarm: data.late > 0 } : undefined;
};

/** How many departments still owe an answer; in alarm while one of them is late. */
export const useRequestsCount = (): Count | undefined => {
  const counts = useDeskCounts();
  const board = useBoardCount();
  if (counts === undefined) return board;
  return counts.requestsOpen.count > 0 ? { words: say(counts.requestsOpen), alarm: counts.requestsLate.count > 0 } : undefined;
};

/** What falls due today on the caller's own cases: «2 oggi». */
export const usePromisesCount = (): Count | undefined => {
  const { dueToday } = useTexts(shellTexts);
  const counts = useDeskCounts();
  return counts && counts.promisesToday.count > 0 ? { words: dueToday(say(counts.promisesToday)) } : undefined;
};
