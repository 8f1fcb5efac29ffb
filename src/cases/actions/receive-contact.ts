import { newId } from '#base/ids.ts';
import { isRefusal } from '#base/refusal.ts';
import { plus, second } from '#base/clock.ts';
import type { Work } from '#base/work.ts';
import type { ContactFiled, ContactReceived } from '#channels/intake.ts';
import { customerById, recogniseCustomer } from '#customers/index.ts';
import { companyOf, serviceDepartment } from '#people/index.ts';
import { caseEvents } from '../contract.ts';
import { insertCase, updateCase, type LoadedCase } from '../queries/case.ts';
import { insertAttachments, insertMessage, lastInboundChannel } from '../queries/messages.ts';
import { contactMeans, isBareThanks, isTooOldToReopen, type ContactMeans } from '../rules.ts';
import { clocksOf } from './clocks.ts';
import { doubted, provenCase, suggest, type Proven, type Writer } from './where-it-belongs.ts';

/** Rejects what no customer can be made of; the channel puts it into quarantine with this as the reason. */
export class NobodyWroteThis extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`The sender is no identity: ${code}.`);
    this.code = code;
  }
}

/**
 * Files what came, from whichever channel: on the case it answers, where that is proven, else on a new case with a suggestion.
 * Never on a guess: a message in the wrong case shows one customer's words to whoever reads another's.
 */
export const receiveContact = async (work: Work, contact: ContactReceived): Promise<ContactFiled> => {
  const writer = await writerOf(work, contact);
  const answered = await provenCase(work, contact, writer);
  // Thanks for what we wrote to a case that has long been over open nothing: they stand where they belong.
  if (answered !== null && (isThanks(contact) || !isTooOldToReopen(answered.found.resolvedAt, contact.at))) {
    return join(work, contact, writer, answered);
  }
  return open(work, contact, writer, answered?.found ?? (await doubted(work, contact)));
};

const isThanks = ({ text, files }: ContactReceived): boolean => files.length === 0 && isBareThanks(text);

/** Of the message of ours that was answered, in the shape of an event. */
const answeredBy = ({ answers }: ContactReceived): { answersMessageId?: string } => (answers?.messageId === undefined ? {} : { answersMessageId: answers.messageId });

/** Whoever wrote: whom the channel knows already, else whoever has that identity, else somebody new. */
const writerOf = async (work: Work, { from: { customerId, ...from }, language }: ContactReceived): Promise<Writer> => {
  const known = customerId === undefined ? undefined : await customerById(work.tx, customerId);
  if (known !== undefined) return { id: known.id, name: known.name, isNew: false };
  const writer = await recogniseCustomer(work, { ...from, language });
  if (isRefusal(writer)) throw new NobodyWroteThis(writer.refused);
  return writer;
};

const join = async (work: Work, contact: ContactReceived, writer: Writer, { found, isThirdParty }: Proven): Promise<ContactFiled> => {
  if (contact.isAutomatic) return keepAside(work, contact, { caseId: found.id, writer, isThirdParty, isChase: false });
  const means = contactMeans(found, { ...contact, hasFiles: contact.files.length > 0 }, await lastInboundChannel(work.tx, found.id));
  const counts = !isThirdParty;
  const messageId = await fileMessage(work, contact, { caseId: found.id, writer, isThirdParty, isChase: counts && means.isChase });
  if (counts) await moveClocks(work, found, contact, means);
  work.emit(
    caseEvents['case.contact_received'](found.id, {
      messageId,
      channel: contact.channel,
      isChase: counts && means.isChase,
      isThanks: means.isThanks,
      isThirdParty,
      waitingSince: (counts ? means.waitingSince : found.waitingSince)?.toISOString() ?? null,
      loggedBy: contact.loggedBy,
      ...answeredBy(contact),
    }),
  );
  return { caseId: found.id, messageId, became: 'joined' };
};

/** An automatic answer stands in the case for whoever wonders, and changes nothing: no clock, no status, no chase. */
const keepAside = async (work: Work, contact: ContactReceived, filing: Filing): Promise<ContactFiled> => {
  const messageId = await fileMessage(work, contact, filing);
  work.tell('case', filing.caseId);
  return { caseId: filing.caseId, messageId, became: 'joined' };
};

const moveClocks = async (work: Work, found: LoadedCase, contact: ContactReceived, means: ContactMeans): Promise<void> => {
  const base = { last_inbound_at: contact.at, waiting_since: means.waitingSince, chases: found.chases + (means.isChase ? 1 : 0) };
  if (means.reopens) return reopenFor(work, found, base);
  const turnsToUs = found.status === 'waiting_customer' && !means.isThanks;
  await updateCase(work.tx, found.id, work.now, { ...base, ...(turnsToUs ? { status: 'open' as const } : {}) });
  if (turnsToUs) {
    work.emit(caseEvents['case.status_changed'](found.id, { from: found.status, to: 'open', why: 'customer_wrote' }));
    await sooner(work, found);
  }
};

