import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { accessTheme, standing } from '../access.ts';
import { voiceEvents } from '../contract.ts';
import { latestDecision } from '../queries/decisions.ts';
import { endPlacing, insightIdsOf, ofThemeAmong, stillWhereStepPut } from '../queries/insights.ts';
import { dismissLikeness, insertStep, lockStep, undoStep, updateTheme, type Theme } from '../queries/themes.ts';
import { stepAfter, clockFrom } from './clocks.ts';
import { topicOr } from './deciders.ts';
import { keepLettersInStep } from './drafting.ts';
import { settlePlacing } from './placing.ts';
import { about, memberId, moveVoices, openThemeFor, putInto } from './theming.ts';

const by = (work: Work): string => {
  const id = memberId(work);
  if (id === null) throw new Error('Only a person puts themes in order.');
  return id;
};

/** Holds both themes in the order of their ids, so that two who merge at once in two directions do not wait for each other for ever. */
const accessBoth = async (work: Work, one: string, other: string): Promise<readonly [Theme, Theme]> => {
  const [first, second] = one < other ? [one, other] : [other, one];
  const held = [await accessTheme(work, first), await accessTheme(work, second)] as const;
  return one === first ? held : [held[1], held[0]];
};

/** All voices of one theme, and every customer with them, go into the other. What was decided about it stays to be read. */
export const merge = async (work: Work, fromId: string, intoId: string): Promise<{ stepId: string } | Refusal> => {
  if (fromId === intoId) return refuse('theme.same');
  const [from, into] = await accessBoth(work, fromId, intoId);
  if (from.merged_into_id !== null || into.merged_into_id !== null) return refuse('theme.is_merged');
  const stepId = newId(work.now);
  await insertStep(work.tx, { id: stepId, kind: 'merge', fromId, toId: intoId, decideBy: from.decide_by, by: by(work), now: work.now });
  if (into.is_proposed) await confirmProposed(work, into);
  const voices = await putInto(work, { insightIds: await insightIdsOf(work.tx, fromId), themeId: intoId, stepId });
  await updateTheme(work.tx, fromId, { merged_into_id: intoId, next_climb_at: null });
  await keepLettersInStep(work, fromId);
  work.emit(voiceEvents['theme.merged'](null, { ...about(from), intoId, stepId, voices }));
  work.tell('theme', fromId);
  return { stepId };
};

/** A person put voices into it: it is a theme, and its clock runs. */
const confirmProposed = async (work: Work, theme: Theme): Promise<void> => {
  const clock = await clockFrom(work.tx, await topicOr(work, theme.topic_id), work.now);
  await updateTheme(work.tx, theme.id, { is_proposed: false, opened_by: by(work), decide_by: clock.by, next_climb_at: clock.nextClimbAt });
  await endPlacing(work.tx, theme.id);
  await settlePlacing(work, await insightIdsOf(work.tx, theme.id));
};

interface Splitting {
  readonly insightIds: readonly string[];
  readonly title: string;
  readonly topicId: string;
  readonly product: string | null;
}

/** Some voices become a theme of their own. It is decided anew: what was decided was decided about all of them together. */
export const split = async (work: Work, themeId: string, { insightIds, ...opening }: Splitting): Promise<{ stepId: string; newId: string } | Refusal> => {
  const theme = await accessTheme(work, themeId);
  if (theme.merged_into_id !== null) return refuse('theme.is_merged');
  const moving = await ofThemeAmong(work.tx, themeId, insightIds);
  const all = await insightIdsOf(work.tx, themeId);
  if (moving.length === 0 || moving.length >= all.length) return refuse('theme.nothing_to_split');
  const fresh = await openThemeFor(work, opening);
  const stepId = newId(work.now);
  await insertStep(work.tx, { id: stepId, kind: 'split', fromId: themeId, toId: fresh.id, decideBy: null, by: by(work), now: work.now });
  const voices = await putInto(work, { insightIds: moving, themeId: fresh.id, stepId });
  await keepLettersInStep(work, themeId);
  work.emit(voiceEvents['theme.split'](null, { ...about(theme), newId: fresh.id, stepId, voices }));
  work.tell('theme', themeId);
  return { stepId, newId: fresh.id };
};

