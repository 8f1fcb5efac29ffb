/** The front door of incidents for other domains. */
export { lookAtCase, lookForCases, lookWhenHeard } from './actions/looking.ts';
export { tellIncidents } from './actions/telling.ts';
export { showUndelivered, watchIncidents } from './actions/watch.ts';
