/** The front door of heat for other domains. */
export { refreshHeat } from './actions/refresh.ts';
export { heatOf } from './queries/heat.ts';
export { heatChanged, heatingKinds } from './heating.ts';
export { heatJobs } from './jobs.ts';
export { heatDue, lookAtHeatAgain } from './actions/refresh.ts';
export { learnAtNight, learnFromOurCases } from './actions/learn.ts';
export * from './forecast/index.ts';
