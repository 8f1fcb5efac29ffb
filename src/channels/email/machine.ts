// Was this mail written by a person who wants something from us? A help desk that answers machines starts storms: a bounce opens a
// case, the case sends a notice, the notice bounces. So machines are recognised before anything else is decided, by what programs
// are obliged to say (RFC 3834, 3464, 5965), never by the subject alone, because a customer may well write "out of office" in one.
// The rule only names what a mail is. Everything is filed whatever its kind; nothing that this rule calls a machine is answered by
// a machine. What a report claims (who bounced) is a claim: act on it only for a mail that we did send to that address.
import { isBounceInProse, recipientsInProse } from './bounce-words.ts';
import { deliveryReportOf, reportedMessageId, type FailedRecipient } from './delivery-report.ts';
import { headerOf, type UnderstoodMail } from './understood-mail.ts';

export type ReceiptStage = 'accepted' | 'delivered' | 'delayed' | 'failed' | 'other';

export type MachineMail =
  /** `mayAnswer` is false when the mail asks not to be answered by a machine, or comes through a list of strangers. */
  | { readonly kind: 'person'; readonly mayAnswer: boolean }
  | { readonly kind: 'bounce'; readonly failedRecipients: readonly FailedRecipient[]; readonly originalMessageId: string | null }
  /** Good news from servers, and the receipts of certified mail (PEC): they belong to the mail that was sent. */
  | { readonly kind: 'receipt'; readonly stage: ReceiptStage; readonly originalMessageId: string | null }
  | { readonly kind: 'auto_reply'; readonly sign: string }
  | { readonly kind: 'list_or_bulk'; readonly sign: string }
  | { readonly kind: 'our_own_loop' }
  | { readonly kind: 'feedback_report'; readonly originalMessageId: string | null };

export interface MachinePolicy {
  /** The value of our own `X-Presa-Instance`. */
  readonly instance: string;
  /** Is this one of our addresses? A list whose address is ours is only a way to us (a Google group used as a mailbox). */
  isOurs(address: string): boolean;
  /** MAIL FROM as the receiving server noted it: '' is the null sender; null when unknown. */
  readonly envelopeFrom: string | null;
}

export const instanceHeader = 'X-Presa-Instance';

/** What kind of mail this is. The order matters: a bounce also says Auto-Submitted, and a copy of our own mail may bounce. */
export const machineMail = (mail: UnderstoodMail, policy: MachinePolicy): MachineMail => {
  if (headerOf(mail, instanceHeader.toLowerCase())?.trim() === policy.instance) return { kind: 'our_own_loop' };
  return feedback(mail) ?? certified(mail) ?? report(mail) ?? autoReply(mail, policy) ?? listOrBulk(mail, policy) ?? person(mail);
};

/**
 * The same of mail that may stand in an envelope of its provider: the envelope says what the provider did, and the letter within whether
 * a person or a program wrote it. Of any other mail the two are one.
 */
export const machineIn = ({ envelope, mail }: { readonly envelope: UnderstoodMail; readonly mail: UnderstoodMail }, policy: MachinePolicy): MachineMail => {
  const outside = machineMail(envelope, policy);
  return outside.kind === 'person' && mail !== envelope ? machineMail(mail, { ...policy, envelopeFrom: null }) : outside;
};

const isReport = (mail: UnderstoodMail, type: string): boolean => {
  const contentType = headerOf(mail, 'content-type')?.toLowerCase() ?? '';
  return contentType.startsWith('multipart/report') && contentType.includes(type);
};

const feedback = (mail: UnderstoodMail): MachineMail | null => {
  const isFeedback = isReport(mail, 'feedback-report') || mail.attachments.some((part) => part.type === 'message/feedback-report');
  const complained = /^complaint about message from /i.test(mail.subject) || isNotificationOf(mail, 'Complaint');
  return isFeedback || complained ? { kind: 'feedback_report', originalMessageId: reportedMessageId(mail) } : null;
};

/** The type of each receipt is set by the Italian rules on certified mail, in the header X-Ricevuta. */
const certifiedStages: Readonly<Record<string, ReceiptStage>> = {
  accettazione: 'accepted', 'avvenuta-consegna': 'delivered', 'preavviso-errore-consegna': 'delayed',
  'errore-consegna': 'failed', 'non-accettazione': 'failed', 'rilevazione-virus': 'failed',
};

const certified = (mail: UnderstoodMail): MachineMail | null => {
  const receipt = headerOf(mail, 'x-ricevuta')?.trim().toLowerCase();
  if (receipt !== undefined) {
    const reference = headerOf(mail, 'x-riferimento-message-id')?.replace(/[<>\s]/g, '');
    return { kind: 'receipt', stage: certifiedStages[receipt] ?? 'other', originalMessageId: reference || null };
  }
  // A transport envelope carries what a person wrote, whatever null sender its server uses.
  return headerOf(mail, 'x-trasporto') === null ? null : { kind: 'person', mayAnswer: true };
};

