import { when, type Handler, type Wiring } from '#base/work.ts';
import { callAboutDelivery, callAboutMessage, callAboutStop, caseEvents } from '#cases/index.ts';
import { callAboutMailbox, emailEvents } from '#channels/email/index.ts';
import { heatWiring } from '#heat/wiring.ts';
import { requestIsLate } from '#promises/index.ts';
import { promiseWiring } from '#promises/wiring.ts';
import { answersAreUsed, requestEvents, showWaitsAnew, withdrawWhatIsLeft } from '#requests/index.ts';
import { indexMessage } from '#search/index.ts';

/** What follows from what. Handlers of one event run in the order of this table, in the transaction of the event. */
const table: readonly [string, readonly Handler[]][] = [
  when(caseEvents['case.contact_received'], (work, { caseId, data }) =>
    caseId === null || data.isThanks || data.loggedBy === work.actor.id ? Promise.resolve() : callAboutMessage(work, caseId, data.messageId),
  ),
  when(caseEvents['case.opened'], indexMessage),
  when(caseEvents['case.contact_received'], indexMessage),
  when(caseEvents['case.replied'], indexMessage, answersAreUsed),
  when(caseEvents['case.resolved'], withdrawWhatIsLeft),
  when(caseEvents['case.merged'], showWaitsAnew),
  when(caseEvents['case.unmerged'], showWaitsAnew),
  when(caseEvents['case.reply_stopped'], (work, { caseId, data }) => (caseId === null ? Promise.resolve() : callAboutStop(work, caseId, data))),
  when(emailEvents['email.delivery_failed'], (work, { caseId, data }) => (caseId === null ? Promise.resolve() : callAboutDelivery(work, caseId, data))),
  ...promiseWiring,
  when(requestEvents['request.late'], (work, { caseId, data }) => (caseId === null ? Promise.resolve() : requestIsLate(work, { requestId: data.requestId, caseId }))),
  ...heatWiring,
  when(emailEvents['mailbox.in_trouble'], (work, { data }) => callAboutMailbox(work, data)),
];

const wire = (entries: typeof table): Wiring => {
  const wiring = new Map<string, Handler[]>();
  for (const [kind, handlers] of entries) wiring.set(kind, [...(wiring.get(kind) ?? []), ...handlers]);
  return wiring;
};

export const wiring: Wiring = wire(table);
