/** The front door of promises for other domains. */
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { PromiseView } from './contract.ts';
import { latestWords } from './queries/around.ts';
import { promiseViews } from './queries/promises.ts';
import { courtesyOf, type Courtesy } from './rules.ts';

export { promiseEvents } from './contract.ts';
export { checkCommitments, releaseWhenResolved, takeCommitments } from './actions/commit.ts';
export { followTheMessages } from './actions/follow.ts';
export { keepingBetween } from './queries/keeping.ts';
export { prepareUpdate, requestIsLate } from './actions/honest-update.ts';
export { selfUpdatesDue, sendUpdatesByThemselves } from './actions/send-itself.ts';
export { requestCameBack } from './actions/request-came-back.ts';
export { breakPromises, promisesDue, warningsDue, warnPromises } from './actions/watch.ts';

/** What we promised on a case, in the order in which it was promised. */
export const promisesOf = (reader: Reader, caseId: string, now: Instant): Promise<PromiseView[]> => promiseViews(reader, caseId, now);

/** How the customer of a case is addressed: as people of ours did last. */
export const courtesyOn = async (reader: Reader, caseId: string): Promise<Courtesy> => courtesyOf(await latestWords(reader, caseId));
