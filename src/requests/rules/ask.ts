import { minute, type Instant } from '#base/clock.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import { addWorkingTime, type WorkCalendar } from '#calendar/rules.ts';
import { whenNext, type Step } from './ladder.ts';

export interface AskedDepartment {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  /** Working minutes of its agreement. */
  readonly answersWithinMinutes: number;
  readonly closedAt: Instant | null;
}

export type AskRefusal = Refusal<
  | 'case.is_merged'
  | 'case.is_resolved'
  | 'case.nobody_owns_it'
  | 'request.no_address'
  | 'request.department_closed'
  | 'request.own_department'
  | 'request.asked_already'
  | 'request.too_many'
  | 'calendar.never_open'
>;

interface AskedCase {
  readonly status: string;
  readonly mergedIntoId: string | null;
  readonly owner: { readonly id: string } | null;
  readonly departmentId: string;
}

/** A request of the same case that nobody has settled yet. */
export interface OpenQuestion {
  readonly departmentId: string;
  readonly question: string;
  readonly askedById: string;
  readonly askedAt: Instant;
}

interface Ask {
  readonly found: AskedCase;
  readonly department: AskedDepartment;
  readonly question: string;
  readonly open: readonly OpenQuestion[];
  readonly calendar: WorkCalendar;
  readonly now: Instant;
}

export interface Asked {
  readonly sentTo: string;
  readonly agreedMinutes: number;
  readonly dueAt: Instant;
  readonly nextClimbAt: Instant;
}

/** More open questions than this to one department on one case are one talk by phone. */
const mostOpen = 5;
const doubleTapWithin = 2 * minute;

/** The same question, however it is spaced or capitalised. */
const same = (one: string, other: string): boolean => plainly(one) === plainly(other);
const plainly = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** The same member sends the same question again within two minutes: a double tap, not a second request. */
export const isDoubleTap = (open: OpenQuestion, ask: { departmentId: string; question: string; byId: string }, now: Instant): boolean =>
  open.departmentId === ask.departmentId &&
  open.askedById === ask.byId &&
  open.question === ask.question &&
  now.getTime() - open.askedAt.getTime() < doubleTapWithin;

/** May this department be asked this now, and by when does it answer? The reasons against it come in the order one would fix them. */
export const askDepartment = ({ found, department, question, open, calendar, now }: Ask): Asked | AskRefusal => {
  if (found.mergedIntoId !== null) return refuse('case.is_merged', { caseId: found.mergedIntoId });
  if (found.status === 'resolved' || found.status === 'closed') return refuse('case.is_resolved');
  if (found.owner === null) return refuse('case.nobody_owns_it');
  if (department.id === found.departmentId) return refuse('request.own_department', { department: department.name });
  const toDepartment = open.filter((other) => other.departmentId === department.id);
  const before = toDepartment.find((other) => same(other.question, question));
  if (before !== undefined) return refuse('request.asked_already', { department: department.name, askedAt: before.askedAt.toISOString() });
  if (toDepartment.length >= mostOpen) return refuse('request.too_many', { department: department.name, count: toDepartment.length });
  return agreedTime(department, calendar, now);
};

/** What the agreement with a department says from `now` on, whatever is asked. */
const agreedTime = (department: AskedDepartment, calendar: WorkCalendar, now: Instant): Asked | AskRefusal => {
  if (department.closedAt !== null) return refuse('request.department_closed', { department: department.name });
  if (department.address === null) return refuse('request.no_address', { department: department.name });
  const agreedMinutes = department.answersWithinMinutes;
  const dueAt = addWorkingTime(calendar, now, agreedMinutes * minute);
  if (isRefusal(dueAt)) return dueAt;
  return { sentTo: department.address, agreedMinutes, dueAt, nextClimbAt: whenNext(0, { dueAt, agreedMinutes, calendar }, now) ?? dueAt };
};

interface Planned extends Asked {
  readonly steps: readonly { readonly step: Step; readonly at: Instant }[];
}

/** What would happen if the department were asked now and stayed silent: shown to the asker before anything is sent. */
export const plannedClimbs = (department: AskedDepartment, calendar: WorkCalendar, now: Instant): Planned | AskRefusal => {
  const asked = agreedTime(department, calendar, now);
  if (isRefusal(asked)) return asked;
  const ladder = { ...asked, calendar };
  const steps = ([1, 2, 3] as const).flatMap((step) => {
    const at = whenNext((step - 1) as 0 | 1 | 2, ladder, now);
    return at === null ? [] : [{ step, at }];
  });
  return { ...asked, steps };
};
