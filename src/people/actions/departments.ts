import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { memberEvents, type DepartmentInput } from '../contract.ts';
import {
  calendarExists, departmentById, insertDepartment, isDepartmentNameTaken, lockServiceDepartments, markClosed, membersIn, updateDepartment,
} from '../queries/departments.ts';
import { memberById } from '../queries/members.ts';

export type DepartmentRefusal = Refusal<
  'department.name_taken' | 'department.no_calendar' | 'department.head_not_here' | 'department.has_members' | 'department.last_service'
>;

const whyNot = async (work: Work, id: string, input: DepartmentInput): Promise<DepartmentRefusal | null> => {
  if (await isDepartmentNameTaken(work.tx, input.name, id)) return refuse('department.name_taken', { name: input.name });
  if (!(await calendarExists(work.tx, input.calendarId))) return refuse('department.no_calendar');
  if (input.headId === null) return null;
  const head = await memberById(work.tx, input.headId);
  return head?.leftAt === null ? null : refuse('department.head_not_here');
};

/** Whether without `id` what comes in would stand in no queue. */
const isLastService = async (work: Work, id: string): Promise<boolean> => {
  const service = await lockServiceDepartments(work.tx);
  return service.length === 1 && service[0] === id;
};

/** Returns the new department's id. */
export const openDepartment = async (work: Work, input: DepartmentInput): Promise<string | DepartmentRefusal> => {
  const id = newId(work.now);
  const refusal = await whyNot(work, id, input);
  if (refusal !== null) return refusal;
  await insertDepartment(work.tx, id, input, work.now);
  work.emit(memberEvents['department.opened'](null, { departmentId: id }));
  return id;
};

export const changeDepartment = async (work: Work, id: string, input: DepartmentInput): Promise<string | DepartmentRefusal> => {
  const refusal = await whyNot(work, id, input);
  if (refusal !== null) return refusal;
  if (input.kind !== 'service' && (await isLastService(work, id))) return refuse('department.last_service');
  if (!(await updateDepartment(work.tx, id, input))) throw new NotFound();
  work.emit(memberEvents['department.changed'](null, { departmentId: id }));
  return id;
};

export const closeDepartment = async (work: Work, id: string): Promise<DepartmentRefusal | null> => {
  const department = await departmentById(work.tx, id);
  if (department === null || department.closedAt !== null) throw new NotFound();
  const members = await membersIn(work.tx, id);
  if (members > 0) return refuse('department.has_members', { members });
  if (await isLastService(work, id)) return refuse('department.last_service');
  await markClosed(work.tx, id, work.now);
  work.emit(memberEvents['department.closed'](null, { departmentId: id }));
  return null;
};
