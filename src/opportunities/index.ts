/** The front door of opportunities for other domains. */
export { climbDue as climbOpportunities, climbsDue as opportunitiesClimb } from './actions/climb.ts';
export { handOversDue, tellDepartments } from './actions/hand-over.ts';
export { opportunityEvents } from './contract.ts';
export { opportunityFigures } from './queries/figures.ts';
export { opportunityById } from './queries/opportunities.ts';
