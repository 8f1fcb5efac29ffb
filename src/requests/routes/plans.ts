import { NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import { isRefusal } from '#base/refusal.ts';
import { inWork } from '#base/work.ts';
import { accessCaseToRead, survivorOf } from '#cases/index.ts';
import { askPlanned, cancelPlannedByHand, planSteps } from '../actions/plan.ts';
import { askPlannedNow, cancelPlanned, plannedOfCase, planRequests } from '../contract.ts';
import { plannedById, plannedOn } from '../queries/plans.ts';
import { requestsOnCase } from '../queries/requests.ts';
import { viewsOf } from '../views.ts';
import { viewById } from './view-by-id.ts';

/** Questions to several departments, at once and one after the other. */
export const servePlans = (served: Served): void => {
  served.member(planRequests, async ({ services, caller, params, body }) => {
    const made = await inWork(services, caller.actor, (work) => planSteps(work, params.id, body.steps));
    if (isRefusal(made)) return made;
    const asked = (await requestsOnCase(services.db, params.id)).filter(({ id }) => made.requestIds.includes(id));
    return { requests: await viewsOf(services.db, asked, services.clock.now()), planned: await plannedOn(services.db, [params.id]) };
  });
  served.member(plannedOfCase, async ({ services, params }) => {
    await accessCaseToRead(services.db, params.id);
    const family = new Set([params.id, ...(await requestsOnCase(services.db, params.id)).map(({ caseId }) => caseId)]);
    return { items: await plannedOn(services.db, [...family]) };
  });
  served.member(askPlannedNow, async ({ services, caller, params }) => {
    const asked = await inWork(services, caller.actor, async (work) => {
      await mustBeReadable(work.tx, params.id);
      return askPlanned(work, params.id);
    });
    if (asked === null) throw new NotFound();
    return isRefusal(asked) ? asked : viewById(services, asked.id);
  });
  served.member(cancelPlanned, async ({ services, caller, params, body }) => ({
    cancelled: await inWork(services, caller.actor, async (work) => {
      await mustBeReadable(work.tx, params.id);
      return cancelPlannedByHand(work, params.id, body.reason);
    }),
  }));
};

const mustBeReadable = async (reader: Parameters<typeof plannedById>[0], id: string): Promise<void> => {
  const planned = await plannedById(reader, id);
  if (planned === undefined) throw new NotFound();
  await accessCaseToRead(reader, await survivorOf(reader, planned.caseId));
};
