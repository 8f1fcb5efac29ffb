/** The front door of surveys for other domains. */
export { answerByLink } from './actions/whole-answer.ts';
export { askCustomers, planSurveys, surveysDue } from './actions/asking.ts';
export { answersDue, callAboutLow, settleAnswers, type SurveyParts } from './actions/settling.ts';
export { surveyCaseEvents } from './contract.ts';
export { surveyFigures } from './figures.ts';
export { surveyWaiting } from './on-page.ts';
export { sitesOfSurvey } from './sites.ts';
