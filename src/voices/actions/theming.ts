import { newId } from '#base/ids.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { accessTheme } from '../access.ts';
import { voiceEvents } from '../contract.ts';
import { latestDecision } from '../queries/decisions.ts';
import { moveInsights } from '../queries/insights.ts';
import { countedTheme } from '../queries/theme-rows.ts';
import { insertTheme, updateTheme, type Theme } from '../queries/themes.ts';
import { openTopics } from '../queries/topics.ts';
import { comesBack, topicFor } from '../rules.ts';
import { clockFrom, placingClockFrom } from './clocks.ts';
import { restTopic, topicOr, whoDecides } from './deciders.ts';
import { keepLettersInStep } from './drafting.ts';
import { settlePlacing } from './placing.ts';

/** Who does it, where it is a member; null where the program does. */
export const memberId = (work: Work): string | null => (work.actor.kind === 'member' ? work.actor.id : null);

export const about = ({ id, number, title }: Pick<Theme, 'id' | 'number' | 'title'>) => ({ themeId: id, number, title });

/** The topic that some words are likely to belong to. */
export const topicOfWords = async (work: Work, words: string): Promise<string> => {
  const rest = await restTopic(work);
  const topics = await openTopics(work.tx);
  return topicFor(words, topics.map(({ id, words: own, is_for_the_rest: isForTheRest }) => ({ id, words: own, isForTheRest }))) ?? rest.id;
};

interface Opening {
  readonly title: string;
  readonly topicId: string;
  readonly product: string | null;
  /** Found at night: it has a decider, and no day before a person says that it is a theme. */
  readonly isProposed?: boolean;
}

/** Opens a theme: law 7 gives it who decides and a day at once. */
export const openThemeFor = async (work: Work, { title, topicId, product, isProposed = false }: Opening): Promise<Theme> => {
  const topic = await topicOr(work, topicId);
  const decider = await whoDecides(work.tx, topic);
  const { by: decideBy, nextClimbAt } = isProposed ? { by: null, nextClimbAt: null } : await clockFrom(work.tx, topic, work.now);
  const id = newId(work.now);
  const number = await insertTheme(work.tx, { id, title, topicId: topic.id, product, deciderId: decider.id, decideBy, nextClimbAt, isProposed, by: memberId(work), now: work.now });
  work.emit(voiceEvents['theme.opened'](null, { themeId: id, number, title, deciderId: decider.id, decideBy: decideBy?.toISOString() ?? null, isProposed }));
  work.tell('theme', id);
  return accessTheme(work, id);
};

interface Putting {
  readonly insightIds: readonly string[];
  readonly themeId: string | null;
  readonly stepId?: string;
  /** Nobody has said yet that it is a theme: its voices go on waiting for one. */
  readonly isProposed?: boolean;
}

/** Moves voices and nothing else. Those that stand in no theme afterwards wait for one: their clock goes on, or begins anew. */
export const moveVoices = async (work: Work, { insightIds, themeId, stepId, isProposed = false }: Putting): Promise<number> => {
  const waits = themeId === null || isProposed;
  const anew = waits ? await placingClockFrom(work.tx, await restTopic(work), work.now) : null;
  const moved = await moveInsights(work.tx, { insightIds, toThemeId: themeId, stepId: stepId ?? null, anew, by: memberId(work), now: work.now });
  if (!waits) await settlePlacing(work, insightIds);
  return moved;
};

/** Puts voices into a theme, drafts what whoever said them is to be told, tells whoever looks, and lets a theme come back that was left because too few had asked. */
export const putInto = async (work: Work, putting: Putting): Promise<number> => {
  const { themeId } = putting;
  const moved = await moveVoices(work, putting);
  if (moved > 0 && themeId !== null) await maybeBack(work, themeId);
  if (themeId !== null) {
    await keepLettersInStep(work, themeId);
    work.tell('theme', themeId);
  }
  return moved;
};

const maybeBack = async (work: Work, themeId: string): Promise<void> => {
  const latest = await latestDecision(work.tx, themeId);
  if (latest === undefined || latest.reason !== 'too_few') return;
  const theme = await accessTheme(work, themeId);
  const counted = await countedTheme(work.tx, themeId, work.now);
  if (theme.decide_by !== null || counted === undefined || !comesBack({ reason: 'too_few', customers: latest.customers }, counted.customers)) return;
  const clock = await clockFrom(work.tx, await topicOr(work, theme.topic_id), work.now);
  await updateTheme(work.tx, themeId, { decide_by: clock.by, next_climb_at: clock.nextClimbAt, climbed_to: 0 });
  work.emit(voiceEvents['theme.came_back'](null, { ...about(theme), customers: counted.customers, customersThen: latest.customers, decideBy: clock.by.toISOString() }));
};

export interface ThemeChoice {
  readonly themeId: string | null;
  readonly newTheme?: { readonly title: string; readonly topicId?: string | undefined; readonly product: string | null } | undefined;
}

/** The theme that was chosen, or a new one; null where none was. A theme that was merged leads to the one it stands in. */
export const chosenTheme = async (work: Work, choice: ThemeChoice, words: string): Promise<Theme | null | Refusal> => {
  if (choice.newTheme !== undefined) {
    const { title, product, topicId } = choice.newTheme;
    return openThemeFor(work, { title, product, topicId: topicId ?? (await topicOfWords(work, `${title} ${words}`)) });
  }
  if (choice.themeId === null) return null;
  const theme = await accessTheme(work, choice.themeId);
  return theme.merged_into_id === null ? theme : chosenTheme(work, { themeId: theme.merged_into_id }, words);
};

/** Changes what a theme is called and where it belongs; another topic gives it that topic's decider, and its day stays. */
export const changeTheme = async (work: Work, id: string, { title, topicId, product }: Opening): Promise<{ id: string } | Refusal> => {
  const theme = await accessTheme(work, id);
  const topic = await topicOr(work, topicId);
  const decider = topic.id === theme.topic_id ? theme.decider_id : (await whoDecides(work.tx, topic)).id;
  await updateTheme(work.tx, id, { title, topic_id: topic.id, product, decider_id: decider });
  work.emit(voiceEvents['theme.changed'](null, { ...about(theme), title }));
  work.tell('theme', id);
  return { id };
};

/** Opens a theme with voices that have none, or takes them from where they stood. */
export const openTheme = async (work: Work, { insightIds, ...opening }: Opening & { readonly insightIds: readonly string[] }): Promise<{ id: string } | Refusal> => {
  const theme = await openThemeFor(work, opening);
  const moved = await putInto(work, { insightIds, themeId: theme.id });
  return isRefusal(moved) ? moved : { id: theme.id };
};
