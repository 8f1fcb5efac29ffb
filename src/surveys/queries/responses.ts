import { sql, type Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { SurveyResponses } from '#migrations/tables.ts';
import type { Low, Question } from '../contract.ts';
import type { Answer, Answers } from '../rules.ts';

export type Response = Selectable<SurveyResponses>;

interface NewResponse {
  readonly id: string;
  readonly surveyId: string;
  readonly versionId: string;
  readonly invitationId: string | null;
  readonly way: string;
  readonly caseId: string | null;
  readonly customerId: string | null;
  readonly language: string;
  readonly tokenHash: string | null;
  readonly settlesAt: Instant;
  readonly now: Instant;
}

/** The first answer of somebody. Two first answers at once, of one invitation, are one response. */
export const beginResponse = async (tx: Tx, fresh: NewResponse): Promise<void> => {
  await tx
    .insertInto('survey_responses')
    .values({
      id: fresh.id, survey_id: fresh.surveyId, version_id: fresh.versionId, invitation_id: fresh.invitationId, way: fresh.way, case_id: fresh.caseId, customer_id: fresh.customerId,
      language: fresh.language, token_hash: fresh.tokenHash, begun_at: fresh.now, settles_at: fresh.settlesAt,
    })
    .onConflict((conflict) => conflict.column('invitation_id').doNothing())
    .execute();
};

export const responseOfInvitation = (reader: Reader, invitationId: string): Promise<Response | undefined> =>
  reader.selectFrom('survey_responses').where('invitation_id', '=', invitationId).selectAll().executeTakeFirst();

export const responseById = (reader: Reader, id: string): Promise<Response | undefined> => reader.selectFrom('survey_responses').where('id', '=', id).selectAll().executeTakeFirst();

export const responseByToken = (reader: Reader, tokenHash: string, begunAfter: Instant): Promise<Response | undefined> =>
  reader.selectFrom('survey_responses').where('token_hash', '=', tokenHash).where('begun_at', '>', begunAfter).selectAll().executeTakeFirst();

/** Holds what is not settled yet. */
export const holdOpen = (tx: Tx, id: string): Promise<Response | undefined> =>
  tx.selectFrom('survey_responses').where('id', '=', id).where('settled_at', 'is', null).selectAll().forUpdate().executeTakeFirst();

export const unsettled = (reader: Reader) => reader.selectFrom('survey_responses').where('settled_at', 'is', null);

export const dueResponses = async (reader: Reader, now: Instant, limit: number): Promise<string[]> =>
  (await unsettled(reader).where('settles_at', '<=', now).orderBy('settles_at').limit(limit).select('id').execute()).map(({ id }) => id);

export const setSettlesAt = async (tx: Tx, id: string, settlesAt: Instant): Promise<void> => {
  await tx.updateTable('survey_responses').set({ settles_at: settlesAt }).where('id', '=', id).execute();
};

export const setEmail = async (tx: Tx, id: string, email: string): Promise<void> => {
  await tx.updateTable('survey_responses').set({ email }).where('id', '=', id).execute();
};

export const settle = async (tx: Tx, id: string, { isComplete, low, now }: { isComplete: boolean; low: Low | null; now: Instant }): Promise<void> => {
  await tx.updateTable('survey_responses').set({ settled_at: now, is_complete: isComplete, low: low === null ? null : JSON.stringify(low) }).where('id', '=', id).execute();
};

export const setBecame = async (tx: Tx, id: string, { became, caseId }: { became: 'joined' | 'opened'; caseId: string }): Promise<void> => {
  await tx.updateTable('survey_responses').set({ became, became_case_id: caseId }).where('id', '=', id).execute();
};

export const answersOf = async (reader: Reader, responseId: string): Promise<Answers> => {
  const rows = await reader.selectFrom('survey_answers').where('response_id', '=', responseId).select(['question', 'score', 'chosen', 'words']).execute();
  return Object.fromEntries(rows.map(({ question, ...answer }) => [question, answer]));
};

interface Given {
  readonly responseId: string;
  readonly question: Pick<Question, 'key' | 'kind'>;
  /** Null takes back what was answered. */
  readonly answer: Answer | null;
  readonly now: Instant;
}

export const putAnswer = async (tx: Tx, { responseId, question, answer, now }: Given): Promise<void> => {
  if (answer === null) {
    await tx.deleteFrom('survey_answers').where('response_id', '=', responseId).where('question', '=', question.key).execute();
    return;
  }
  const value = { score: answer.score, chosen: [...answer.chosen], words: answer.words, at: now };
  await tx
    .insertInto('survey_answers')
    .values({ response_id: responseId, question: question.key, kind: question.kind, ...value })
    .onConflict((conflict) => conflict.columns(['response_id', 'question']).doUpdateSet(value))
    .execute();
};

/** Answers to questions that are not asked of this person after all: they went back and thought again. */
export const dropAnswers = async (tx: Tx, responseId: string, keep: readonly string[]): Promise<void> => {
  await tx.deleteFrom('survey_answers').where('response_id', '=', responseId).where((eb) => eb.not(eb('question', '=', sql<string>`any(${[...keep]}::text[])`))).execute();
};

/** Who has that case, and when its customer hears next: what the page says once a low score is in. */
export const whoHas = (reader: Reader, caseId: string) =>
  reader
    .selectFrom('cases')
    .leftJoin('members', 'members.id', 'cases.owner_id')
    .where('cases.id', '=', caseId)
    .select(['cases.number', 'cases.next_update_due_at as nextUpdateDueAt', 'members.name as ownerName'])
    .executeTakeFirst();

export interface Identity {
  readonly kind: 'email' | 'phone' | 'handle' | 'pec';
  readonly value: string;
  readonly name: string;
}

/** By what we know a customer, e-mail first. */
export const identityOf = async (reader: Reader, customerId: string): Promise<Identity | undefined> => {
  const { rows } = await sql<Identity>`
    select i.kind, i.value, c.name from customers c join identities i on i.customer_id = c.id where c.id = ${customerId}
    order by array_position(array['email', 'pec', 'phone', 'handle'], i.kind), i.created_at limit 1`.execute(reader);
  return rows[0];
};
