import type { Served } from '#base/http/serve.ts';
import { inWork } from '#base/work.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';

export const serveShifts = (served: Served): void => {
  served.member(contract.readShiftEnd, ({ services, caller, query }) =>
    actions.shiftEndFor(services.db, caller.memberId, query.backAt === undefined ? null : new Date(query.backAt), services.clock.now()),
  );
  served.member(contract.endShift, ({ services, caller, body }) => inWork(services, caller.actor, (work) => actions.endShift(work, caller.memberId, new Date(body.backAt))));
  served.member(contract.backAtWork, ({ services, caller }) =>
    inWork(services, caller.actor, async (work) => {
      await actions.backAtWork(work, caller.memberId);
      return {};
    }),
  );
};
