import { newId } from '#base/ids.ts';
import { NotFound } from '#base/http/failures.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import { customerById } from '#customers/index.ts';
import { serviceDepartment } from '#people/index.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { insertCase, updateCase } from '../queries/case.ts';
import { isOpen, mayBeNextUpdate } from '../rules.ts';
import { clocksOf, moveNextUpdate } from './clocks.ts';
import { writeNote } from './notes.ts';
import { moveTo } from './status.ts';
import { memberOf } from './take-charge.ts';

type Done = { id: string } | Refusal;

/** Sets when the customer hears next, with the reason in the history. */
export const setNextUpdate = async (work: Work, caseId: string, input: { dueAt: string; because: string }): Promise<Done> => {
  const found = await accessCase(work, caseId);
  if (!isOpen(found.status)) return refuse('case.is_resolved');
  const dueAt = new Date(input.dueAt);
  const refusal = mayBeNextUpdate(dueAt, work.now);
  if (refusal !== null) return refusal;
  await moveNextUpdate(work, caseId, dueAt, input.because);
  return { id: caseId };
};

/** Brings another level in. Law 1: the owner is not touched. */
export const setLevel = async (work: Work, caseId: string, input: { level: number; reason: string }): Promise<Done> => {
  const found = await accessCase(work, caseId);
  if (!isOpen(found.status)) return refuse('case.is_resolved');
  if (found.level === input.level) return { id: caseId };
  await updateCase(work.tx, caseId, work.now, { level: input.level });
  work.emit(caseEvents['case.level_changed'](caseId, { from: found.level, to: input.level, reason: input.reason }));
  return { id: caseId };
};

export const setSubject = async (work: Work, caseId: string, subject: string): Promise<Done> => {
  const found = await accessCase(work, caseId);
  if (found.subject === subject) return { id: caseId };
  await updateCase(work.tx, caseId, work.now, { subject });
  work.emit(caseEvents['case.subject_changed'](caseId, { from: found.subject, to: subject }));
  return { id: caseId };
};

/** Somebody outside has to act. The customer still hears from us, and on a day that is said now. */
export const waitForThirdParty = async (work: Work, caseId: string, input: { who: string; nextUpdateAt: string }): Promise<Done> => {
  const found = await accessCase(work, caseId);
  if (!isOpen(found.status)) return refuse('case.is_resolved');
  if (found.owner === null) return refuse('case.nobody_owns_it');
  const dueAt = new Date(input.nextUpdateAt);
  const refusal = mayBeNextUpdate(dueAt, work.now);
  if (refusal !== null) return refusal;
  await moveTo(work, found, 'waiting_third_party', 'by_hand');
  await moveNextUpdate(work, caseId, dueAt, input.who);
  return { id: caseId };
};

interface ByHand {
  readonly customerId: string;
  readonly subject: string;
  readonly note: string;
  readonly language: Language;
}

/** Opens a case for somebody who reached us in a way that no channel hears. Whoever opens it owns it. */
export const openCaseByHand = async (work: Work, input: ByHand): Promise<{ id: string; number: number } | Refusal> => {
  const customer = await customerById(work.tx, input.customerId);
  if (customer === undefined) throw new NotFound();
  const department = await serviceDepartment(work.tx);
  const clocks = await clocksOf(work, department.id);
  const id = newId(work.now);
  const number = await insertCase(work.tx, {
    id,
    subject: input.subject,
    customerId: customer.id,
    departmentId: department.id,
    channel: 'phone',
    language: input.language,
    ownerId: memberOf(work),
    claimDueAt: null,
    nextUpdateDueAt: clocks.firstWordDueAt,
    waitingSince: work.now,
    at: work.now,
  });
  work.emit(caseEvents['case.opened'](id, { number, channel: 'phone', messageId: null, customerId: customer.id, ownerId: memberOf(work) }));
  await writeNote(work, id, { text: input.note, mentions: [], attachmentIds: [] });
  return { id, number };
};
