import type { Intake } from '#channels/intake.ts';
import { issueLink, noteAnswerElsewhere, receiveContact, takeBackContact } from '#cases/index.ts';
import type { ChatCases } from '#channels/chat/routes.ts';
import { answerByMail } from '#requests/index.ts';
import type { SurveyParts } from '#surveys/index.ts';

/** Where the channels hand over what came: the one place that knows both sides. */
export const intake: Intake = { contact: receiveContact, answeredElsewhere: noteAnswerElsewhere, takeBack: takeBackContact, departmentMail: answerByMail };

/** What the chat asks of the cases. */
export const chatCases: ChatCases = {
  intake,
  pageInChat: async (work, caseId, customerId) => `${work.services.config.publicUrl}/c/${await issueLink(work, caseId, customerId, 'chat')}`,
};

/** What surveys ask of others: a low score is handed in like any other contact. */
export const surveyParts: SurveyParts = { intake };
