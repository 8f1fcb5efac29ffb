/** The front door of webhooks for other domains. */
export { deliveriesDue, deliverWebhooks, forgetDeliveries } from './actions/deliver.ts';
export { publish } from './actions/publish.ts';
