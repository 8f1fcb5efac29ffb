import { plus, type Instant } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import type { Reader } from '#base/db/db.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { endOfWorkingDay, isOpen, nextOpening, openIntervalsOn, type WorkCalendar } from '#calendar/rules.ts';
import { dayNumberAt, localDateOf } from '#calendar/rules/zone.ts';
import { notify } from '#notices/index.ts';
import { chairOf, insertShiftEnd, markReturned, memberById, shiftEndOf, type MemberRow } from '#people/index.ts';
import { shiftEvents, type LeftCase, type ShiftEndView } from './contract.ts';
import * as queries from './queries.ts';
import { mayEndShift, needsBefore, tellBefore, type Need } from './rules.ts';

const said = ({ kind, dueAt, what }: Need) => ({ kind, dueAt: dueAt.toISOString(), what });

interface Day {
  readonly closesAt: Instant;
  readonly opensAgainAt: Instant;
}

/** When the department closes for the day, and when it opens after that. A calendar that never opens is a defect of its settings. */
const dayOf = (calendar: WorkCalendar, now: Instant): Day => {
  const closesAt = isOpen(calendar, now) || isBreak(calendar, now) ? endOfWorkingDay(calendar, now) : now;
  if (isRefusal(closesAt)) throw new Error('The calendar never opens.');
  const opensAgainAt = nextOpening(calendar, plus(closesAt, 1));
  if (isRefusal(opensAgainAt)) throw new Error('The calendar never opens again.');
  return { closesAt, opensAgainAt };
};

/** Between two openings of one day. Before the first or after the last the day is over: whoever is still there goes home now. */
const isBreak = (calendar: WorkCalendar, now: Instant): boolean => {
  const today = openIntervalsOn(calendar, localDateOf(dayNumberAt(calendar.timeZone, now.getTime())));
  return today.some(({ to }) => to <= now) && today.some(({ from }) => from > now);
};

const person = ({ id, name }: { id: string; name: string }) => ({ id, name });

/** The cases of a member that will need somebody before `backAt`, the most urgent first. */
const leftBehind = async (reader: Reader, memberId: string, backAt: Instant, now: Instant): Promise<LeftCase[]> => {
  const needs = needsBefore(await queries.needsOf(reader, memberId, backAt, now), backAt);
  const found = new Map((await queries.casesByIds(reader, [...needs.keys()])).map((row) => [row.id, row]));
  return [...needs].flatMap(([caseId, wanted]) => {
    const row = found.get(caseId);
    if (row === undefined) return [];
    const offeredTo = row.askedId === null || row.askedId === memberId ? null : { id: row.askedId, name: row.askedName ?? '' };
    return [{ caseId, number: row.number, subject: row.subject, customer: row.customer, needs: wanted.map(said), offeredTo }];
  });
};

const memberOf = async (reader: Reader, memberId: string): Promise<MemberRow> => {
  const member = await memberById(reader, memberId);
  if (member === null) throw new Error(`Member ${memberId} acted and is not there.`);
  return member;
};

/** Who may be asked with one key: the standing deputy, where they are not away and have not gone home. */
const deputyOf = async (reader: Reader, { deputyId }: MemberRow, now: Instant): Promise<MemberRow | null> => {
  const deputy = deputyId === null ? null : await memberById(reader, deputyId);
  return deputy === null || (await chairOf(reader, deputy, now)).is !== 'here' ? null : deputy;
};

/** What the caller leaves behind if they go home now and are back at `wanted`, or when their department opens again. */
export const shiftEndFor = async (reader: Reader, memberId: string, wanted: Instant | null, now: Instant): Promise<ShiftEndView> => {
  const member = await memberOf(reader, memberId);
  const running = await shiftEndOf(reader, memberId, now);
  const { closesAt, opensAgainAt } = dayOf(await calendarOfDepartment(reader, member.departmentId, now), now);
  const backAt = wanted ?? running?.backAt ?? opensAgainAt;
  const [cases, chair, deputy] = [await leftBehind(reader, memberId, backAt, now), await chairOf(reader, member, now), await deputyOf(reader, member, now)];
  return {
    backAt: backAt.toISOString(),
    endedAt: running?.endedAt.toISOString() ?? null,
    closesAt: closesAt.toISOString(),
    deputy: deputy === null ? null : person(deputy),
    watchedBy: chair.is === 'watched' ? chair.by.map(person) : deputy === null ? [] : [person(deputy)],
    cases,
  };
};

/** The caller goes home. What they have stays theirs. */
export const endShift = async (work: Work, memberId: string, backAt: Instant): Promise<{ backAt: string } | Refusal> => {
  const refusal = mayEndShift(backAt, work.now);
  if (refusal !== null) return refusal;
  await markReturned(work.tx, memberId, work.now);
  await insertShiftEnd(work.tx, { id: newId(work.now), memberId, backAt, now: work.now });
  const cases = (await leftBehind(work.tx, memberId, backAt, work.now)).length;
  work.emit(shiftEvents['shift.ended'](null, { memberId, backAt: backAt.toISOString(), cases }));
  return { backAt: backAt.toISOString() };
};

export const backAtWork = async (work: Work, memberId: string): Promise<void> => {
  if ((await shiftEndOf(work.tx, memberId, work.now)) === undefined) return;
  await markReturned(work.tx, memberId, work.now);
  work.emit(shiftEvents['shift.begun_again'](null, { memberId }));
};

/** Half an hour before a department closes, whoever has something that cannot wait until it opens again is told, once a day. */
export const tellBeforeClosing = async (services: Services): Promise<void> => {
  const now = services.clock.now();
  const days = new Map<string, Day | null>();
  for (const { id, departmentId } of await queries.membersOfService(services.db)) {
    if (!days.has(departmentId)) days.set(departmentId, await closingSoon(services.db, departmentId, now));
    const closing = days.get(departmentId) ?? null;
    if (closing !== null) await inWork(services, system, (work) => tell(work, id, closing));
  }
};

const closingSoon = async (reader: Reader, departmentId: string, now: Instant): Promise<Day | null> => {
  const calendar = await calendarOfDepartment(reader, departmentId, now);
  if (!isOpen(calendar, now)) return null;
  const found = dayOf(calendar, now);
  return found.closesAt <= plus(now, tellBefore) ? found : null;
};

const tell = async (work: Work, memberId: string, { closesAt, opensAgainAt }: Day): Promise<void> => {
  if ((await chairOf(work.tx, await memberOf(work.tx, memberId), work.now)).is !== 'here') return;
  const count = needsBefore(await queries.needsOf(work.tx, memberId, opensAgainAt, work.now), opensAgainAt).size;
  if (count > 0) await notify(work, { memberId, kind: 'shift_needs', caseId: null, facts: { key: closesAt.toISOString(), count, dueAt: closesAt.toISOString() } });
};
