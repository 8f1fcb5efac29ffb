/** The front door of the customer's page for other domains. */
export { customerPageEvents } from './contract.ts';
