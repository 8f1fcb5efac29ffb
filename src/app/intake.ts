import type { Intake } from '#channels/intake.ts';
import { receiveContact } from '#cases/index.ts';

/** Where the channels hand over what came: the one place that knows both sides. */
export const intake: Intake = { contact: receiveContact, departmentMail: async () => ({ became: 'refused', caseId: null }) };
