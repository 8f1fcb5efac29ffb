/** The front door of e-mail for other domains. */
export { callAboutMailbox } from './admin/call-operators.ts';
export { addMailbox } from './admin/mailbox-actions.ts';
export { mailInvitation, mailPasswordChanged, mailRecovery } from './house-mail.ts';
export { mailHealth } from './mail-health.ts';
export { startTransports } from './transports.ts';
export { fileMail, sendMail, startMailWork } from './work-loop.ts';
export { emailEvents } from './contract.ts';
export { storeRaw } from './receiving/store-raw.ts';
export { safeBody } from './safe-body.ts';
export { openMail } from './sending/outbox-queries.ts';
export { queueNoticeMail, queueReply, queueRequestMail, queueSurveyMail } from './sending/queue-mail.ts';
export { inspectMail } from './inspect.ts';
export { understandMail } from './understand.ts';
export { isUnderstood } from './understood-mail.ts';
