import { NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import { inWork } from '#base/work.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { customersLike, customerViewById } from './queries.ts';

export const serveCustomers = (served: Served): void => {
  served.member(contract.readCustomer, async ({ services, params }) => {
    const view = await customerViewById(services.db, params.id);
    if (view === undefined) throw new NotFound();
    return view;
  });
  served.member(contract.findCustomers, async ({ services, query }) => {
    const rows = await customersLike(services.db, query.like);
    return { items: rows.map((row) => ({ ...row, openCases: row.openCases ?? 0 })), next: null };
  });
  served.member(contract.addCustomer, ({ services, caller, body }) => inWork(services, caller.actor, (work) => actions.addCustomer(work, body)));
  served.member(contract.changeCustomer, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => actions.changeCustomer(work, params.id, body)),
  );
  served.member(contract.addIdentity, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => actions.addIdentity(work, params.id, body)),
  );
};
