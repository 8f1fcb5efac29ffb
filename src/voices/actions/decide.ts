import type { HandledOf } from '#base/contract.ts';
import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { dayNumberAt, localDateOf } from '#calendar/rules/zone.ts';
import { companyOf, departmentById, memberById } from '#people/index.ts';
import { doneForKey, notify } from '#notices/index.ts';
import { accessDecision, accessTheme, accessToDecide, type Decidable } from '../access.ts';
import { voiceEvents, type leaveTheme, type moveShipping, type takeTheme } from '../contract.ts';
import { insertDecision, moveDay, ship, type NewDecision } from '../queries/decisions.ts';
import { countedTheme } from '../queries/theme-rows.ts';
import { updateTheme, type Theme } from '../queries/themes.ts';
import { mayHand, mayLeave, mayTake } from '../rules.ts';
import { decidersOf } from './deciders.ts';
import { about } from './theming.ts';

type Decided = { decisionId: string; themeId: string } | Refusal;

const deciderOf = (work: Work): string => {
  if (work.actor.kind !== 'member' || work.actor.id === null) throw new Error('Only a person decides.');
  return work.actor.id;
};

/** The day that it is at the company. */
const today = async (work: Work): Promise<string> => localDateOf(dayNumberAt((await companyOf(work.tx)).timeZone, work.now.getTime()));

/** Writes a decision with what stood behind it on this day, ends the clock, and tells everybody who looks. */
const decide = async (work: Work, { theme }: Decidable, { words, as }: Pick<NewDecision, 'words' | 'as'>) => {
  const counted = await countedTheme(work.tx, theme.id, work.now);
  if (counted === undefined) throw new NotFound();
  const stands = { customers: counted.customers, valueCents: counted.valueCents, atRisk: counted.leaving, voices: counted.voices };
  const id = newId(work.now);
  await insertDecision(work.tx, { id, themeId: theme.id, words, by: deciderOf(work), now: work.now, stands, as });
  await updateTheme(work.tx, theme.id, { decide_by: null, next_climb_at: null, climbed_to: 0 });
  await doneForKey(work, theme.id);
  work.tell('theme', theme.id);
  return { id, stands };
};

/** Takes it: who does it, and by which day. */
export const take = async (work: Work, themeId: string, { words, shipsBy, doerId, doerDepartmentId }: HandledOf<typeof takeTheme>['body']): Promise<Decided> => {
  const found = await accessToDecide(work, themeId);
  if (isRefusal(found)) return found;
  const refusal = mayTake(found.state);
  if (refusal !== null) return refusal;
  if (shipsBy < (await today(work))) return refuse('theme.day_passed');
  const doer = await doerNamed(work, doerId, doerDepartmentId);
  if (isRefusal(doer)) return doer;
  const { id, stands } = await decide(work, found, { words, as: { kind: 'take', doerId, doerDepartmentId, shipsBy } });
  work.emit(voiceEvents['theme.taken'](null, { ...about(found.theme), decisionId: id, words, shipsBy, doer: doer.name, customers: stands.customers, valueCents: stands.valueCents }));
  if (doerId !== null && doerId !== deciderOf(work)) await notify(work, { memberId: doerId, kind: 'theme_to_do', caseId: null, facts: { key: found.theme.id, what: found.theme.title, person: work.actor.name, dueAt: `${shipsBy}T12:00:00Z` } });
  return { decisionId: id, themeId };
};

const doerNamed = async (work: Work, doerId: string | null, departmentId: string | null): Promise<{ name: string } | Refusal> => {
  if (doerId === null && departmentId === null) return refuse('theme.no_doer');
  const doer = doerId === null ? null : await memberById(work.tx, doerId);
  const department = departmentId === null ? null : await departmentById(work.tx, departmentId);
  if ((doerId !== null && (doer === null || doer.leftAt !== null)) || (departmentId !== null && department === null)) throw new NotFound();
  return { name: [doer?.name, department?.name].filter((name) => name !== undefined).join(', ') };
};

/** Leaves it, with the reason. Nothing about it is deleted, and it can be taken on any later day. */
export const leave = async (work: Work, themeId: string, { reason, words }: HandledOf<typeof leaveTheme>['body']): Promise<Decided> => {
  const found = await accessToDecide(work, themeId);
  if (isRefusal(found)) return found;
  const refusal = mayLeave(found.state);
  if (refusal !== null) return refusal;
  const { id, stands } = await decide(work, found, { words, as: { kind: 'leave', reason } });
  work.emit(voiceEvents['theme.left'](null, { ...about(found.theme), decisionId: id, reason, words, customers: stands.customers, valueCents: stands.valueCents }));
  return { decisionId: id, themeId };
};

