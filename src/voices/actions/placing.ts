import { firstOf, type Due } from '#base/due.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { doneForKey, notify } from '#notices/index.ts';
import { voiceEvents } from '../contract.ts';
import { climbingVoices, claimClimbing, climbTo, dueTogether, quietTopics, type ClimbingVoice } from '../queries/placing.ts';
import { nextClimbAt, type Climb } from '../rules.ts';
import { topicOr, whoDecides, whomToCall } from './deciders.ts';

export const placingDue: Due = (reader) => [{ at: firstOf(climbingVoices(reader), 'next_place_climb_at') }];

/**
 * Law 7 for voices that stand in no theme: whoever decides for their topic is reminded, the head hears when the day is over, the
 * management three days later. One call speaks of all of a topic that are due together, because a survey brings hundreds in a morning.
 * Each topic in a transaction of its own; one that fails keeps no other from being taken.
 */
export const climbVoices = async (services: Services): Promise<void> => {
  const failures: unknown[] = [];
  for (const together of await dueTogether(services.db, services.clock.now())) {
    await inWork(services, system, async (work) => climb(work, await claimClimbing(work.tx, together, work.now))).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `The voices of ${failures.length} topics could not climb.`);
};

const climb = async (work: Work, together: readonly ClimbingVoice[]): Promise<void> => {
  const [first] = together;
  if (first === undefined) return;
  const topic = await topicOr(work, first.topicId);
  const step = (first.climbedTo + 1) as Climb;
  const calendar = await calendarOfDepartment(work.tx, topic.department_id, work.now);
  await climbTo(work.tx, step, together.map(({ id, placeBy }) => ({ id, nextClimbAt: nextClimbAt(step, placeBy, calendar) })));
  const decider = await whoDecides(work.tx, topic);
  const targets = await whomToCall(work, { deciderId: decider.id, departmentId: topic.department_id, step });
  work.emit(voiceEvents['voices.climbed'](null, { topicId: topic.id, step, toNames: targets.map(({ name }) => name), voices: together.length }));
  for (const { id: memberId, language } of targets) {
    const facts = { key: topic.id, what: language === 'it' ? topic.name_it : topic.name_en, count: together.length, dueAt: first.placeBy.toISOString(), ...(step > 1 && { person: decider.name }) };
    await notify(work, { memberId, kind: step === 1 ? 'voices_near' : 'voices_late', caseId: null, facts });
  }
  work.tell('voices', topic.id);
};

/** These stand in a theme now, or were taken back: where they were the last that somebody was called about, the calls are over. */
export const settlePlacing = async (work: Work, insightIds: readonly string[]): Promise<void> => {
  for (const topicId of await quietTopics(work.tx, insightIds)) await doneForKey(work, topicId);
};
