/** The front door of requests for other domains. */
export { answerByMail } from './actions/by-mail.ts';
export { climbDue } from './actions/climb.ts';
export { answersAreUsed, showWaitsAnew, withdrawWhatIsLeft } from './actions/follow.ts';
export { addTemplate, makeAgreement, writeContract } from './actions/arranging.ts';
export { askWhatWaited } from './actions/plan.ts';
export { tellBoards } from './actions/tell-department.ts';
export { tellSentBack } from './actions/send-back.ts';
export { requestEvents } from './contract.ts';
export { requestsOnCase } from './queries/requests.ts';
export { viewsOf } from './views.ts';
