import type { Served } from '#base/http/serve.ts';
import { inWork } from '#base/work.ts';
import type { Intake } from '#channels/intake.ts';
import { noteCall, whoHasNumber } from './actions.ts';
import * as contract from './contract.ts';

export const servePhone = (served: Served, intake: Intake): void => {
  served.member(contract.whoCalls, ({ services, query }) => whoHasNumber(services.db, query.number));
  served.member(contract.logCall, ({ services, caller, body }) => inWork(services, caller.actor, (work) => noteCall(work, intake, body)));
};
