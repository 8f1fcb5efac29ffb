import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork } from '#base/work.ts';
import { customerById } from '#customers/index.ts';
import { accessByToken } from '../access.ts';
import { answersOf } from '../queries/responses.ts';
import { questionAfter, readAnswer } from '../rules.ts';
import { giveAnswer, openResponse } from './answering.ts';
import { settleResponse, type SurveyParts } from './settling.ts';

interface WholeAnswer {
  readonly token: string;
  /** What is answered to each question, by its key; what is not asked after all is left out. */
  readonly given: Readonly<Record<string, string>>;
}

/** Answers the survey behind a link from its first question to its last, as its page does it one by one. */
export const answerByLink = async (services: Services, parts: SurveyParts, { token, given }: WholeAnswer): Promise<Refusal | null> => {
  const opened = await accessByToken(services.db, token, services.clock.now());
  const { invitation, version: { content: { questions } } } = opened;
  const customer = invitation === null ? undefined : await customerById(services.db, invitation.customer_id);
  return inWork(services, { kind: 'customer', id: customer?.id ?? null, name: customer?.name ?? '' }, async (work) => {
    const response = await openResponse(work, opened, invitation?.language === 'en' ? 'en' : 'it');
    if (isRefusal(response)) return response;
    for (let question = questionAfter(questions, {}, null); question !== null; question = questionAfter(questions, await answersOf(work.tx, response.id), question.key)) {
      const answer = readAnswer(question, [given[question.key] ?? '']);
      if (answer) await giveAnswer(work, response, { question, answer });
    }
    await settleResponse(work, parts, { response, isComplete: true });
    return null;
  });
};
