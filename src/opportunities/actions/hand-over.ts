import { minute, plus, second } from '#base/clock.ts';
import { firstOf, type Due } from '#base/due.ts';
import type { Reader } from '#base/db/db.ts';
import { BadInput, NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { addWorkingTime } from '#calendar/rules.ts';
import { accessCase, memberOf, survivorOf } from '#cases/index.ts';
import { departmentById, type DepartmentRow } from '#people/index.ts';
import { accessToTakeBack, named } from '../access.ts';
import { opportunityEvents, type HandOverInput, type OpportunityKind } from '../contract.ts';
import { messageOnCase } from '../queries/messages.ts';
import * as queries from '../queries/opportunities.ts';
import { routesInUse } from '../queries/routes.ts';
import { climbTime, isDoubleTap, mayHandOver, mayTakeBack } from '../rules.ts';
import { callWithoutLetter } from './calls.ts';
import { sendLetter } from './letters.ts';

type Done = { id: string } | Refusal;

export interface Bound {
  readonly department: DepartmentRow;
  /** By when somebody there takes it; a refusal where the department never works. */
  readonly dueAt: Date | Refusal;
}

/** To whom a kind goes now: the department that was set for it, else that of the case. It is never nobody. */
export const boundFor = async (reader: Reader, kind: OpportunityKind, { departmentId, now }: { departmentId: string; now: Date }): Promise<Bound> => {
  const set = (await routesInUse(reader)).find((route) => route.kind === kind)?.department?.id;
  const department = await departmentById(reader, set ?? departmentId);
  if (department === null) throw new Error(`The department ${set ?? departmentId} of an opportunity is not there.`);
  const calendar = await calendarOfDepartment(reader, department.id, now);
  return { department, dueAt: addWorkingTime(calendar, now, department.answersWithinMinutes * minute) };
};

/** A department of the service has the address that customers write to: a letter there would come back as a case. */
const letterGoesTo = ({ kind, address }: DepartmentRow): string | null => (kind === 'service' ? null : address);

/** Hands what the customer said to the department that it is for. Nothing about the case changes: not its owner, not its next update. */
export const handOver = async (work: Work, caseId: string, input: HandOverInput): Promise<Done> => {
  const found = await accessCase(work, caseId);
  const refusal = mayHandOver({ mergedIntoId: found.mergedIntoId, words: input.words, marked: await markedText(work, caseId, input.marked) });
  if (refusal !== null) return refusal;
  const twin = (await queries.opportunitiesOn(work.tx, caseId)).find((one) =>
    isDoubleTap({ kind: one.kind, words: one.words, byId: one.seenBy.id, at: one.handedOverAt }, { kind: input.kind, words: input.words, byId: memberOf(work) }, work.now));
  if (twin !== undefined) return { id: twin.id };
  const { department, dueAt } = await boundFor(work.tx, input.kind, { departmentId: found.departmentId, now: work.now });
  if (isRefusal(dueAt)) return dueAt;
  const id = newId(work.now);
  const { kind, words, marked, valueCents } = input;
  const number = await queries.insertOpportunity(work.tx, {
    id, kind, words, marked, valueCents, caseId, customerId: found.customerId, departmentId: department.id, sentTo: letterGoesTo(department), by: memberOf(work),
    now: work.now, leavesAt: plus(work.now, input.undoSeconds * second), agreedMinutes: department.answersWithinMinutes, dueAt,
  });
  const about = { opportunityId: id, number, kind, department: { id: department.id, name: department.name } };
  work.emit(opportunityEvents['opportunity.prepared'](caseId, { ...about, dueAt: dueAt.toISOString(), valueCents }));
  work.tell('opportunity', id);
  return { id };
};

const markedText = async (work: Work, caseId: string, marked: HandOverInput['marked']) => {
  if (marked === null) return null;
  const message = await messageOnCase(work.tx, caseId, marked.messageId);
  if (message === undefined) throw new NotFound();
  if (message.direction !== 'in') throw new BadInput('marked', { it: 'Segna le parole del cliente, non le nostre.', en: 'Mark the customer’s words, not ours.' });
  return { text: message.text, from: marked.from, to: marked.to };
};

export const takeBack = async (work: Work, id: string): Promise<Done> => {
  const found = await accessToTakeBack(work, id);
  const refusal = mayTakeBack(found);
  if (refusal !== null) return refusal;
  if (found.takenBackAt !== null) return { id };
  await queries.updateOpportunity(work.tx, id, { taken_back_at: work.now });
  work.emit(opportunityEvents['opportunity.taken_back'](await survivorOf(work.tx, found.caseId), named(found)));
  work.tell('opportunity', id);
  return { id };
};

export const handOversDue: Due = (reader) => [{ at: firstOf(queries.leaving(reader), 'leaves_at') }];

/** Lets those leave whose time to be taken back is over: the letter, the event and the clock are one transaction. */
export const tellDepartments = async (services: Services): Promise<void> => {
  for (const id of await queries.dueToLeave(services.db, services.clock.now())) {
    await inWork(services, system, (work) => leave(work, id));
  }
};

const leave = async (work: Work, id: string): Promise<void> => {
  const found = await queries.lockOpportunity(work.tx, id);
  if (found === undefined || found.leftAt !== null || found.takenBackAt !== null) return;
  const calendar = await calendarOfDepartment(work.tx, found.department.id, work.now);
  await queries.updateOpportunity(work.tx, id, { left_at: work.now, climbed_to: 0, next_climb_at: climbTime(0, { dueAt: found.dueAt, agreedMinutes: found.agreedMinutes, calendar }, work.now) });
  const caseId = await survivorOf(work.tx, found.caseId);
  if (found.sentTo === null) await callWithoutLetter(work, found);
  else await sendLetter(work, { found, caseId, to: { name: found.department.name, address: found.sentTo } });
  work.emit(opportunityEvents['opportunity.handed_over'](caseId, { ...named(found), dueAt: found.dueAt.toISOString(), valueCents: found.valueCents }));
  work.tell('opportunity', id);
};
