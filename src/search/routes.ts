import type { Served } from '#base/http/serve.ts';
import { search } from './actions.ts';
import { pageOfCustomer } from './cases-of-customer.ts';
import * as contract from './contract.ts';

export const serveSearch = (served: Served): void => {
  served.member(contract.searchEverything, ({ services, query }) => search(services, query.q, query.cursor));
  served.member(contract.casesOfCustomer, ({ services, params, query }) => pageOfCustomer(services.db, params.id, query.cursor));
};
