import type { EventData } from '#base/events.ts';
import { when, type Handler, type Wiring } from '#base/work.ts';
import { callAboutDelivery, callAboutMessage, callAboutStop, callInsteadOfWriting, caseEvents, endCalls, endLinksOfChat, releaseCasesOf } from '#cases/index.ts';
import { followTheLines, mixAndFollow, mixWhenOthersWrite } from '#channels/chat/index.ts';
import { callAboutMailbox, emailEvents, mailInvitation, mailPasswordChanged, mailRecovery } from '#channels/email/index.ts';
import { followComplaints, forgetLetter, noteLetter } from '#complaints/index.ts';
import { customerPageEvents } from '#customer-page/index.ts';
import { heatChanged, heatingKinds } from '#heat/index.ts';
import { lookWhenHeard, showUndelivered } from '#incidents/index.ts';
import { invitationCameBack, memberEvents } from '#people/index.ts';
import { checkCommitments, followTheMessages, prepareUpdate, releaseWhenResolved, requestCameBack, requestIsLate, takeCommitments } from '#promises/index.ts';
import { prepareCheckBack, showReferral, withdrawUntold } from '#referrals/index.ts';
import { answersAreUsed, requestEvents, showWaitsAnew, tellBoards, withdrawWhatIsLeft } from '#requests/index.ts';
import { indexMessage } from '#search/index.ts';
import { draftLetters, hearLoopAnswer, hearRating, hearSurvey, lookForVoices, makeRestTopic, passDecisionsOn, showUnreached, voiceEvents } from '#voices/index.ts';
import { callAboutLow, planSurveys, surveyCaseEvents } from '#surveys/index.ts';
import { publicHandlers } from './public-events.ts';

/** Whoever sees requests and no cases is told of the request itself. */
const requestChanged: Handler = async (work, { data }) => work.tell('request', (data as { requestId: string }).requestId);

/** A link that was shown to a visitor of the chat, whom nobody has proven, ends where the case holds words of others. */
const endShownLinks: Handler<object> = async (work, { caseId, data }) => {
  const isVisitors = 'channel' in data && data.channel === 'chat';
  if (caseId !== null && !isVisitors) await endLinksOfChat(work, caseId);
};

type Replied = EventData<(typeof caseEvents)['case.replied']>;

/** Heard of every reply but those beside the matter: they answer nothing that waits on the case. */
const aboutTheCase = (handler: Handler<Replied>): Handler<Replied> => async (work, event) => (event.data.isBeside === true ? undefined : handler(work, event));

