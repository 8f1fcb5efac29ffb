import { day, plus } from '#base/clock.ts';
import { firstOf, type Due } from '#base/due.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { dayNumberAt, localDateOf } from '#calendar/rules/zone.ts';
import { notify } from '#notices/index.ts';
import { findCompany, memberById, membersByIds } from '#people/index.ts';
import { accessTheme } from '../access.ts';
import { voiceEvents } from '../contract.ts';
import { claimLateToShip } from '../queries/decisions.ts';
import { claimUnread } from '../queries/letters.ts';
import { climbing, decidedByMember, dueToClimb, themeById, updateTheme, type Theme } from '../queries/themes.ts';
import { policy, type Climb } from '../rules.ts';
import { stepAfter } from './clocks.ts';
import { giveTo } from './decide.ts';
import { topicOr, whoDecides, whomToCall } from './deciders.ts';
import { about } from './theming.ts';

const batch = 100;

export const decisionsDue: Due = (reader) => [{ at: firstOf(climbing(reader), 'next_climb_at') }];

/**
 * Law 7: a theme that nobody has decided climbs by itself: its decider is reminded, the head hears when the day is over, the
 * management three days later. Each step in a transaction of its own; one that fails keeps no other from being taken.
 */
export const climbThemes = async (services: Services): Promise<void> => {
  const failures: unknown[] = [];
  for (const id of await dueToClimb(services.db, services.clock.now(), batch)) await inWork(services, system, (work) => climb(work, id)).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} themes could not climb.`);
};

const climb = async (work: Work, id: string): Promise<void> => {
  const theme = await accessTheme(work, id);
  if (theme.next_climb_at === null || theme.next_climb_at > work.now || theme.decide_by === null) return;
  const topic = await topicOr(work, theme.topic_id);
  const step = (theme.climbed_to + 1) as Climb;
  await updateTheme(work.tx, id, { climbed_to: step, next_climb_at: await stepAfter(work.tx, { topic, climbedTo: step, by: theme.decide_by, now: work.now }) });
  const targets = await whomToCall(work, { deciderId: theme.decider_id, departmentId: topic.department_id, step });
  work.emit(voiceEvents['theme.climbed'](null, { ...about(theme), step, toNames: targets.map(({ name }) => name), decideBy: theme.decide_by.toISOString() }));
  for (const { id: memberId } of targets) await notify(work, { memberId, kind: step === 1 ? 'decision_near' : 'decision_late', caseId: null, facts: { key: id, what: theme.title, dueAt: theme.decide_by.toISOString(), ...(await whoIsAsked(work, theme, step)) } });
  work.tell('theme', id);
};

const whoIsAsked = async (work: Work, theme: Theme, step: Climb): Promise<{ person?: string }> => (step === 1 ? {} : { person: (await memberById(work.tx, theme.decider_id))?.name ?? '' });

/** Letters that nobody has read for days: whoever decided is called, because customers still wait to hear of it. */
export const watchLetters = async (services: Services): Promise<void> => {
  await inWork(services, system, async (work) => {
    for (const { themeId, title, decidedBy, letters, draftedAt } of await claimUnread(work.tx, { before: plus(work.now, -policy.readsWithin * day), now: work.now })) {
      await notify(work, { memberId: decidedBy, kind: 'letters_wait', caseId: null, facts: { key: themeId, what: title, count: letters, dueAt: draftedAt.toISOString() } });
    }
  });
};

/** What was taken and is not out on its day: who decided and who does it are called, once for each day that was said. */
export const watchShipping = async (services: Services): Promise<void> => {
  const company = await findCompany(services.db);
  if (company === null) return;
  await inWork(services, system, async (work) => {
    const today = localDateOf(dayNumberAt(company.timeZone, work.now.getTime()));
    for (const late of await claimLateToShip(work.tx, today, work.now)) {
      const theme = await themeById(work.tx, late.theme_id);
      if (theme === undefined || late.ships_by === null) continue;
      work.emit(voiceEvents['theme.shipping_late'](null, { ...about(theme), decisionId: late.id, shipsBy: late.ships_by }));
      const called = await membersByIds(work.tx, [...new Set([late.decided_by, ...(late.doer_id === null ? [] : [late.doer_id])])]);
      for (const memberId of called.keys()) await notify(work, { memberId, kind: 'shipping_late', caseId: null, facts: { key: theme.id, what: theme.title, dueAt: `${late.ships_by}T12:00:00Z` } });
      work.tell('theme', theme.id);
    }
  });
};

/** Whoever left decides nothing any more: their themes go to whom the rules name now, with their day. Hears `member.left`. */
export const passDecisionsOn = async (work: Work, { data }: { readonly data: { readonly memberId: string } }): Promise<void> => {
  for (const theme of await decidedByMember(work.tx, data.memberId)) {
    const topic = await topicOr(work, theme.topic_id);
    const next = await whoDecides(work.tx, topic);
    await giveTo(work, theme, { memberId: next.id, why: (await memberById(work.tx, data.memberId))?.name ?? '' });
  }
};
