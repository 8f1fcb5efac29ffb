import { NotFound } from '#base/http/failures.ts';
import { sendDownload } from '#base/http/from-outside.ts';
import type { Asked, Served } from '#base/http/serve.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { companyOf } from '#people/index.ts';
import { accessByToken, accessRequestToRead } from '../access.ts';
import { answerOnPage, askBackOnPage, sayNotOursOnPage, seenOnPage } from '../actions/by-page.ts';
import { letGoOnPage, takeOnPage } from '../actions/take.ts';
import { languageFor } from '../actions/letters.ts';
import * as contract from '../contract.ts';
import type { AnsweringView } from '../contract.ts';
import { answeredThisWeek } from '../queries/this-week.ts';
import { caseFile } from '../queries/templates.ts';
import { storiesOf } from '../queries/stories.ts';
import { isLate, stateOf } from '../rules.ts';

/** The page of a colleague without an account. Every route looks at the link first, and says nothing else where it does not open. */
export const serveAnswering = (served: Served): void => {
  served.open(contract.readAnswering, ({ services, params }) => pageFor(services, params.token));
  served.open(contract.readAnsweringFile, ({ services, params, reply }) => sendCaseFile(services, params, reply));
  served.open(contract.markSeen, async ({ services, params }) => {
    await seenOnPage(services, params.token);
    return {};
  });
  const after = async (services: Services, token: string, heard: unknown) => (isRefusal(heard) ? heard : pageFor(services, token));
  served.open(contract.takeOnPage, async ({ services, params, body }) => after(services, params.token, await takeOnPage(services, params.token, body)));
  served.open(contract.letGoOnPage, async ({ services, params }) => after(services, params.token, await letGoOnPage(services, params.token)));
  served.open(contract.sendAnswer, async ({ services, params, body }) => after(services, params.token, await answerOnPage(services, params.token, body)));
  served.open(contract.askBack, async ({ services, params, body }) => after(services, params.token, await askBackOnPage(services, params.token, body.text)));
  served.open(contract.sayNotOurs, async ({ services, params, body }) => after(services, params.token, await sayNotOursOnPage(services, params.token, body)));
};

/** Only a file that was put to this question: the link opens nothing else of the case. */
const sendCaseFile = async (services: Services, { token, fileId }: { token: string; fileId: string }, reply: Asked['reply']): Promise<void> => {
  const link = await accessByToken(services.db, token, services.clock.now());
  const { request } = await accessRequestToRead(services.db, link.requestId);
  const file = request.fields.some(({ attachmentId }) => attachmentId === fileId) ? await caseFile(services.db, fileId) : undefined;
  if (file === undefined) throw new NotFound();
  await sendDownload(services, file, reply);
};

const pageFor = async (services: Services, token: string): Promise<AnsweringView> => {
  const { db, clock } = services;
  const now = clock.now();
  const link = await accessByToken(db, token, now);
  const { request, found } = await accessRequestToRead(db, link.requestId);
  const { timeZone } = await calendarOfDepartment(db, request.department.id, now);
  const story = (await storiesOf(db, [request.id])).get(request.id);
  return {
    company: (await companyOf(db)).name,
    department: request.department.name,
    caseNumber: found.number,
    question: request.question,
    why: request.why,
    choices: request.choices.map(({ label, asksDate }) => ({ label, asksDate })),
    fields: [...request.fields],
    askedBy: request.askedBy.name,
    askedByDepartment: request.askedBy.department,
    askedAt: request.askedAt.toISOString(),
    dueAt: request.dueAt.toISOString(),
    timeZone,
    language: await languageFor(db, link.forAddress),
    state: stateOf(request, now),
    isLate: isLate(request, now),
    youAre: link.forName,
    asksName: link.forAddress.toLowerCase() === request.sentTo.toLowerCase(),
    takenBy: request.takenBy,
    missing: request.sentBackAt === null ? null : (story?.lastSentBack?.missing ?? null),
    turns: (story?.turns ?? []).map(({ id, kind, by, text, choice, promisedFor, whoseIsIt, at }) => ({ id, kind, by, text, choice, promisedFor, whoseIsIt, at })),
    thisWeek: await answeredThisWeek(db, request.department.id, timeZone, now),
  };
};