/** What follows from what. Handlers of one event run in the order of this table, in the transaction of the event. */
const table: readonly [string, readonly Handler[]][] = [
  when(caseEvents['case.opened'], indexMessage, lookForVoices, lookWhenHeard, hearLoopAnswer),
  when(caseEvents['case.taken'], endCalls('taking')),
  when(caseEvents['case.contact_received'], indexMessage, lookForVoices, lookWhenHeard, mixWhenOthersWrite, endShownLinks, hearLoopAnswer, async (work, { caseId, data }) => {
    if (caseId !== null && !data.isThanks) await callAboutMessage(work, caseId, data);
  }),
  when(caseEvents['case.reply_prepared'], checkCommitments),
  when(caseEvents['case.reply_taken_back'], withdrawUntold, forgetLetter),
  when(caseEvents['case.reply_stopped'], withdrawUntold, forgetLetter, async (work, { caseId, data }) => {
    if (caseId !== null) await callAboutStop(work, caseId, data);
  }),
  when(caseEvents['case.replied'], takeCommitments, indexMessage, aboutTheCase(answersAreUsed), showReferral, aboutTheCase(noteLetter), aboutTheCase((work, event) => endCalls(event.data.toMany === true ? 'tellingMany' : 'answering')(work, event))),
  when(caseEvents['case.next_update_set'], endCalls('newDate')),
  // Whoever was sent elsewhere is asked whether it helped, and not told that nothing is new.
  when(caseEvents['case.next_update_near'], prepareCheckBack, prepareUpdate, async (work, { caseId, data }) => {
    if (caseId !== null) await callInsteadOfWriting(work, caseId, data.dueAt);
  }),
  when(caseEvents['case.resolved'], releaseWhenResolved, withdrawWhatIsLeft, endCalls('resolving'), planSurveys),
  when(caseEvents['case.merged'], followTheMessages, followComplaints, showWaitsAnew, mixAndFollow, endShownLinks),
  when(caseEvents['case.unmerged'], followTheMessages, followComplaints, showWaitsAnew, followTheLines),
  when(caseEvents['case.split'], followTheMessages, followComplaints, followTheLines),
  when(caseEvents['case.unsplit'], followTheMessages, followComplaints, followTheLines),
  when(requestEvents['request.sent_back'], async (work, { caseId, data }) => {
    if (caseId !== null) await requestCameBack(work, { requestId: data.requestId, caseId, dueAt: new Date(data.dueAt) });
  }),
  when(requestEvents['request.late'], async (work, { caseId, data }) => {
    if (caseId !== null) await requestIsLate(work, { requestId: data.requestId, caseId });
  }),
  // Each step by which it climbs on is news for whoever keeps a promise behind it; a reminder before it is due is none.
  when(requestEvents['request.climbed'], async (work, { caseId, data }) => {
    if (caseId !== null && data.step !== 'reminder') await requestIsLate(work, { requestId: data.requestId, caseId });
  }),
  when(emailEvents['email.delivery_failed'], async (work, { caseId, data }) => {
    // A survey that came back keeps nobody waiting for an answer of ours.
    if (caseId !== null && data.purpose !== 'survey') await callAboutDelivery(work, caseId, data);
    if (data.purpose === 'invitation') await invitationCameBack(work, data.address);
  }),
  when(emailEvents['email.delivery_failed'], showUndelivered, showUnreached),
  when(surveyCaseEvents['survey.low_followed'], callAboutLow),
  when(emailEvents['email.sent_again'], endCalls('sendingAgain')),
  when(emailEvents['mailbox.in_trouble'], (work, { data }) => callAboutMailbox(work, data)),
  when(memberEvents['member.invited'], (work, { data }) => mailInvitation(work, data.invitationId)),
  when(memberEvents['member.password_forgotten'], (work, { data }) => mailRecovery(work, data.memberId)),
  when(memberEvents['member.password_changed'], (work, { data }) => mailPasswordChanged(work, data.memberId)),
  when(memberEvents['company.set_up'], makeRestTopic),
  when(memberEvents['member.left'], (work, { data }) => releaseCasesOf(work, data.memberId), passDecisionsOn),
  ...Object.values(requestEvents).map(({ kind }): [string, Handler[]] => [kind, [requestChanged]]),
  ...Object.values(requestEvents).map(({ kind }): [string, Handler[]] => [kind, [tellBoards]]),
  when(customerPageEvents['page.rated'], hearRating),
  when(surveyCaseEvents['survey.answered'], hearSurvey),
  when(voiceEvents['theme.taken'], draftLetters),
  when(voiceEvents['theme.left'], draftLetters),
  when(voiceEvents['theme.shipped'], draftLetters),
  when(voiceEvents['theme.came_back'], draftLetters),
  ...publicHandlers,
  ...[...heatingKinds, customerPageEvents['page.rated'].kind].map((kind): [string, Handler[]] => [kind, [heatChanged]]),
];

const wire = (entries: typeof table): Wiring => {
  const wiring = new Map<string, Handler[]>();
  for (const [kind, handlers] of entries) wiring.set(kind, [...(wiring.get(kind) ?? []), ...handlers]);
  return wiring;
};

export const wiring: Wiring = wire(table);
