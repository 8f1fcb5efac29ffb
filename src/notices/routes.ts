import type { Served } from '#base/http/serve.ts';
import { inWork } from '#base/work.ts';
import { finishNotice } from './actions.ts';
import { noticeRoutes } from './contract.ts';
import { waitingNotices } from './queries.ts';

export const serveNotices = (served: Served): void => {
  served.member(noticeRoutes.list, ({ services, caller }) => waitingNotices(services.db, caller.memberId));
  served.member(noticeRoutes.done, async ({ services, caller, params }) => {
    await inWork(services, caller.actor, (work) => finishNotice(work, params.id, caller.memberId));
    return {};
  });
};
