import { hour, plus } from '#base/clock.ts';
import { firstOf, type Due } from '#base/due.ts';
import { newId } from '#base/ids.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { accessCaseToRead, survivorOf, type LoadedCase } from '#cases/index.ts';
import { requestEvents } from '../contract.ts';
import type { Letter } from '../emails.ts';
import { claimClimb, climbing, dueToClimb, insertClimb, lastReminderAt, stepNames } from '../queries/climbs.ts';
import { requestById, type LoadedRequest } from '../queries/requests.ts';
import { nextClimb, whenNext, type Step } from '../rules.ts';
import { callAbout } from './calls.ts';
import { sendLetter } from './letters.ts';
import { namesOf, targetsOf, type Target } from './targets.ts';

const batch = 100;

export const climbsDue: Due = (reader) => [{ at: firstOf(climbing(reader), 'next_climb_at') }];

/**
 * Takes every step that is due, each in a transaction of its own: the claim, the mail and the event happen together or not at all, so
 * whoever is stopped between two of them finds the step still due. One that fails keeps no other from being taken, and is told.
 */
export const climbDue = async (services: Services): Promise<void> => {
  const failures: unknown[] = [];
  for (const id of await dueToClimb(services.db, services.clock.now(), batch)) {
    await inWork(services, system, (work) => climb(work, id)).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} requests could not climb.`);
};

const climb = async (work: Work, id: string): Promise<void> => {
  const request = await requestById(work.tx, id);
  if (request === undefined) return;
  const next = nextClimb(request, work.now);
  if (next === null || next.at > work.now) return;
  const calendar = await calendarOfDepartment(work.tx, request.department.id, work.now);
  const thenAt = whenNext(next.step, { ...request, calendar }, work.now);
  if (!(await claimClimb(work.tx, request, next.step, thenAt))) return;
  const found = await accessCaseToRead(work.tx, await survivorOf(work.tx, request.caseId));
  if (next.step === 2) await tellLate(work, request, found);
  if (next.step === 1 && (await wasJustReminded(work, id))) return;
  await send(work, { request, found, step: next.step, thenAt });
};

/** A colleague reminded them by hand a moment ago: the program does not say it again. */
const wasJustReminded = async (work: Work, requestId: string): Promise<boolean> => {
  const at = await lastReminderAt(work.tx, requestId);
  return at !== null && at > plus(work.now, -hour);
};

const tellLate = async (work: Work, request: LoadedRequest, found: LoadedCase): Promise<void> => {
  work.emit(requestEvents['request.late'](found.id, { ...about(request), dueAt: request.dueAt.toISOString() }));
  await callAbout(work, { request, found }, { kind: 'request_late', key: request.id, dueAt: request.dueAt });
};

interface Taken {
  readonly request: LoadedRequest;
  readonly found: LoadedCase;
  readonly step: Step;
  /** When it climbs once more; null at the top. */
  readonly thenAt: Date | null;
}

const send = async (work: Work, taken: Taken): Promise<void> => {
  const { request, found, step } = taken;
  const targets = await targetsOf(work.tx, request, step, work.now);
  for (const to of targets) {
    await insertClimb(work.tx, { id: newId(work.now), requestId: request.id, step, to, byMemberId: null, at: work.now });
    await sendLetter(work, { request, found, letter: await letterFor(work, taken, to), to });
  }
  work.emit(requestEvents['request.climbed'](found.id, { ...about(request), step: stepNames[step], toNames: targets.map(({ name }) => name), byHand: false }));
};

const letterFor = async (work: Work, { request, step, thenAt }: Taken, to: Target): Promise<Letter> => {
  if (step === 1) return { kind: 'reminder', byHand: false };
  if (step === 3) return { kind: 'director', head: namesOf(await targetsOf(work.tx, request, 2, work.now)) || null };
  return { kind: 'head', insteadOf: to.insteadOf, thenAt, thenTo: namesOf(await targetsOf(work.tx, request, 3, work.now)) };
};

const about = (request: LoadedRequest) => ({ requestId: request.id, department: { id: request.department.id, name: request.department.name } });
