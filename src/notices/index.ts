/** The front door of notices for other domains. */
export { doneFor, notify, type Notice } from './actions.ts';
