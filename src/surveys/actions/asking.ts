import { day, plus } from '#base/clock.ts';
import { firstOf, type Due } from '#base/due.ts';
import { newId } from '#base/ids.ts';
import { isRefusal } from '#base/refusal.ts';
import { hashToken, newToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Handler, type Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { isOpen, nextOpening } from '#calendar/rules.ts';
import { queueSurveyMail } from '#channels/email/index.ts';
import { serviceDepartment } from '#people/index.ts';
import { surveyCaseEvents } from '../contract.ts';
import { letterOf } from '../letter.ts';
import * as queries from '../queries/invitations.ts';
import { latestVersion, runningSurveys, surveyById, type Survey } from '../queries/surveys.ts';
import { isMeant, isSampled, plannedFor, whyNotAsked } from '../rules.ts';

/** A case is resolved: whoever is meant by a survey that runs will be asked about it. Hears `case.resolved`. */
export const planSurveys: Handler<object> = async (work, { caseId }) => {
  if (caseId === null) return;
  const surveys = (await runningSurveys(work.tx)).filter(({ rule }) => rule.ways.mail);
  if (surveys.length === 0) return;
  const found = await queries.askedCase(work.tx, caseId);
  for (const { id, rule } of surveys) {
    if (!isMeant(rule, found)) continue;
    const { customerId, language } = found;
    await queries.planInvitation(work.tx, { id: newId(work.now), surveyId: id, caseId, customerId, language, dueAt: plannedFor(rule, work.now) });
  }
};

export const surveysDue: Due = (reader) => [{ at: firstOf(queries.waiting(reader), 'due_at') }];

const batch = 50;

/** Asks whom it is time to ask, each in a transaction of its own: killed at any moment it goes on, and asks nobody twice. */
export const askCustomers = async (services: Services): Promise<void> => {
  for (const id of await queries.dueInvitations(services.db, services.clock.now(), batch)) await inWork(services, system, (work) => askOne(work, id));
};

const askOne = async (work: Work, id: string): Promise<void> => {
  const invitation = await queries.holdDue(work.tx, id, work.now);
  if (invitation === undefined) return;
  const survey = await surveyById(work.tx, invitation.survey_id);
  if (survey === undefined) throw new Error(`Invitation ${id} belongs to no survey.`);
  const standing = await standingOf(work, invitation, survey);
  const because = whyNotAsked(survey.rule, standing, work.now);
  if (because !== null) return queries.settleUnasked(work.tx, id, because, work.now);
  const opensAt = await whenOpen(work);
  if (opensAt > work.now) return queries.postpone(work.tx, id, opensAt);
  if (standing.address !== null) await send(work, { invitation, survey, address: standing.address.value });
};

const standingOf = async (work: Work, invitation: queries.Invitation, survey: Survey) => {
  await queries.oneAtATime(work.tx, invitation.customer_id);
  const [found, known] = [await queries.askedCase(work.tx, invitation.case_id), await queries.knownOf(work.tx, { customerId: invitation.customer_id, caseId: invitation.case_id })];
  const { address, isProven, hasBounced, ...rest } = known;
  return {
    ...rest,
    isRunning: survey.running_since !== null && survey.rule.ways.mail,
    // A case whose customer is another one now is as good as merged: its words are not theirs.
    isMerged: found.isMerged || found.customerId !== invitation.customer_id,
    isResolved: found.resolvedAt !== null,
    isSampled: isSampled(survey.id, invitation.case_id, survey.rule.samplePercent),
    address: address === null ? null : { value: address, isProven, hasBounced },
  };
};

/** Now, in the company's opening hours; else when it opens next. */
const whenOpen = async (work: Work) => {
  const calendar = await calendarOfDepartment(work.tx, (await serviceDepartment(work.tx)).id, work.now);
  if (isOpen(calendar, work.now)) return work.now;
  const opens = nextOpening(calendar, work.now);
  // A service that never opens has other sorrows than the hour of a survey.
  return isRefusal(opens) ? work.now : opens;
};

interface Sending {
  readonly invitation: queries.Invitation;
  readonly survey: Survey;
  readonly address: string;
}

/** The address under which a link is opened. */
export const addressOf = (work: Pick<Work, 'services'>, token: string): string => `${work.services.config.publicUrl}/s/${token}`;

const send = async (work: Work, { invitation, survey, address }: Sending): Promise<void> => {
  const [found, version] = [await queries.askedCase(work.tx, invitation.case_id), await latestVersion(work.tx, survey.id)];
  const token = newToken();
  const { livesDays } = survey.rule;
  const language = invitation.language as 'it' | 'en';
  const letter = letterOf({ language, content: version.content, customerName: found.customerName, caseNumber: found.number, subject: found.subject, address: addressOf(work, token), livesDays });
  const outboxId = await queueSurveyMail(work, { ...letter, language, caseId: found.id, caseNumber: found.number, departmentId: found.departmentId, to: { address, name: found.customerName } });
  await queries.settleAsked(work.tx, invitation.id, { versionId: version.id, tokenHash: hashToken(token), expiresAt: plus(work.now, livesDays * day), outboxId, now: work.now });
  work.emit(surveyCaseEvents['survey.asked'](found.id, { surveyId: survey.id, name: survey.name, invitationId: invitation.id, way: 'mail' }));
  work.tell('survey', survey.id);
};
