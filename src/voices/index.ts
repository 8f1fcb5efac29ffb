/** The front door of voices for other domains. */
export { hearRating } from './actions/answers.ts';
export { climbThemes, decisionsDue, passDecisionsOn, watchShipping } from './actions/watch.ts';
export { classify } from './understanding/classify.ts';
export { evaluateUnderstanding } from './understanding/train/evaluate.ts';
export { trainUnderstanding } from './understanding/train/train.ts';
