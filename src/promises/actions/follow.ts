import type { Work } from '#base/work.ts';
import { followMessages } from '../queries/promises.ts';
import { caseOf } from './commit.ts';

interface Pair {
  readonly kind: string;
  readonly caseId: string | null;
  readonly data: { readonly otherId: string };
}

/**
 * A promise lives where the message that made it stands, so merging, splitting and undoing either need no book-keeping of their
 * own: they moved the messages, and the promises follow. Hears `case.merged`, `case.unmerged`, `case.split`, `case.unsplit`.
 */
export const followTheMessages = (work: Work, event: Pair): Promise<void> => followMessages(work.tx, [caseOf(event), event.data.otherId]);
