import { NotFound } from '#base/http/failures.ts';
import { sendDownload } from '#base/http/from-outside.ts';
import type { Asked, Served } from '#base/http/serve.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork } from '#base/work.ts';
import { accessCaseToRead } from '#cases/index.ts';
import { accessRequestToRead } from './access.ts';
import { askForAnswer } from './actions/ask.ts';
import { sendBack, undoSendingBack } from './actions/send-back.ts';
import { remindByHand, replyToDepartment, withdrawByHand } from './actions/asker.ts';
import * as contract from './contract.ts';
import type { RequestView } from './contract.ts';
import { fileById } from './queries/turns.ts';
import { serveArranging } from './routes/arranging.ts';
import { serveAnswering } from './routes/answering.ts';
import { serveBoard } from './routes/board.ts';
import { serveHeld } from './routes/held.ts';
import { servePlans } from './routes/plans.ts';
import { viewById } from './routes/view-by-id.ts';
import { previewOf } from './routes/preview.ts';
import { listFor } from './routes/list.ts';
import { viewsOnCase } from './views.ts';

export const serveRequests = (served: Served): void => {
  serveAsking(served);
  serveReading(served);
  serveAnswering(served);
  serveArranging(served);
  servePlans(served);
  serveHeld(served);
  serveBoard(served);
};

/** What was just done to a request, as it stands now; a refusal as it is. */
const shown = async (services: Services, done: { id: string } | Refusal): Promise<RequestView | Refusal> =>
  isRefusal(done) ? done : viewById(services, done.id);

const serveAsking = (served: Served): void => {
  served.member(contract.previewDue, ({ services, params, query, language }) =>
    previewOf(services, { departmentId: params.id, kind: query.kind ?? null, urgency: query.urgency }, language));
  served.member(contract.sendRequest, async ({ services, caller, params, body }) =>
    shown(services, await inWork(services, caller.actor, (work) => askForAnswer(work, params.id, body))));
  served.member(contract.replyToDepartment, async ({ services, caller, params, body }) =>
    shown(services, await inWork(services, caller.actor, (work) => replyToDepartment(work, params.id, body.text))));
  served.member(contract.remindDepartment, async ({ services, caller, params }) =>
    shown(services, await inWork(services, caller.actor, (work) => remindByHand(work, params.id))));
  served.member(contract.sendBackAnswer, async ({ services, caller, params, body }) =>
    shown(services, await inWork(services, caller.actor, (work) => sendBack(work, params.id, body.missing))));
  served.member(contract.undoSendingBack, async ({ services, caller, params }) =>
    shown(services, await inWork(services, caller.actor, (work) => undoSendingBack(work, params.id))));
  served.member(contract.withdrawRequest, async ({ services, caller, params, body }) =>
    shown(services, await inWork(services, caller.actor, (work) => withdrawByHand(work, params.id, body.reason))));
};

const serveReading = (served: Served): void => {
  served.member(contract.requestsOfCase, async ({ services, params }) => {
    await accessCaseToRead(services.db, params.id);
    return { items: await viewsOnCase(services.db, params.id, services.clock.now()) };
  });
  served.member(contract.readRequest, ({ services, params }) => viewById(services, params.id));
  served.member(contract.listRequests, ({ services, caller, query }) => listFor(services, caller, query));
  served.member(contract.readRequestFile, ({ services, params, reply }) => sendFile(services, params.id, reply));
};

const sendFile = async (services: Services, id: string, reply: Asked['reply']): Promise<void> => {
  const file = await fileById(services.db, id);
  if (file === undefined) throw new NotFound();
  await accessRequestToRead(services.db, file.requestId);
  await sendDownload(services, file, reply);
};
