import { day, plus } from '#base/clock.ts';
import type { Caller } from '#base/http/caller.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Work } from '#base/work.ts';
import { accessCaseToRead } from '#cases/index.ts';
import { accessOpportunityToRead, accessToAct, whoseFor } from './access.ts';
import { conclude, letGo, noteRead, reopen, take } from './actions/answer.ts';
import { boundFor, handOver, takeBack } from './actions/hand-over.ts';
import { setRoutes } from './actions/routes.ts';
import * as contract from './contract.ts';
import type { OpportunityView } from './contract.ts';
import { opportunityFigures } from './queries/figures.ts';
import { listed, sums } from './queries/lists.ts';
import { opportunityById, type LoadedOpportunity } from './queries/opportunities.ts';
import { routesInUse } from './queries/routes.ts';
import { serveOpportunityPage } from './routes/page.ts';
import { viewOf, viewsOf, viewsOnCase } from './views.ts';

const reading = ({ clock }: Services, caller: Caller) => ({ memberId: caller.memberId, departmentId: caller.departmentId, roles: caller.roles, now: clock.now() });

export const serveOpportunities = (served: Served): void => {
  serveCase(served);
  serveReading(served);
  serveAnswers(served);
  serveOpportunityPage(served);
};

/** What was done, as the caller sees it now. */
const shown = async (services: Services, caller: Caller, done: { id: string } | Refusal): Promise<OpportunityView | Refusal> => {
  if (isRefusal(done)) return done;
  const found = await opportunityById(services.db, done.id);
  if (found === undefined) throw new NotFound();
  return viewOf(services.db, found, reading(services, caller));
};

const serveCase = (served: Served): void => {
  served.member(contract.handOver, async ({ services, caller, params, body }) => shown(services, caller, await inWork(services, caller.actor, (work) => handOver(work, params.id, body))));
  served.member(contract.opportunitiesOfCase, async ({ services, caller, params }) => ({ items: await viewsOnCase(services.db, params.id, reading(services, caller)) }));
  served.member(contract.whereTo, async ({ services, params }) => {
    const { departmentId } = await accessCaseToRead(services.db, params.id);
    const now = services.clock.now();
    const items = await Promise.all(contract.opportunityKind.options.map(async (kind) => {
      const { department, dueAt } = await boundFor(services.db, kind, { departmentId, now });
      return { kind, department: { id: department.id, name: department.name }, dueAt: isRefusal(dueAt) ? null : dueAt.toISOString() };
    }));
    return { items };
  });
  served.member(contract.takeHandOverBack, ({ services, caller, params }) => inWork(services, caller.actor, (work) => takeBack(work, params.id)));
};

const serveReading = (served: Served): void => {
  served.member(contract.listOpportunities, async ({ services, caller }) => {
    const [whose, now] = [whoseFor(caller), services.clock.now()];
    const { rows, isWhole } = await listed(services.db, whose, now);
    return { items: await viewsOf(services.db, rows, reading(services, caller)), sums: await sums(services.db, whose, now), isWhole };
  });
  served.member(contract.countOpportunities, async ({ services, caller }) => {
    const { waiting, late } = await sums(services.db, whoseFor(caller), services.clock.now());
    return { waiting, late };
  });
  served.member(contract.readOpportunity, async ({ services, caller, params }) => viewOf(services.db, await accessOpportunityToRead(services.db, params.id, caller), reading(services, caller)));
  served.member(contract.readOpportunityFigures, async ({ services, query }) => {
    const to = services.clock.now();
    const from = plus(to, -query.days * day);
    return { from: from.toISOString(), to: to.toISOString(), ...(await opportunityFigures(services.db, from, to)) };
  });
  served.member(contract.listRoutes, async ({ services }) => ({ items: await routesInUse(services.db) }));
  served.member(contract.setRoutes, ({ services, caller, body }) => inWork(services, caller.actor, (work) => setRoutes(work, body)));
};

const serveAnswers = (served: Served): void => {
  const acting = async (services: Services, caller: Caller, { id, act }: { id: string; act: (work: Work, found: LoadedOpportunity, by: { name: string; memberId: string }) => Promise<{ id: string } | Refusal> }) =>
    shown(services, caller, await inWork(services, caller.actor, async (work) => act(work, await accessToAct(work, id, caller), { name: caller.actor.name, memberId: caller.memberId })));
  served.member(contract.takeOpportunity, ({ services, caller, params: { id }, body }) => acting(services, caller, { id, act: (work, found, by) => take(work, found, { by, ...body }) }));
  served.member(contract.letGoOfOpportunity, ({ services, caller, params: { id } }) => acting(services, caller, { id, act: letGo }));
  served.member(contract.conclude, ({ services, caller, params: { id }, body }) => acting(services, caller, { id, act: (work, found, by) => conclude(work, found, { by, said: { ...body, name: null } }) }));
  served.member(contract.reopenOpportunity, ({ services, caller, params: { id } }) => acting(services, caller, { id, act: reopen }));
  served.member(contract.markOpportunityRead, ({ services, caller, params: { id } }) =>
    acting(services, caller, { id, act: async (work, found, by) => { await noteRead(work, found, { by: by.name }); return { id }; } }));
};
