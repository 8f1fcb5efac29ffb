import type { Served } from '#base/http/serve.ts';
import { inWork } from '#base/work.ts';
import type { Intake } from '#channels/intake.ts';
import { noteHeard, notePublicAnswer } from './actions.ts';
import * as contract from './contract.ts';

export const serveHeard = (served: Served, intake: Intake): void => {
  served.member(contract.logHeard, ({ services, caller, body }) => inWork(services, caller.actor, (work) => noteHeard(work, intake, body)));
  served.member(contract.logPublicAnswer, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => notePublicAnswer(work, intake, params.id, body)),
  );
};
