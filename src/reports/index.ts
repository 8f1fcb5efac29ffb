/** The front door of reports for other domains. */
export { sendDigest } from './actions/sending.ts';
