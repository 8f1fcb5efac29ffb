import { NotFound } from '#base/http/failures.ts';
import type { Reader } from '#base/db/db.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { memberById } from '#people/index.ts';
import { actorMayDecide } from './actions/deciders.ts';
import { lockDecision, latestDecision, type Decision } from './queries/decisions.ts';
import { lockInsight, type Insight } from './queries/insights.ts';
import { lockTheme, themeById, type Theme } from './queries/themes.ts';
import { stateOf } from './rules.ts';
import type { ThemeState } from './contract.ts';

/** The gate to a theme for whoever changes it. Everybody in the company may put voices in order; deciding has a gate of its own. */
export const accessTheme = async (work: Work, id: string): Promise<Theme> => {
  const found = await lockTheme(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

/** The same where a merge leads on: the theme in which its voices stand now. */
export const accessThemeToRead = async (reader: Reader, id: string): Promise<Theme> => {
  let found = await themeById(reader, id);
  while (found !== undefined && found.merged_into_id !== null) found = await themeById(reader, found.merged_into_id);
  if (found === undefined) throw new NotFound();
  return found;
};

export interface Decidable {
  readonly theme: Theme;
  readonly state: ThemeState;
  readonly latest: Decision | undefined;
}

/** The gate for whoever decides on it: refused to everybody else, with the name of who does. */
export const accessToDecide = async (work: Work, id: string): Promise<Decidable | Refusal> => {
  const theme = await accessTheme(work, id);
  if (!(await actorMayDecide(work, theme))) return refuse('theme.not_yours', { name: (await memberById(work.tx, theme.decider_id))?.name ?? '' });
  const latest = await latestDecision(work.tx, id);
  return { theme, latest, state: standing(theme, latest) };
};

export const standing = (theme: Theme, latest: Decision | undefined): ThemeState =>
  stateOf({
    mergedIntoId: theme.merged_into_id, isProposed: theme.is_proposed, decideBy: theme.decide_by,
    decision: latest === undefined ? null : { kind: latest.kind as 'take' | 'leave', shippedAt: latest.shipped_at },
  });

/** A decision with its theme, held in the order in which everything holds them; only for whoever may decide. */
export const accessDecision = async (work: Work, id: string): Promise<(Decidable & { readonly decision: Decision }) | Refusal> => {
  const known = await work.tx.selectFrom('decisions').where('id', '=', id).select('theme_id').executeTakeFirst();
  if (known === undefined) throw new NotFound();
  const found = await accessToDecide(work, known.theme_id);
  if (isRefusal(found)) return found;
  const decision = await lockDecision(work.tx, id);
  if (decision === undefined) throw new NotFound();
  return { ...found, decision };
};

/** The gate to a voice for whoever changes it. */
export const accessVoice = async (work: Work, id: string): Promise<Insight> => {
  const found = await lockInsight(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};
