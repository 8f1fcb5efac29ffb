import { when, type Handler } from '#base/work.ts';
import { caseEvents } from '#cases/index.ts';
import { checkCommitments, releaseWhenResolved, takeCommitments } from './actions/commit.ts';
import { followTheMessages } from './actions/follow.ts';
import { prepareUpdate } from './actions/honest-update.ts';

/** What promises do when something happens to a case. */
export const promiseWiring: readonly [string, readonly Handler[]][] = [
  when(caseEvents['case.reply_prepared'], checkCommitments),
  when(caseEvents['case.replied'], takeCommitments),
  when(caseEvents['case.resolved'], releaseWhenResolved),
  when(caseEvents['case.merged'], followTheMessages),
  when(caseEvents['case.unmerged'], followTheMessages),
  when(caseEvents['case.split'], followTheMessages),
  when(caseEvents['case.unsplit'], followTheMessages),
  when(caseEvents['case.next_update_near'], prepareUpdate),
];
