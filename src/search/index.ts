/** The front door of search for other domains. */
export { catchUp, indexMessage, indexWords } from './indexing.ts';
