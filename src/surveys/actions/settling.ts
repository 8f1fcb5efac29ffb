import { firstOf, type Due } from '#base/due.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Actor, type Handler, type Work } from '#base/work.ts';
import { survivorOf, accessCase } from '#cases/index.ts';
import type { ContactReceived, Intake } from '#channels/intake.ts';
import { doneFor, notify } from '#notices/index.ts';
import { leadsOf } from '#people/index.ts';
import { surveyCaseEvents, type Low } from '../contract.ts';
import { hearBitter } from '../hearing.ts';
import { lowLetter } from '../low-letter.ts';
import * as queries from '../queries/responses.ts';
import { surveyById, versionById, type Survey } from '../queries/surveys.ts';
import { countedAnswers, isScale, lowIn, scales } from '../rules.ts';

/** What surveys ask of others: where a low score is handed in like any other contact. */
export interface SurveyParts {
  readonly intake: Intake;
}

export const answersDue: Due = (reader) => [{ at: firstOf(queries.unsettled(reader), 'settles_at') }];

const batch = 50;

/** What was left half-way counts as it stands. */
export const settleAnswers = async (services: Services, parts: SurveyParts): Promise<void> => {
  for (const id of await queries.dueResponses(services.db, services.clock.now(), batch)) {
    await inWork(services, await respondent(services, id), async (work) => {
      const held = await queries.holdOpen(work.tx, id);
      if (held !== undefined && held.settles_at <= work.now) await settleResponse(work, parts, { response: held, isComplete: false });
    });
  }
};

/** In whose name it is settled: the customer's, where we know them. */
const respondent = async ({ db }: Services, id: string): Promise<Actor> => {
  const response = await queries.responseById(db, id);
  const customerId = response?.customer_id ?? null;
  const known = customerId === null ? undefined : await queries.identityOf(db, customerId);
  return customerId === null || known === undefined ? system : { kind: 'customer', id: customerId, name: known.name };
};

interface Settling {
  readonly response: queries.Response;
  readonly isComplete: boolean;
}

/**
 * The answers count from now on, and are told once. What is low is handed to whoever has the case, in the same transaction: killed at
 * any moment, either all of it happened or nothing. The caller holds the response, and it was not settled.
 */
export const settleResponse = async (work: Work, parts: SurveyParts, { response, isComplete }: Settling): Promise<void> => {
  const [survey, version] = [await surveyById(work.tx, response.survey_id), await versionById(work.tx, response.version_id)];
  if (survey === undefined) throw new Error(`Response ${response.id} belongs to no survey.`);
  const language = response.language as 'it' | 'en';
  const counted = countedAnswers(version.content.questions, await queries.answersOf(work.tx, response.id));
  const low = lowIn(counted, hearBitter);
  // They went back and thought again: what is not asked of them after all is not counted as said.
  await queries.dropAnswers(work.tx, response.id, counted.map(({ question }) => question.key));
  await queries.settle(work.tx, response.id, { isComplete, low, now: work.now });
  const scores = counted.flatMap(({ question, answer }) => (answer.score === null ? [] : [{ question: question.key, kind: question.kind, score: answer.score }]));
  const texts = counted.flatMap(({ question, answer }) => (answer.words === null ? [] : [{ question: question.key, asked: question.words[language], text: answer.words }]));
  const { way } = response;
  work.emit(surveyCaseEvents['survey.answered'](response.case_id, { ...named(survey), responseId: response.id, way: way as 'mail', customerId: response.customer_id, language, isComplete, scores, texts, low }));
  if (low !== null) await follow(work, parts, { survey, response, low, text: lowLetter(language, { name: survey.name, answers: counted }) });
  work.tell('survey', survey.id);
};

const named = ({ id, name }: Survey) => ({ surveyId: id, name });

interface Following {
  readonly survey: Survey;
  readonly response: queries.Response;
  readonly low: Low;
  readonly text: string;
}

/**
 * A low score joins the case it is about, which opens again for the one who had it, with the clock of any contact; without a case it
 * opens one. Whom we do not know and who left no address cannot be written to: their words stand among the answers.
 */
const follow = async (work: Work, { intake }: SurveyParts, { survey, response, low, text }: Following): Promise<void> => {
  const from = await senderOf(work, response);
  if (from === null) return;
  const caseId = response.case_id === null ? null : await survivorOf(work.tx, response.case_id);
  const filed = await intake.contact(work, {
    channel: 'form',
    at: work.now,
    from,
    subject: survey.name,
    text,
    folded: '',
    html: null,
    files: [],
    language: response.language as 'it' | 'en',
    departmentId: caseId === null ? null : (await accessCase(work, caseId)).departmentId,
    // The link was mailed to the customer of this very case.
    answers: caseId === null ? null : { caseId, proof: 'own_page' },
    rawMailId: null,
    isAutomatic: false,
    loggedBy: null,
  });
  const became = filed.became === 'joined' ? 'joined' : 'opened';
  await queries.setBecame(work.tx, response.id, { became, caseId: filed.caseId });
  const [worst] = low.scores;
  work.emit(
    surveyCaseEvents['survey.low_followed'](filed.caseId, {
      ...named(survey), responseId: response.id, messageId: filed.messageId, became,
      score: worst?.score ?? null, outOf: worst !== undefined && isScale(worst.kind) ? scales[worst.kind].to : null, words: low.bitter.length === 0 ? null : low.bitter.join(', ').slice(0, 200),
    }),
  );
};

/** Whose words they are: the customer's whom we asked, or whoever left an address; nobody's otherwise. */
const senderOf = async (work: Work, response: queries.Response): Promise<ContactReceived['from'] | null> => {
  if (response.customer_id === null) return response.email === null ? null : { kind: 'email', value: response.email, name: '' };
  const known = await queries.identityOf(work.tx, response.customer_id);
  return known === undefined ? null : { ...known, customerId: response.customer_id };
};

/** Calls whoever has the case, and the leads; instead of the call that any message makes. Hears `survey.low_followed`. */
export const callAboutLow: Handler<{ readonly responseId: string; readonly messageId: string; readonly name: string; readonly score: number | null; readonly outOf: number | null; readonly words: string | null }> = async (work, { caseId, data }) => {
  if (caseId === null) return;
  const found = await accessCase(work, caseId);
  await doneFor(work, { caseId, kinds: ['customer_wrote'], key: data.messageId });
  const { score, outOf, words, name, responseId } = data;
  const facts = { key: responseId, caseNumber: found.number, customer: work.actor.kind === 'customer' ? work.actor.name : undefined, what: name, ...(score === null || outOf === null ? {} : { score, outOf }), ...(words === null ? {} : { reason: words }) };
  const called = new Set([...(found.owner === null ? [] : [found.owner.id]), ...(await leadsOf(work.tx)).map(({ id }) => id)]);
  for (const memberId of called) await notify(work, { memberId, kind: 'survey_low', caseId, facts });
};
