import { day, plus, type Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import { newId } from '#base/ids.ts';
import { hashToken, newToken } from '#base/secrets.ts';
import { inWork, type Work } from '#base/work.ts';
import { linkByToken, survivorOf, type OpenedLink } from '#cases/index.ts';
import { customerById } from '#customers/index.ts';
import { addressOf } from './actions/asking.ts';
import * as contract from './contract.ts';
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

/** On the customer's own page, by the link that opens it. */
export const serveOnCustomersPage = (served: Served): void => {
  const open = async (reader: Reader, token: string, now: Instant): Promise<OpenedLink> => {
    const link = await linkByToken(reader, token, now);
    if (link === undefined) throw new NotFound();
    return link;
  };
  served.open(contract.surveyOnPage, async ({ services, params }) => {
    const waiting = await waitingFor(services.db, await open(services.db, params.token, services.clock.now()));
    return { survey: waiting === null ? null : { title: (await latestVersion(services.db, waiting.survey.id)).content.title } };
  });
  served.open(contract.beginOnPage, async ({ services, params }) => {
    const link = await open(services.db, params.token, services.clock.now());
    const customer = await customerById(services.db, link.customerId);
    return inWork(services, { kind: 'customer', id: link.customerId, name: customer?.name ?? '' }, (work) => begin(work, link));
  });
};
