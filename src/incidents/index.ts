/** The front door of incidents for other domains. */
export { lookAtCase, lookForCases, lookWhenHeard } from './actions/looking.ts';
export { tellIncidents, tellingsDue } from './actions/telling.ts';
export { incidentsDue, showUndelivered, watchIncidents } from './actions/watch.ts';