/** Only the decision that stands can ship or move: one that was superseded binds nobody. */
const accessStandingTake = async (work: Work, decisionId: string) => {
  const found = await accessDecision(work, decisionId);
  if (isRefusal(found)) return found;
  if (found.decision.kind !== 'take' || found.latest?.id !== decisionId) return refuse('decision.not_taken');
  return found.decision.shipped_at === null ? found : refuse('decision.shipped');
};

/** What was taken is out. */
export const shipIt = async (work: Work, decisionId: string, words: string): Promise<Decided> => {
  const found = await accessStandingTake(work, decisionId);
  if (isRefusal(found)) return found;
  await ship(work.tx, decisionId, { words, by: deciderOf(work), now: work.now });
  await doneForKey(work, found.theme.id);
  work.emit(voiceEvents['theme.shipped'](null, { ...about(found.theme), decisionId, words }));
  work.tell('theme', found.theme.id);
  return { decisionId, themeId: found.theme.id };
};

/** A new day, with its reason; the one that was said first stays to be read. */
export const moveIt = async (work: Work, decisionId: string, { shipsBy, why }: HandledOf<typeof moveShipping>['body']): Promise<Decided> => {
  const found = await accessStandingTake(work, decisionId);
  if (isRefusal(found)) return found;
  if (shipsBy < (await today(work))) return refuse('theme.day_passed');
  const from = found.decision.ships_by ?? shipsBy;
  await moveDay(work.tx, { id: decisionId, moveId: newId(work.now), from, to: shipsBy, why, by: deciderOf(work), now: work.now });
  await doneForKey(work, found.theme.id);
  work.emit(voiceEvents['theme.shipping_moved'](null, { ...about(found.theme), decisionId, from, to: shipsBy, why }));
  work.tell('theme', found.theme.id);
  return { decisionId, themeId: found.theme.id };
};

/** The decision goes to somebody else. Its day stays: handing it on must not be a way to put it off. */
export const handOn = async (work: Work, themeId: string, { memberId, why }: { memberId: string; why: string }): Promise<{ id: string } | Refusal> => {
  const theme = await accessTheme(work, themeId);
  const actor = await memberById(work.tx, deciderOf(work));
  const deciders = await decidersOf(work.tx, { deciderId: theme.decider_id, topicId: theme.topic_id }, work.now);
  if (actor === null || !mayHand({ memberId: actor.id, roles: actor.roles }, deciders)) return refuse('theme.not_yours', { name: (await memberById(work.tx, theme.decider_id))?.name ?? '' });
  const next = await memberById(work.tx, memberId);
  if (next === null || next.leftAt !== null) throw new NotFound();
  await giveTo(work, theme, { memberId, why });
  return { id: themeId };
};

/** Gives a theme's decision to somebody, and calls them. */
export const giveTo = async (work: Work, theme: Theme, { memberId, why }: { memberId: string; why: string }): Promise<void> => {
  if (theme.decider_id === memberId) return;
  await updateTheme(work.tx, theme.id, { decider_id: memberId });
  await doneForKey(work, theme.id);
  work.emit(voiceEvents['theme.handed'](null, { ...about(theme), fromId: theme.decider_id, toId: memberId, why }));
  await notify(work, { memberId, kind: 'theme_handed', caseId: null, facts: { key: theme.id, what: theme.title, person: work.actor.name, reason: why, ...(theme.decide_by !== null && { dueAt: theme.decide_by.toISOString() }) } });
  work.tell('theme', theme.id);
};

/** Shown on the public page, or no longer: a decision of whoever decides, because the whole world reads it. */
export const publish = async (work: Work, themeId: string, isPublic: boolean): Promise<{ id: string } | Refusal> => {
  const found = await accessToDecide(work, themeId);
  if (isRefusal(found)) return found;
  if (found.state === 'proposed') return refuse('theme.is_proposed');
  await updateTheme(work.tx, themeId, { published_at: isPublic ? work.now : null });
  work.tell('theme', themeId);
  return { id: themeId };
};
