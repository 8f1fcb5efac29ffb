import { newId } from '#base/ids.ts';
import { NotFound } from '#base/http/failures.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { accessCase, memberOf, showDepartmentWait } from '#cases/index.ts';
import { requestEvents, type RequestInput } from '../contract.ts';
import { insertRequest, lockRequest, openRequestsOf } from '../queries/requests.ts';
import { askDepartment, isDoubleTap } from '../rules.ts';
import { agreedDepartment, filledFrom } from './filled.ts';
import { sendLetter } from './letters.ts';

/**
 * Asks a department. The row, its event and its mail are one transaction: a request that nobody was told of cannot exist. The case
 * keeps its owner, and shows whom it waits for.
 */
export const askForAnswer = async (work: Work, caseId: string, input: RequestInput): Promise<{ id: string } | Refusal> => {
  const found = await accessCase(work, caseId);
  const department = await agreedDepartment(work.tx, input.departmentId, input);
  if (department === null) throw new NotFound();
  const open = (await openRequestsOf(work.tx, caseId)).map((other) => ({
    id: other.id, departmentId: other.department.id, question: other.question, askedById: other.askedBy.id, askedAt: other.askedAt,
  }));
  const twin = open.find((other) => isDoubleTap(other, { departmentId: department.id, question: input.question, byId: memberOf(work) }, work.now));
  if (twin !== undefined) return { id: twin.id };
  const calendar = await calendarOfDepartment(work.tx, department.id, work.now);
  const asked = askDepartment({ found, department, question: input.question, open, calendar, now: work.now });
  if (isRefusal(asked)) return asked;
  const fields = await filledFrom(work.tx, found.id, input);
  if (isRefusal(fields)) return fields;
  const id = newId(work.now);
  const { departmentId, question, why, choices, kind, urgency, templateId } = input;
  const contractReference = department.contract?.reference ?? null;
  const said = { departmentId, question, why, choices, kind, urgency, templateId, fields, contractReference };
  await insertRequest(work.tx, { id, caseId, askedBy: memberOf(work), askedAt: work.now, ...said, ...asked });
  await showDepartmentWait(work, caseId, true);
  const request = await lockRequest(work.tx, id);
  if (request === undefined) throw new Error(`Request ${id} was just written and is not there.`);
  await sendLetter(work, { request, found, letter: { kind: 'asked' }, to: { name: department.name, address: asked.sentTo } });
  const { name } = department;
  work.emit(requestEvents['request.sent'](caseId, { requestId: id, department: { id: departmentId, name }, sentTo: asked.sentTo, dueAt: asked.dueAt.toISOString() }));
  return { id };
};
