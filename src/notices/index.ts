/** The front door of notices for other domains. */
export { doneFor, doneForKey, followTo, notify, type Notice } from './actions.ts';
