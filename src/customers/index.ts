export { addCustomer, nameAnew, recogniseCustomer, setWorth, type CustomerWorth } from './actions.ts';
export { addressesOf, customerById, customerByIdentity } from './queries.ts';
