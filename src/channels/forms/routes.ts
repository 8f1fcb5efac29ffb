import { NotFound } from '#base/http/failures.ts';
import { Allowances, networkOf } from '#base/http/allowance.ts';
import type { Served } from '#base/http/serve.ts';
import type { Services } from '#base/services.ts';
import { inWork } from '#base/work.ts';
import type { Intake } from '#channels/intake.ts';
import { storeUploads } from '#channels/store-uploads.ts';
import { companyOf } from '#people/index.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { allForms, formByKey, type FormRow } from './queries.ts';
import { policy, whyNotTaken } from './rules.ts';
import { openedAtIn, ticketFor } from './ticket.ts';

export const serveForms = (served: Served, intake: Intake): void => {
  serveAdministration(served);
  servePublic(served, intake);
};

const serveAdministration = (served: Served): void => {
  served.member(contract.listForms, async ({ services }) => ({
    items: (await allForms(services.db)).map((row) => actions.formViewOf(row, services.config.publicUrl)),
  }));
  served.member(contract.openForm, ({ services, caller, body }) => inWork(services, caller.actor, (work) => actions.makeForm(work, body)));
  served.member(contract.rotateForm, ({ services, caller, params }) => inWork(services, caller.actor, (work) => actions.rotateKey(work, params.id)));
  served.member(contract.closeForm, ({ services, caller, params }) => inWork(services, caller.actor, (work) => actions.endForm(work, params.id)));
};

const openedForm = async (services: Services, key: string): Promise<FormRow> => {
  const form = await formByKey(services.db, key);
  if (form === undefined) throw new NotFound();
  return form;
};

const servePublic = (served: Served, intake: Intake): void => {
  const allowances = new Allowances();
  // One breaker a form, apart from the senders: no flood of invented addresses can push it out of the memory.
  const breakers = new Allowances();
  served.open(contract.readForm, async ({ services, params }) => {
    const now = services.clock.now();
    const form = await openedForm(services, params.key);
    const company = await companyOf(services.db);
    return { companyName: company.name, name: form.name, language: form.language as 'it' | 'en', ticket: ticketFor(services.secrets, params.key, now) };
  });
  served.open(contract.sendForm, async ({ services, request, params, body }) => {
    const now = services.clock.now();
    const form = await openedForm(services, params.key);
    const refusal = whyNotTaken({ unseen: body.website, openedAt: openedAtIn(services.secrets, params.key, body.ticket) }, now);
    if (refusal !== null) return refusal;
    allowances.take(`form-sender ${networkOf(request.ip)}`, policy.perSender, now);
    allowances.take(`form-address ${body.email.toLowerCase()}`, policy.perAddress, now);
    breakers.take(form.id, policy.perForm, now);
    const files = await storeUploads(services.files, body.files);
    return inWork(services, { kind: 'customer', id: null, name: body.name }, (work) => actions.fileForm(work, intake, { form, sent: body, files }));
  });
};