/** Amazon SES tells by a mail of JSON when it was asked to. */
const isNotificationOf = (mail: UnderstoodMail, type: string): boolean =>
  /^no-reply@sns\.amazonaws\.com$/i.test(mail.from?.address ?? '') &&
  mail.text.replaceAll('\\', '').replaceAll(' ', '').includes(`"notificationType":"${type}"`);

const report = (mail: UnderstoodMail): MachineMail | null => {
  const told = deliveryReportOf(mail);
  if (told !== null && told.failed.length === 0 && told.arrived.length > 0) {
    return { kind: 'receipt', stage: 'delivered', originalMessageId: reportedMessageId(mail) };
  }
  if (isNotificationOf(mail, 'Delivery')) return { kind: 'receipt', stage: 'delivered', originalMessageId: reportedMessageId(mail) };
  const isBounce = told !== null || isReport(mail, 'delivery-status') || isNotificationOf(mail, 'Bounce');
  if (!isBounce && !isBounceInProse(mail)) return null;
  const failedRecipients = told !== null && told.failed.length > 0 ? told.failed : recipientsInProse(mail);
  return { kind: 'bounce', failedRecipients, originalMessageId: reportedMessageId(mail) };
};

const absenceSubject =
  /^(?:re: ?|r: ?)?(?:\[?(?:auto(?:matic|mated)?[- ]?(?:reply|response|antwort)|out of (?:the )?office|risposta automatica|messaggio automatico|fuori (?:ufficio|sede)|assen(?:te|za)|in ferie|réponse automatique|abwesen|respuesta automática|away (?:until|from)|on (?:vacation|holiday|leave)))/i;

const telltales = ['x-autoreply', 'x-auto-reply', 'x-autorespond', 'x-autoresponder', 'x-autoreply-from', 'x-mail-autoreply', 'x-vacation', 'x-autogenerated'];

const autoReply = (mail: UnderstoodMail, policy: MachinePolicy): MachineMail | null => {
  const sign = autoReplySign(mail, policy);
  return sign === null ? null : { kind: 'auto_reply', sign };
};

const autoReplySign = (mail: UnderstoodMail, policy: MachinePolicy): string | null => {
  const submitted = headerOf(mail, 'auto-submitted')?.trim().toLowerCase();
  if (submitted !== undefined && submitted !== '' && !/^no\b/.test(submitted)) return `Auto-Submitted: ${submitted.slice(0, 60)}`;
  const telltale = telltales.find((name) => !['no', null].includes(headerOf(mail, name)?.toLowerCase() ?? null));
  if (telltale !== undefined) return telltale;
  if (/^auto[_-]?reply$/i.test(headerOf(mail, 'precedence') ?? '')) return 'Precedence: auto_reply';
  if (isReport(mail, 'disposition-notification')) return 'read receipt';
  if (policy.envelopeFrom === '' || /^<\s*>$/.test(headerOf(mail, 'return-path')?.trim() ?? '')) return 'null sender';
  return absenceSubject.test(mail.subject) && hasWeakSign(mail) ? 'subject and headers of an absence' : null;
};

/** Headers that programs set, but that mail written by people may carry as well: they count only beside a subject that says absence. */
const hasWeakSign = (mail: UnderstoodMail): boolean =>
  headerOf(mail, 'x-auto-response-suppress') !== null ||
  headerOf(mail, 'x-ms-exchange-generated-message-source') !== null ||
  headerOf(mail, 'x-ms-exchange-inbox-rules-loop') !== null ||
  /^(?:bulk|junk)$/i.test(headerOf(mail, 'precedence') ?? '') ||
  (mail.inReplyTo !== null && headerOf(mail, 'x-mailer') === null && mail.text.length < 2_000);

const listAddress = (mail: UnderstoodMail): string => /mailto:([^>?\s]{1,320})/i.exec(headerOf(mail, 'list-post') ?? '')?.[1] ?? '';

/** Newsletters and notices to many. People who write through a discussion list (it has an address to post to) are people. */
const listOrBulk = (mail: UnderstoodMail, policy: MachinePolicy): MachineMail | null => {
  const post = listAddress(mail);
  if (post !== '' && policy.isOurs(post)) return { kind: 'person', mayAnswer: true };
  const precedence = headerOf(mail, 'precedence')?.trim().toLowerCase() ?? '';
  if (['bulk', 'junk'].includes(precedence)) return { kind: 'list_or_bulk', sign: `Precedence: ${precedence}` };
  if (post !== '') return { kind: 'person', mayAnswer: false };
  // Sales programs put an unsubscribe link under letters to one person; whoever answers a mail is not sending to many.
  if (mail.inReplyTo !== null) return null;
  if (headerOf(mail, 'list-unsubscribe') !== null) return { kind: 'list_or_bulk', sign: 'List-Unsubscribe' };
  return precedence === 'list' ? { kind: 'list_or_bulk', sign: 'Precedence: list' } : null;
};

const person = (mail: UnderstoodMail): MachineMail => {
  const asksForSilence = /all|autoreply|oof/i.test(headerOf(mail, 'x-auto-response-suppress') ?? '');
  const fromList = headerOf(mail, 'list-id') !== null || headerOf(mail, 'list-unsubscribe') !== null;
  return { kind: 'person', mayAnswer: !asksForSilence && !fromList };
};
