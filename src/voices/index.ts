/** The front door of voices for other domains. */
export { hearRating, hearSurvey } from './actions/answers.ts';
export { draftLetters } from './actions/drafting.ts';
export { hearLoopAnswer } from './actions/loop-answers.ts';
export { sortVoicesAtNight } from './actions/night.ts';
export { lettersDue, showUnreached, tellLoop } from './actions/telling.ts';
export { voiceEvents } from './contract.ts';
export { loopFigures } from './figures.ts';
export { findVoices, lookForVoices } from './jobs.ts';
export { climbVoices, placingDue } from './actions/placing.ts';
export { makeRestTopic } from './actions/topics.ts';
export { climbThemes, decisionsDue, passDecisionsOn, watchLetters, watchShipping } from './actions/watch.ts';
export { serveIdeas } from './public/routes.ts';
export { classify } from './understanding/classify.ts';
export { evaluateUnderstanding } from './understanding/train/evaluate.ts';
export { trainUnderstanding } from './understanding/train/train.ts';
export { rank } from './understanding/find.ts';
export { groupTexts } from './understanding/group.ts';
export { mergePairs } from './understanding/resemble.ts';
