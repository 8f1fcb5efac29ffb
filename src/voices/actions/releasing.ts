import { plus, second } from '#base/clock.ts';
import { NotFound } from '#base/http/failures.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import { doneForKey } from '#notices/index.ts';
import { memberById } from '#people/index.ts';
import { accessTheme } from '../access.ts';
import { voiceCaseEvents, voiceEvents } from '../contract.ts';
import * as steps from '../queries/letter-steps.ts';
import { heardIn, letterById, putWords, wordsOf, type InWords, type LoadedLetter, type ToTell } from '../queries/letters.ts';
import type { Theme } from '../queries/themes.ts';
import { mayTell } from '../rules.ts';
import { decidersOf } from './deciders.ts';
import { toTellOf } from './drafting.ts';
import { ofTheme } from './telling.ts';
import { about, memberId } from './theming.ts';

const teller = (work: Work): string => {
  const id = memberId(work);
  if (id === null) throw new Error('Only a person lets letters go.');
  return id;
};

const actorMayTell = async (work: Work, theme: Theme): Promise<boolean> => {
  const member = await memberById(work.tx, teller(work));
  if (member === null) return false;
  const deciders = await decidersOf(work.tx, { deciderId: theme.decider_id, topicId: theme.topic_id }, work.now);
  return mayTell({ memberId: member.id, roles: member.roles, heardIt: await heardIn(work.tx, theme.id, member.id) }, deciders);
};

/** The gate to what a theme's customers are told, for whoever may let it go. */
export const accessToTell = async (work: Work, themeId: string): Promise<{ theme: Theme; now: ToTell } | Refusal> => {
  const theme = await accessTheme(work, themeId);
  if (!(await actorMayTell(work, theme))) return refuse('loop.not_yours');
  const now = await toTellOf(work.tx, themeId);
  return now === null ? refuse('loop.nothing_decided') : { theme, now };
};

/** The gate to one letter. Whoever may not let it go learns nothing of it: it bears a customer's name. */
const accessLetter = async (work: Work, id: string): Promise<{ letter: LoadedLetter; theme: Theme; state: 'open' | 'leaving' | 'settled' }> => {
  const known = await letterById(work.tx, id);
  if (known === undefined) throw new NotFound();
  const theme = await accessTheme(work, known.themeId);
  if (!(await actorMayTell(work, theme)) || (await steps.lockLetter(work.tx, id)) === undefined) throw new NotFound();
  const letter = await letterById(work.tx, id);
  if (letter === undefined) throw new NotFound();
  return { letter, theme, state: letter.outcome !== null ? 'settled' : letter.sendAt === null ? 'open' : 'leaving' };
};

/** What everybody is told, in one language or both. Only what is named changes. */
export const write = async (work: Work, themeId: string, words: { readonly [Of in Language]?: string | null | undefined }): Promise<{ id: string } | Refusal> => {
  const found = await accessToTell(work, themeId);
  if (isRefusal(found)) return found;
  const before = await wordsOf(work.tx, found.now);
  const after: InWords = { it: words.it === undefined ? before.it : words.it, en: words.en === undefined ? before.en : words.en };
  await putWords(work.tx, found.now, { words: after, by: teller(work), now: work.now });
  work.tell('theme', themeId);
  return { id: themeId };
};

interface Releasing {
  readonly letterIds?: readonly string[] | undefined;
  readonly language?: Language | undefined;
  readonly undoSeconds: number;
}

/** Lets letters go. Refused where the words for a language are missing: nobody is told half of it. */
export const release = async (work: Work, themeId: string, { undoSeconds, ...chosen }: Releasing): Promise<{ letters: number; sendAt: string } | Refusal> => {
  const found = await accessToTell(work, themeId);
  if (isRefusal(found)) return found;
  const letters = await steps.lockToRead(work.tx, found.now, chosen);
  if (letters.length === 0) return refuse('loop.nobody_to_tell');
  const words = await wordsOf(work.tx, found.now);
  const missing = letters.find(({ text, language }) => text === null && words[language as Language] === null);
  if (missing !== undefined) return refuse('loop.words_missing', { language: missing.language });
  const sendAt = plus(work.now, undoSeconds * second);
  await steps.release(work.tx, letters.map(({ id }) => id), { by: teller(work), sendAt });
  await doneForKey(work, themeId, 'letters_wait');
  work.emit(voiceEvents['theme.letters_released'](null, { ...about(found.theme), decisionId: found.now.decisionId, occasion: found.now.occasion, letters: letters.length }));
  work.tell('theme', themeId);
  return { letters: letters.length, sendAt: sendAt.toISOString() };
};

export const takeBack = async (work: Work, themeId: string): Promise<{ letters: number } | Refusal> => {
  const found = await accessToTell(work, themeId);
  if (isRefusal(found)) return found;
  const letters = await steps.holdBack(work.tx, found.now, work.now);
  if (letters === 0) return refuse('loop.has_left');
  work.emit(voiceEvents['theme.letters_taken_back'](null, { ...about(found.theme), letters }));
  work.tell('theme', themeId);
  return { letters };
};

/** Words for this one customer; null goes back to what everybody is told. */
export const rewrite = async (work: Work, id: string, text: string | null): Promise<{ id: string } | Refusal> => {
  const { letter, state } = await accessLetter(work, id);
  if (state !== 'open') return refuse('loop.has_left');
  await steps.rewrite(work.tx, id, text);
  work.tell('theme', letter.themeId);
  return { id };
};

export const skip = async (work: Work, id: string, why: string): Promise<{ id: string } | Refusal> => {
  const { letter, state } = await accessLetter(work, id);
  if (state !== 'open') return refuse('loop.has_left');
  await steps.settle(work.tx, id, { outcome: 'not_told', reason: 'skipped', remark: why }, work.now);
  if (letter.caseId !== null) work.emit(voiceCaseEvents['voice.loop_not_told'](letter.caseId, { ...(await ofTheme(work, letter)), occasion: letter.occasion, reason: 'skipped' }));
  work.tell('theme', letter.themeId);
  return { id };
};

/** Back among those to be read. Whoever was told in writing is not told again, unless the mail came back. */
export const giveBack = async (work: Work, id: string): Promise<{ id: string } | Refusal> => {
  const { letter } = await accessLetter(work, id);
  const now = await toTellOf(work.tx, letter.themeId);
  if (now?.decisionId !== letter.decisionId || now.occasion !== letter.occasion) return refuse('loop.is_old');
  if (letter.outcome === 'told' && letter.toldById === null) return refuse('loop.was_told');
  await steps.startAnew(work.tx, id);
  work.tell('theme', letter.themeId);
  return { id };
};

/** Somebody called them. It closes the loop as a letter does. */
export const noteCall = async (work: Work, id: string, remark: string | null): Promise<{ id: string } | Refusal> => {
  const { letter, state } = await accessLetter(work, id);
  if (letter.outcome === 'told') return refuse('loop.was_told');
  if (state === 'leaving') return refuse('loop.has_left');
  await steps.settle(work.tx, id, { outcome: 'called', by: teller(work), remark }, work.now);
  if (letter.caseId !== null) work.emit(voiceCaseEvents['voice.loop_told'](letter.caseId, { ...(await ofTheme(work, letter)), occasion: letter.occasion, byPhone: true }));
  work.tell('theme', letter.themeId);
  return { id };
};

