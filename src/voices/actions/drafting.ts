import type { Reader } from '#base/db/db.ts';
import type { Work } from '#base/work.ts';
import { companyOf } from '#people/index.ts';
import { variants } from '../letter.ts';
import { latestDecision } from '../queries/decisions.ts';
import { draftMissing, dropStale, prefillWords, type ToTell } from '../queries/letters.ts';
import { themeById } from '../queries/themes.ts';
import { occasionOf } from '../rules.ts';

/** What the customers of a theme are told now; null where nothing stands. */
export const toTellOf = async (reader: Reader, themeId: string): Promise<ToTell | null> => {
  const theme = await themeById(reader, themeId);
  const latest = theme === undefined || theme.merged_into_id !== null ? undefined : await latestDecision(reader, themeId);
  if (theme === undefined || latest === undefined) return null;
  const occasion = occasionOf({ kind: latest.kind as 'take' | 'leave', shippedAt: latest.shipped_at }, theme.decide_by !== null);
  return occasion === null ? null : { themeId, decisionId: latest.id, occasion };
};

/**
 * Keeps the letters of a theme in step with its voices and with what was decided: whoever says it later gets theirs, whoever said
 * something else after all gets none, and a new decision takes the place of letters that nobody has sent. Each is one statement
 * however many asked, so it is done in the transaction of what changed. Doing it twice drafts nothing twice.
 */
export const keepLettersInStep = async (work: Work, themeId: string): Promise<void> => {
  const now = await toTellOf(work.tx, themeId);
  await dropStale(work.tx, themeId, now);
  if (now === null) return;
  await prefillWords(work.tx, now, work.now);
  const { language } = await companyOf(work.tx);
  if ((await draftMissing(work.tx, now, { now: work.now, language, variants })) > 0) work.tell('theme', themeId);
};

/** Somebody decided, or it is out. Hears `theme.taken`, `theme.left`, `theme.shipped`, `theme.came_back`. */
export const draftLetters = (work: Work, { data }: { readonly data: { readonly themeId: string } }): Promise<void> => keepLettersInStep(work, data.themeId);
