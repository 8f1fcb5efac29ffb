import type { Served } from '#base/http/serve.ts';
import * as contract from './contract.ts';
import { historyOf } from './history.ts';
import { countsOf, pageOfCases } from './lists.ts';
import { earlierOf, openedCaseFor } from './open-case.ts';

export const serveDesk = (served: Served): void => {
  served.member(contract.listCases, ({ services, caller, query }) => pageOfCases(services, caller.memberId, query));
  served.member(contract.countDesk, ({ services, caller }) => countsOf(services, caller.memberId));
  served.member(contract.openCase, ({ services, caller, params }) => openedCaseFor(services, params.id, caller.memberId));
  served.member(contract.earlierMessages, ({ services, params, query }) => earlierOf(services, params.id, query.before));
  served.member(contract.readHistory, ({ services, params, query }) => historyOf(services, params.id, query.before));
};