/** The customer answered our question: they hear from us within the first-word time, unless something sooner was said. */
const sooner = async (work: Work, found: LoadedCase): Promise<void> => {
  const { firstWordDueAt } = await clocksOf(work, found.departmentId);
  if (found.nextUpdateDueAt !== null && found.nextUpdateDueAt <= firstWordDueAt) return;
  await updateCase(work.tx, found.id, work.now, { next_update_due_at: firstWordDueAt, next_update_warned_at: null, next_update_missed_at: null });
  work.emit(caseEvents['case.next_update_set'](found.id, { dueAt: firstWordDueAt.toISOString(), because: 'customer_wrote' }));
};

const reopenFor = async (work: Work, found: LoadedCase, base: { last_inbound_at: Date; waiting_since: Date | null; chases: number }): Promise<void> => {
  const clocks = await clocksOf(work, found.departmentId);
  await updateCase(work.tx, found.id, work.now, {
    ...base,
    status: found.owner === null ? 'new' : 'open',
    claim_due_at: found.owner === null ? clocks.claimDueAt : null,
    next_update_due_at: clocks.firstWordDueAt,
    next_update_warned_at: null,
    next_update_missed_at: null,
    resolved_at: null,
    closed_at: null,
  });
  work.emit(caseEvents['case.reopened'](found.id, { why: 'customer_wrote' }));
};

const open = async (work: Work, contact: ContactReceived, writer: Writer, doubt: LoadedCase | null): Promise<ContactFiled> => {
  const ownerId = contact.staysInQueue === true ? null : contact.loggedBy;
  const department = contact.departmentId ?? (await serviceDepartment(work.tx)).id;
  const clocks = await clocksOf(work, department);
  const caseId = newId(work.now);
  const number = await insertCase(work.tx, {
    id: caseId,
    subject: subjectOf(contact),
    customerId: writer.id,
    departmentId: department,
    channel: contact.channel,
    language: contact.language ?? (await companyOf(work.tx)).language,
    ownerId,
    claimDueAt: ownerId === null ? clocks.claimDueAt : null,
    nextUpdateDueAt: clocks.firstWordDueAt,
    waitingSince: contact.at,
    at: work.now,
  });
  const messageId = await fileMessage(work, contact, { caseId, writer, isThirdParty: false, isChase: false });
  work.emit(caseEvents['case.opened'](caseId, { number, channel: contact.channel, messageId, customerId: writer.id, ownerId, ...answeredBy(contact) }));
  const suggested = await suggest(work, caseId, { contact, writer, doubt });
  return { caseId, messageId, became: suggested ? 'suggested' : 'opened' };
};

const longestSubject = 200;

/** The subject as the customer wrote it, without answer marks; else the first words of what they said. */
const subjectOf = (contact: ContactReceived): string => {
  const given = (contact.subject ?? '').replaceAll(/^(?:\s*(?:re|r|aw|sv|fwd?|i|tr)\s*(?:\[\d+\])?\s*:)+/giu, '').replaceAll(/\s+/gu, ' ').trim();
  const words = given === '' ? (contact.text.split(/\n/u).find((line) => line.trim() !== '') ?? '').trim() : given;
  if (words === '') return '—';
  return words.length <= longestSubject ? words : `${words.slice(0, longestSubject - 1)}…`;
};

interface Filing {
  readonly caseId: string;
  readonly writer: Writer;
  readonly isThirdParty: boolean;
  readonly isChase: boolean;
}

const fileMessage = async (work: Work, contact: ContactReceived, { caseId, writer, isThirdParty, isChase }: Filing): Promise<string> => {
  const messageId = newId(work.now);
  await insertMessage(work.tx, {
    id: messageId,
    caseId,
    direction: 'in',
    channel: contact.channel,
    // A message cannot be from the future, whatever the sender's clock says: order on the screen is order of arrival.
    at: contact.at > plus(work.now, 60 * second) ? work.now : contact.at,
    customerId: writer.id,
    memberId: contact.loggedBy,
    authorName: contact.from.name.trim() === '' ? writer.name : contact.from.name.trim().slice(0, 200),
    authorAddress: contact.from.value === '' ? null : contact.from.value,
    isThirdParty,
    subject: contact.subject?.slice(0, 1_000) ?? null,
    text: contact.text,
    folded: contact.folded,
    html: contact.html,
    act: null,
    hasSubstance: true,
    isAutomatic: contact.isAutomatic,
    isChase,
    rawMailId: contact.rawMailId,
  });
  await insertAttachments(
    work.tx,
    contact.files.map((file) => ({ ...file, id: newId(work.now), caseId, messageId, uploadedBy: null, at: work.now })),
  );
  return messageId;
};
