/** The front door of requests for other domains. */
export { answerByMail } from './actions/by-mail.ts';
export { climbDue, climbsDue } from './actions/climb.ts';
export { answersAreUsed, showWaitsAnew, withdrawWhatIsLeft } from './actions/follow.ts';
export { addTemplate, makeAgreement, writeContract } from './actions/arranging.ts';
export { askWhatWaited, planDue } from './actions/plan.ts';
export { tellBoards } from './actions/tell-department.ts';
export { returnsLeave, tellSentBack } from './actions/send-back.ts';
export { requestEvents } from './contract.ts';
export { viewsOnCase } from './views.ts';
