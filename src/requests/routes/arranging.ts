import { NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork } from '#base/work.ts';
import { addTemplate, changeTemplate, dropAgreement, dropContract, dropTemplate, makeAgreement, writeContract } from '../actions/arranging.ts';
import { agreementRoutes, contractRoutes, templateRoutes, type AgreementView, type TemplateView } from '../contract.ts';
import { agreements, contracts, contractWith } from '../queries/agreements.ts';
import { templateById, templates } from '../queries/templates.ts';

const shownTemplate = async (services: Services, id: string): Promise<TemplateView> => {
  const view = await templateById(services.db, id);
  if (view === null) throw new NotFound();
  return view;
};

const shownAgreement = async (services: Services, made: string | Refusal): Promise<AgreementView | Refusal> => {
  if (isRefusal(made)) return made;
  const view = (await agreements(services.db)).find(({ id }) => id === made);
  if (view === undefined) throw new NotFound();
  return view;
};

/** What is arranged with departments: everybody reads what was agreed, leads and administrators change it. */
export const serveArranging = (served: Served): void => {
  served.member(templateRoutes.list, ({ services }) => templates(services.db));
  served.member(templateRoutes.add, async ({ services, caller, body }) => shownTemplate(services, await inWork(services, caller.actor, (work) => addTemplate(work, body))));
  served.member(templateRoutes.change, async ({ services, caller, params, body }) =>
    shownTemplate(services, await inWork(services, caller.actor, (work) => changeTemplate(work, params.id, body))));
  served.member(templateRoutes.withdraw, async ({ services, caller, params }) => {
    await inWork(services, caller.actor, (work) => dropTemplate(work, params.id));
    return {};
  });
  served.member(agreementRoutes.list, ({ services }) => agreements(services.db));
  served.member(agreementRoutes.add, async ({ services, caller, body }) => shownAgreement(services, await inWork(services, caller.actor, (work) => makeAgreement(work, body))));
  served.member(agreementRoutes.change, async ({ services, caller, params, body }) =>
    shownAgreement(services, await inWork(services, caller.actor, (work) => makeAgreement(work, body, params.id))));
  served.member(agreementRoutes.end, async ({ services, caller, params }) => {
    await inWork(services, caller.actor, (work) => dropAgreement(work, params.id));
    return {};
  });
  served.member(contractRoutes.list, ({ services }) => contracts(services.db));
  served.member(contractRoutes.put, async ({ services, caller, params, body }) => {
    const refusal = await inWork(services, caller.actor, (work) => writeContract(work, params.id, body));
    if (refusal !== null) return refusal;
    const view = await contractWith(services.db, params.id);
    if (view === null) throw new NotFound();
    return view;
  });
  served.member(contractRoutes.end, async ({ services, caller, params }) => {
    await inWork(services, caller.actor, (work) => dropContract(work, params.id));
    return {};
  });
};
