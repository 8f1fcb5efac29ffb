import type { Work } from '#base/work.ts';
import { accessCaseToRead } from '#cases/index.ts';
import { followTo } from '#notices/index.ts';
import { followMessages } from '../queries/promises.ts';
import { caseOf } from './commit.ts';

interface Pair {
  readonly kind: string;
  readonly caseId: string | null;
  readonly data: { readonly otherId: string };
}

/**
 * A promise lives where the message that made it stands, so merging, splitting and undoing either need no book-keeping of their
 * own: they moved the messages, and the promises follow, with the calls about them. Hears `case.merged`, `case.unmerged`, `case.split`, `case.unsplit`.
 */
export const followTheMessages = async (work: Work, event: Pair): Promise<void> => {
  for (const { id, caseId } of await followMessages(work.tx, [caseOf(event), event.data.otherId])) {
    const { number } = await accessCaseToRead(work.tx, caseId);
    await followTo(work, { kinds: ['promise_near', 'promise_broken'], key: id, to: { id: caseId, number } });
  }
};
