import { z } from 'zod';
import { minute, type Instant } from '#base/clock.ts';
import { inAThread } from '#base/in-a-thread.ts';
import { suggestByModel } from '#base/language-model.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { findCompany } from '#people/index.ts';
import { claimNight, endNight, looseOnes, noteLikenesses } from '../queries/nights.ts';
import { themesForFinding } from '../queries/themes.ts';
import { minimised, titleOf, worthProposing, type LooseVoice } from '../rules.ts';
import type { StandingTheme } from '../understanding/group.ts';
import type { SortedNight } from '../understanding/night.worker.ts';
import { openThemeFor, putInto, topicOfWords } from './theming.ts';

/** From one to four at night in most of Europe; elsewhere it is only another quiet thread. */
const isNight = (now: Instant): boolean => now.getUTCHours() < 3;
/** A night that is longer than this has hung. */
const longest = 20 * minute;

const sorted = (loose: readonly LooseVoice[], themes: readonly StandingTheme[]): Promise<SortedNight> =>
  inAThread(new URL('../understanding/night.worker.ts', import.meta.url), { workerData: { loose, themes }, longest });

/** Looks for groups among the loose voices and for themes that say the same, now. What it finds is proposed; a person decides. */
export const sortVoices = async (services: Services): Promise<void> => {
  const began = services.clock.now();
  if (!(await services.db.transaction().execute((tx) => claimNight(tx, began)))) return;
  try {
    const loose = await looseOnes(services.db);
    const themes = (await themesForFinding(services.db)).map(({ id, title, examples }) => ({ id, texts: [title, ...examples] }));
    const { groups, pairs } = loose.length + themes.length < 2 ? { groups: [], pairs: [] } : await sorted(loose, themes);
    const proposals = await titled(services, loose, groups);
    await inWork(services, system, async (work) => {
      const proposed = await propose(work, proposals);
      await endNight(work.tx, began, { now: work.now, loose: loose.length, proposed, alike: await noteLikenesses(work.tx, pairs, work.now), trouble: null });
    });
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error);
    await services.db.transaction().execute((tx) => endNight(tx, began, { now: services.clock.now(), loose: 0, proposed: 0, alike: 0, trouble }));
    throw error;
  }
};

interface Proposal {
  readonly title: string;
  readonly voices: readonly LooseVoice[];
}

const title = z.object({ title: z.string().trim().min(4).max(90).regex(/^[^\n]+$/u) });
const task = 'Customers of a company said these things, and all of them say nearly the same. Give it a short title in the language of most of them, at most eight words, as JSON: {"title": "…"}.';
/** Enough to see what they share; a longer letter costs more and says no more. */
const shownToModel = 12;

/** The groups that three people or more stand behind, each with a name: by the language model, where there is one, else by their own words. */
const titled = async (services: Services, loose: readonly LooseVoice[], groups: SortedNight['groups']): Promise<Proposal[]> => {
  const byId = new Map(loose.map((voice) => [voice.id, voice]));
  const proposals: Proposal[] = [];
  for (const voices of worthProposing(groups.map((ids) => ids.flatMap((id) => byId.get(id) ?? [])))) {
    // A title is read by the whole company, and a model stands outside of it: no name, no address, no number goes along.
    const bare = voices.map((voice) => ({ ...voice, text: minimised(voice.text, voice.saidBy) }));
    const data = bare.slice(0, shownToModel).map(({ text }) => text);
    proposals.push({ voices, title: (await suggestByModel(services, { task, data, shape: title }))?.title ?? titleOf(bare) });
  }
  return proposals;
};

/** A theme for each of them. Its clock runs once a person has said that it is one. */
const propose = async (work: Work, proposals: readonly Proposal[]): Promise<number> => {
  for (const { title: called, voices } of proposals) {
    const theme = await openThemeFor(work, { title: called, topicId: await topicOfWords(work, voices.map(({ text }) => text).join(' ')), product: null, isProposed: true });
    await putInto(work, { insightIds: voices.map(({ id }) => id), themeId: theme.id, isProposed: true });
  }
  return proposals.length;
};

export const sortVoicesAtNight = async (services: Services): Promise<void> => {
  if (isNight(services.clock.now()) && (await findCompany(services.db)) !== null) await sortVoices(services);
};
