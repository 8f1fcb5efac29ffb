/** The front door of voices for other domains. */
export { hearRating } from './actions/answers.ts';
export { climbThemes, decisionsDue, passDecisionsOn, watchShipping } from './actions/watch.ts';
