/** The front door of notices for other domains. */
export { doneFor, followTo, notify, type Notice } from './actions.ts';