/**
 * Undoes a merge or a split: every voice that nobody has moved on since is back where it was. A merge is not undone once the other
 * theme was decided on: the decision was made about the voices of both.
 */
export const undo = async (work: Work, stepId: string): Promise<{ id: string } | Refusal> => {
  const known = await lockStep(work.tx, stepId);
  if (known === undefined) throw new NotFound();
  if (known.undone_at !== null) return refuse('theme.step_undone');
  const [from, to] = await accessBoth(work, known.from_theme_id, known.to_theme_id);
  const latest = await latestDecision(work.tx, to.id);
  if (latest !== undefined && latest.decided_at > known.at) return refuse('theme.step_too_late');
  await undoStep(work.tx, stepId, work.now);
  const back = await stillWhereStepPut(work.tx, stepId);
  await moveVoices(work, { insightIds: back, themeId: from.id, isProposed: from.is_proposed });
  if (known.kind === 'merge') await standAgain(work, from, known.decide_by);
  else await updateTheme(work.tx, to.id, { merged_into_id: from.id, next_climb_at: null });
  for (const id of [from.id, to.id]) await keepLettersInStep(work, id);
  work.emit(voiceEvents['theme.step_undone'](null, { ...about(from), stepId, kind: known.kind as 'merge' | 'split' }));
  work.tell('theme', from.id);
  work.tell('theme', to.id);
  return { id: from.id };
};

/** Its own day, and the step of its climb that is next by now. */
const standAgain = async (work: Work, theme: Theme, decideBy: Date | null): Promise<void> => {
  const nextClimbAt = decideBy === null || theme.is_proposed ? null : await stepAfter(work.tx, { topic: await topicOr(work, theme.topic_id), climbedTo: theme.climbed_to, by: decideBy, now: work.now });
  await updateTheme(work.tx, theme.id, { merged_into_id: null, decide_by: decideBy, next_climb_at: nextClimbAt });
};

export const unlike = async (work: Work, themeId: string, otherId: string): Promise<{ id: string } | Refusal> => {
  if (themeId === otherId) return refuse('theme.same');
  await accessBoth(work, themeId, otherId);
  await dismissLikeness(work.tx, [themeId, otherId], { by: by(work), now: work.now });
  return { id: themeId };
};

/** What was found at night is a theme: a person has looked, and from now on its clock runs. */
export const confirm = async (work: Work, themeId: string, { title, topicId, product }: Omit<Splitting, 'insightIds'>): Promise<{ id: string } | Refusal> => {
  const theme = await accessTheme(work, themeId);
  if (standing(theme, undefined) !== 'proposed') return refuse('theme.not_proposed');
  const topic = await topicOr(work, topicId);
  await updateTheme(work.tx, themeId, { title, topic_id: topic.id, product });
  await confirmProposed(work, { ...theme, topic_id: topic.id });
  work.emit(voiceEvents['theme.changed'](null, { ...about(theme), title }));
  work.tell('theme', themeId);
  return { id: themeId };
};

/** It is none: its voices are loose again, and the proposal is gone with them. */
export const dissolve = async (work: Work, themeId: string): Promise<{ id: string } | Refusal> => {
  const theme = await accessTheme(work, themeId);
  if (standing(theme, undefined) !== 'proposed') return refuse('theme.not_proposed');
  await moveVoices(work, { insightIds: await insightIdsOf(work.tx, themeId), themeId: null });
  await updateTheme(work.tx, themeId, { dissolved_at: work.now });
  work.tell('theme', themeId);
  return { id: themeId };
};
