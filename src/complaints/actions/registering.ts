import { BadInput } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { accessCase, memberOf, type LoadedCase } from '#cases/index.ts';
import { departmentById } from '#people/index.ts';
import { labelFor, named, record } from '../access.ts';
import { complaintEvents, type Registration } from '../contract.ts';
import { mailIdOf, messageOn } from '../queries/around.ts';
import { briefOf, insertComplaint, registeredFrom, takeNumber } from '../queries/complaints.ts';
import { allTerms } from '../queries/terms.ts';
import { clocksOf, localDateAt, termOn, type ComplaintRefusal } from '../rules.ts';
import { bringTerms } from './terms.ts';

interface Came {
  readonly messageId: string | null;
  readonly channel: string;
  readonly receivedAt: Date;
  readonly proof: string | null;
  readonly said: string;
}

const unknownDepartment = { it: 'Scegli un reparto dell’azienda.', en: 'Choose a department of the company.' };
const notTheirs = { it: 'Il reclamo precedente deve essere dello stesso cliente.', en: 'The earlier complaint must be the same customer’s.' };
const whatCame = { it: 'Indica il messaggio, oppure come e quando è arrivato.', en: 'Name the message, or how and when it came.' };

/**
 * Puts what a customer said into the register: it gets its number, the term of its sector, and its words are frozen. The same message
 * is registered once. Everything is checked before the number is taken, which is held until the complaint is written.
 */
export const registerComplaint = async (work: Work, caseId: string, input: Registration): Promise<{ id: string; label: string; dueOn: string } | Refusal> => {
  const found = await accessCase(work, caseId);
  const came = await whatReachedUs(work, caseId, input);
  if ('refused' in came) return came;
  await checkNames(work, found, input);
  await bringTerms(work);
  const calendar = await calendarOfDepartment(work.tx, found.departmentId, work.now);
  const today = localDateAt(calendar.timeZone, work.now);
  const all = await allTerms(work.tx);
  const receivedOn = localDateAt(calendar.timeZone, came.receivedAt);
  const term = termOn(all, { sector: input.sector, kind: input.kind, on: receivedOn });
  if (term === undefined) return refuse('complaint.no_term', { sector: input.sector, kind: input.kind });
  const clocks = clocksOf(term, term.starts === 'registered' ? today : receivedOn, calendar);
  const year = Number(today.slice(0, 4));
  const number = await takeNumber(work.tx, year);
  const fresh = { id: newId(work.now), year, number };
  const { messageId: _message, otherwise: _other, sector, kind: _kind, departmentId, repeatsId, ...details } = input;
  await insertComplaint(work.tx, {
    ...fresh, case_id: caseId, message_id: came.messageId, customer_id: found.customerId, received_at: came.receivedAt, channel: came.channel, proof: came.proof, said: came.said,
    term_id: term.id, first_due_at: clocks.dueAt, registered_at: work.now, registered_by: memberOf(work), repeats_id: repeatsId,
    complainant: details.complainant, on_behalf_of: details.onBehalfOf, contract_code: details.contractCode, product: details.product, topic: details.topic, sub_topic: details.subTopic,
    remedy: details.remedy, severity: details.severity, department_id: departmentId ?? found.departmentId, responsible_id: null,
    due_at: clocks.dueAt, remind_at: clocks.remindAt, call_at: clocks.callAt,
  });
  await record(work, fresh, { kind: 'registered', data: { dueOn: clocks.dueOn, termName: term.name.it, basis: term.basis.it, details } });
  work.emit(complaintEvents['complaint.registered'](caseId, { ...named(fresh), sector, dueOn: clocks.dueOn }));
  return { id: fresh.id, label: labelFor(fresh), dueOn: clocks.dueOn };
};

const whatReachedUs = async (work: Work, caseId: string, { messageId, otherwise }: Registration): Promise<Came | ComplaintRefusal> => {
  if (messageId === null) {
    if (otherwise === null) throw new BadInput('messageId', whatCame);
    const receivedAt = new Date(otherwise.receivedAt);
    return receivedAt > work.now ? refuse('complaint.in_the_future') : { messageId: null, channel: otherwise.channel, receivedAt, proof: otherwise.proof, said: otherwise.said };
  }
  const message = await messageOn(work.tx, caseId, messageId);
  if (message === undefined) return refuse('complaint.not_of_this_case');
  const already = await registeredFrom(work.tx, messageId);
  if (already !== undefined) return refuse('complaint.registered_already', { label: labelFor(already), id: already.id });
  return { messageId, channel: message.channel, receivedAt: message.at, proof: await mailIdOf(work.tx, messageId), said: message.text };
};

const checkNames = async (work: Work, found: LoadedCase, { departmentId, repeatsId }: Registration): Promise<void> => {
  if (departmentId !== null && (await departmentById(work.tx, departmentId)) === null) throw new BadInput('departmentId', unknownDepartment);
  if (repeatsId === null) return;
  const earlier = await briefOf(work.tx, repeatsId);
  if (earlier === undefined || earlier.customer_id !== found.customerId) throw new BadInput('repeatsId', notTheirs);
};
