import { day, plus } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { NotFound } from '#base/http/failures.ts';
import { inert } from '#base/http/from-outside.ts';
import type { Served } from '#base/http/serve.ts';
import { newId } from '#base/ids.ts';
import { hashToken, newToken } from '#base/secrets.ts';
import { inWork, type Work } from '#base/work.ts';
import { linkByToken, survivorOf, type OpenedLink } from '#cases/index.ts';
import { customerById } from '#customers/index.ts';
import { addressOf } from './actions/asking.ts';
import * as contract from './contract.ts';
import type { Content } from './contract.ts';
import * as queries from './queries/invitations.ts';
import { latestVersion, runningSurveys, type Survey } from './queries/surveys.ts';
import { isMeant } from './rules.ts';

interface Waiting {
  readonly survey: Survey;
  readonly found: queries.AskedCase;
}

/**
 * The survey that waits for the customer on the page of their case: it runs, shows itself there, means them, and has not asked them
 * about this case. Whoever came to the page by themselves is not disturbed: neither the sample nor the rest keeps it from them.
 */
const waitingFor = async (reader: Reader, link: OpenedLink): Promise<Waiting | null> => {
  const found = await queries.askedCase(reader, await survivorOf(reader, link.caseId));
  if (found.resolvedAt === null || found.customerId !== link.customerId || (await queries.hasRefused(reader, link.customerId))) return null;
  const asked = await queries.surveysThatAsked(reader, found.id);
  const survey = (await runningSurveys(reader)).find(({ id, rule }) => rule.ways.page && isMeant(rule, found) && !asked.includes(id));
  return survey === undefined ? null : { survey, found };
};

/** Asks there and then: the link to the questions is theirs, as one in a mail would be. */
const begin = async (work: Work, link: OpenedLink): Promise<{ address: string }> => {
  await queries.oneAtATime(work.tx, link.customerId);
  const waiting = await waitingFor(work.tx, link);
  if (waiting === null) throw new NotFound();
  const { survey, found } = waiting;
  const [token, version] = [newToken(), await latestVersion(work.tx, survey.id)];
  await queries.planInvitation(work.tx, { id: newId(work.now), surveyId: survey.id, caseId: found.id, customerId: found.customerId, language: found.language, dueAt: work.now });
  const id = await queries.askOnPage(work.tx, { surveyId: survey.id, caseId: found.id });
  await queries.settleAsked(work.tx, id, { versionId: version.id, tokenHash: hashToken(token), expiresAt: plus(work.now, survey.rule.livesDays * day), outboxId: null, now: work.now });
  work.emit(contract.surveyCaseEvents['survey.asked'](found.id, { surveyId: survey.id, name: survey.name, invitationId: id, way: 'page' }));
  work.tell('survey', survey.id);
  return { address: addressOf(work, token) };
};

/** The title of what waits on the page that a link opens; null where nothing does. */
export const surveyWaiting = async (reader: Reader, link: OpenedLink): Promise<Content['title'] | null> => {
  const waiting = await waitingFor(reader, link);
  return waiting === null ? null : (await latestVersion(reader, waiting.survey.id)).content.title;
};

/** A form of the customer's own page, by the link that opens it. */
export const serveOnCustomersPage = (served: Served): void => {
  served.open(contract.beginOnPage, async ({ services, params, reply }) => {
    const link = await linkByToken(services.db, params.token, services.clock.now());
    if (link === undefined) throw new NotFound();
    const customer = await customerById(services.db, link.customerId);
    const { address } = await inWork(services, { kind: 'customer', id: link.customerId, name: customer?.name ?? '' }, (work) => begin(work, link));
    return reply.headers(inert()).redirect(new URL(address).pathname, 303);
  });
};
