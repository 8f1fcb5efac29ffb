import { newId } from '#base/ids.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { isBareThanks } from '#cases/rules.ts';
import { accessThemeToRead } from '../access.ts';
import { voiceEvents } from '../contract.ts';
import { insertAnswer, letterAnswered, messageSaid } from '../queries/loop-answers.ts';
import { suggestForTheme } from '../queries/suggestions.ts';
import { answersLetter, longestVoice, wordsAt } from '../rules.ts';
import { likelyKind } from '../understanding.ts';
import { about } from './theming.ts';

interface Contact {
  readonly caseId: string | null;
  readonly data: { readonly messageId: string | null; readonly isThirdParty?: boolean; readonly answersMessageId?: string | undefined };
}

/**
 * What a customer answers to a letter comes back to the theme. Thanks are counted; anything else is proposed as a voice of that theme,
 * for a person to capture, also where it opened a case of its own. Hears `case.contact_received` and `case.opened`.
 */
export const hearLoopAnswer = async (work: Work, { caseId, data: { messageId, isThirdParty = false, answersMessageId } }: Contact): Promise<void> => {
  if (caseId === null || messageId === null || isThirdParty) return;
  const letter = await letterAnswered(work.tx, { messageId, caseId, named: answersMessageId });
  if (letter === undefined) return;
  const { text } = await messageSaid(work.tx, messageId);
  if (!answersLetter(letter.toldAt, work.now)) return;
  const isThanks = isBareThanks(text);
  if (!(await insertAnswer(work.tx, { messageId, letterId: letter.id, isThanks, at: work.now }))) return;
  const theme = await accessThemeToRead(work.tx, letter.themeId);
  if (!isThanks) await propose(work, { caseId, messageId, text, themeId: theme.id });
  work.emit(voiceEvents['theme.answered'](null, { ...about(theme), letterId: letter.id, messageId, isThanks }));
  work.tell('theme', theme.id);
};

interface Said {
  readonly caseId: string;
  readonly messageId: string;
  readonly text: string;
  readonly themeId: string;
}

/** The whole of it, as far as one voice may be long: they were asked, and answered. */
const propose = async (work: Work, { caseId, messageId, text, themeId }: Said): Promise<void> => {
  const from = text.length - text.trimStart().length;
  const marked = wordsAt(text, { from, to: Math.min(text.length, from + longestVoice) });
  if (isRefusal(marked)) return;
  await suggestForTheme(work.tx, { id: newId(work.now), caseId, messageId, from: marked.from, to: marked.to, kind: likelyKind(marked.words) ?? 'suggestion', themeId, at: work.now });
};
