/** The front door of cases for other domains. */
export { accessCase, accessCaseToRead } from './access.ts';
export { callAboutDelivery, callAboutMessage, callAboutStop, endCalls } from './actions/calls.ts';
export { releaseCasesOf } from './actions/owner-left.ts';
export { bringBackPrepared, layAsidePrepared, layReplyReady, showDepartmentWait } from './actions/department-waits.ts';
export { countOpening, endLinksOfChat, issueLink, linkByToken, type OpenedLink } from './actions/links.ts';
export { noteAnswerElsewhere } from './actions/public-answer.ts';
export { receiveContact } from './actions/receive-contact.ts';
export { sendByItself } from './actions/self-updates.ts';
export { firstSelfUpdate, holdSelfUpdate, nearSelfUpdates, type AfterCase, type DueSelfUpdate } from './queries/self-updates.ts';
export { prepareReply } from './actions/reply.ts';
export { mailUnread } from './actions/roads.ts';
export { tellOneOfMany, toldOnAnotherCase } from './actions/tell-many.ts';
export { carryOnOurselves, showThirdPartyWait } from './actions/third-party-waits.ts';
export { reopen, resolveByCustomer, resolveByHand } from './actions/resolution.ts';
export { claimsDue, closeResolved, dispatchDueReplies, nextUpdatesDue, repliesDue, watchClaims, watchNextUpdates } from './actions/watch.ts';
export { memberOf } from './actions/take-charge.ts';
export { caseEvents } from './contract.ts';
export { survivorOf, type LoadedCase } from './queries/case.ts';
