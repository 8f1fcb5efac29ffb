import type { Intake } from '#channels/intake.ts';
import { noteAnswerElsewhere, receiveContact } from '#cases/index.ts';
import { answerByMail } from '#requests/index.ts';

/** Where the channels hand over what came: the one place that knows both sides. */
export const intake: Intake = { contact: receiveContact, answeredElsewhere: noteAnswerElsewhere, departmentMail: answerByMail };
