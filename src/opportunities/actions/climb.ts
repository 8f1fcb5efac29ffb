import { firstOf, type Due } from '#base/due.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { survivorOf } from '#cases/index.ts';
import { named } from '../access.ts';
import { opportunityEvents } from '../contract.ts';
import * as queries from '../queries/opportunities.ts';
import { climbTime, nextClimb } from '../rules.ts';
import { callHigher, targetsOf, tellWhoSawIt } from './calls.ts';

export const climbsDue: Due = (reader) => [{ at: firstOf(queries.climbing(reader), 'next_climb_at') }];

/** Takes every step that is due, each in a transaction of its own; one that fails keeps no other from being taken, and is told. */
export const climbDue = async (services: Services): Promise<void> => {
  const failures: unknown[] = [];
  for (const id of await queries.dueToClimb(services.db, services.clock.now())) {
    await inWork(services, system, (work) => climb(work, id)).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} opportunities could not climb.`);
};

/** The row is held, so that of two sweeps the second finds the step taken. */
const climb = async (work: Work, id: string): Promise<void> => {
  const found = await queries.lockOpportunity(work.tx, id);
  const next = found === undefined ? null : nextClimb(found);
  if (found === undefined || next === null || next.at > work.now) return;
  const calendar = await calendarOfDepartment(work.tx, found.department.id, work.now);
  await queries.updateOpportunity(work.tx, id, { climbed_to: next.step, next_climb_at: climbTime(next.step, { dueAt: found.dueAt, agreedMinutes: found.agreedMinutes, calendar }, work.now) });
  const targets = await targetsOf(work, found, next.step);
  const { dueAt } = found;
  work.emit(opportunityEvents['opportunity.late'](await survivorOf(work.tx, found.caseId), {
    ...named(found), dueAt: dueAt.toISOString(), awaited: found.takenAt === null ? 'taking' : 'outcome', step: next.step === 1 ? 'head' : 'management', toNames: targets.map(({ name }) => name),
  }));
  work.tell('opportunity', id);
  if (next.step === 1) await tellWhoSawIt(work, found, { kind: 'opportunity_late', facts: { dueAt: dueAt.toISOString() } });
  await callHigher(work, found, { kind: 'opportunity_late', targets: targets.filter(({ id: memberId }) => memberId !== found.seenBy.id), dueAt });
};
