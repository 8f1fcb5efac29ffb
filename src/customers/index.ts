export { addCustomer, nameAnew, recogniseCustomer, setWishes, setWorth, type CustomerWorth } from './actions.ts';
export { addressesOf, customerById, customerByIdentity } from './queries.ts';
