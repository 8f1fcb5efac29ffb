import { minute, plus } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import { hashToken, newToken } from '#base/secrets.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import { normaliseIdentity } from '#customers/rules.ts';
import type { Opened } from '../access.ts';
import type { Question } from '../contract.ts';
import * as queries from '../queries/responses.ts';
import { askedOf, type Answer } from '../rules.ts';

/** Whoever leaves half-way has said what they said: after this long without another answer it counts as it stands. */
export const settlesAfter = 30 * minute;

interface Given {
  readonly question: Question;
  readonly answer: Answer | null;
}

/** The response of whoever holds a link, begun with their first answer; a refusal where it counts already. */
export const openResponse = async (work: Work, opened: Opened, language: Language): Promise<queries.Response | Refusal> => {
  const { invitation, survey, version } = opened;
  if (opened.response === null && invitation !== null) {
    await queries.beginResponse(work.tx, {
      id: newId(work.now), surveyId: survey.id, versionId: version.id, invitationId: invitation.id, way: invitation.way, caseId: invitation.case_id, customerId: invitation.customer_id,
      language, tokenHash: null, settlesAt: plus(work.now, settlesAfter), now: work.now,
    });
  }
  const known = opened.response ?? (invitation === null ? undefined : await queries.responseOfInvitation(work.tx, invitation.id));
  const held = known === undefined ? undefined : await queries.holdOpen(work.tx, known.id);
  return held ?? refuse('survey.already_answered');
};

/** Somebody who came by the public link: their own link from the first answer on. */
export const beginOpenly = async (work: Work, { survey, version }: Opened, { language, way }: { language: Language; way: 'link' | 'widget' }): Promise<{ token: string; response: queries.Response }> => {
  const token = newToken();
  const id = newId(work.now);
  await queries.beginResponse(work.tx, {
    id, surveyId: survey.id, versionId: version.id, invitationId: null, way, caseId: null, customerId: null, language, tokenHash: hashToken(token), settlesAt: plus(work.now, settlesAfter), now: work.now,
  });
  const response = await queries.holdOpen(work.tx, id);
  if (response === undefined) throw new Error('A response that was just begun is gone.');
  return { token, response };
};

/** Keeps one answer, or takes it back. Each starts the half hour anew in which the rest may follow. */
export const giveAnswer = async (work: Work, response: queries.Response, { question, answer }: Given): Promise<void> => {
  await queries.putAnswer(work.tx, { responseId: response.id, question, answer, now: work.now });
  await queries.setSettlesAt(work.tx, response.id, plus(work.now, settlesAfter));
};

/** What is no longer asked, because an earlier answer changed, is forgotten: it would be counted as said. */
export const forgetUnasked = async (work: Work, response: queries.Response, questions: readonly Question[]): Promise<void> => {
  const answers = await queries.answersOf(work.tx, response.id);
  await queries.dropAnswers(work.tx, response.id, askedOf(questions, answers).map(({ key }) => key));
};

/** Where somebody whom we do not know wants to hear from us. Nobody has proven it, and nothing is mailed there by itself. */
export const leaveAddress = async (work: Work, response: queries.Response, typed: string): Promise<Refusal | null> => {
  const address = normaliseIdentity('email', typed);
  if (isRefusal(address)) return address;
  await queries.setEmail(work.tx, response.id, address);
  return null;
};
