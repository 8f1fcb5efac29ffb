export { recogniseCustomer } from './actions.ts';
export { customerEvents } from './contract.ts';
export { addressesOf, customerById, customerByIdentity } from './queries.ts';
