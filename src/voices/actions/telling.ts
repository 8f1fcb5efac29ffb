import { plus, second } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { firstOf, type Due } from '#base/due.ts';
import { NotFound } from '#base/http/failures.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Actor, type Work } from '#base/work.ts';
import { accessCase, tellOneOfMany } from '#cases/index.ts';
import { companyOf } from '#people/index.ts';
import { voiceCaseEvents, type UnreachedReason } from '../contract.ts';
import { loopLetter, type LoopLetterFacts } from '../letter.ts';
import * as steps from '../queries/letter-steps.ts';
import { letterById, type LoadedLetter } from '../queries/letters.ts';
import { themeById } from '../queries/themes.ts';
import { whyNotReached } from '../rules.ts';
import { toTellOf } from './drafting.ts';
import { about } from './theming.ts';

/** Whoever watches hears once for each of these. */
const batch = 24;
const longestRun = 1_000;
/** Another reply on the case leaves within this time, or was taken back. */
const letItLeave = 15 * second;
/** Side by side: most of it is waiting for the database. */
const atOnce = 4;

export const lettersDue: Due = (reader) => [{ at: firstOf(steps.toLeave(reader), 'send_at') }];

const asMember = ({ memberId, memberName }: steps.DueLetter): Actor => ({ kind: 'member', id: memberId, name: memberName });

/**
 * Tells everybody whose letter somebody has read and let go, each in a transaction of its own, in the name of whoever read it. What was
 * told is settled with the mail in the outbox: killed at any moment it goes on where it was, and tells nobody twice.
 */
export const tellLoop = async (services: Services): Promise<void> => {
  for (let told = 0; told < longestRun; ) {
    const due = await steps.dueLetters(services.db, services.clock.now(), batch);
    for (let from = 0; from < due.length; from += atOnce) {
      const some = due.slice(from, from + atOnce);
      await Promise.all(some.map((one, place) => inWork(services, asMember(one), (work) => tellOne(work, one.id, from + place === due.length - 1))));
    }
    if (due.length < batch) return;
    told += due.length;
  }
};

const tellOne = async (work: Work, id: string, isNews: boolean): Promise<void> => {
  const before = await letterById(work.tx, id);
  if (before === undefined) return;
  // The case first, as everything holds them: whoever captures on it holds it, too, before they come to the letters.
  if (before.caseId !== null) await accessCase(work, before.caseId);
  const held = await steps.lockLetter(work.tx, id);
  const letter = await letterById(work.tx, id);
  if (held === undefined || held.outcome !== null || held.send_at === null || held.send_at > work.now || letter === undefined) return;
  if (isNews) work.tell('theme', letter.themeId);
  const now = await toTellOf(work.tx, letter.themeId);
  // Dropped by whoever decides anew in this very moment, once they have their turn.
  if (now?.decisionId !== letter.decisionId || now.occasion !== letter.occasion) return;
  const reason = whyNot(letter);
  if (reason !== null) return cannotTell(work, letter, reason);
  await write(work, letter);
};

/** Why this customer cannot be told in writing. */
export const whyNot = ({ customerId, prefersPhone, caseId, address, lastCameBack }: LoadedLetter): UnreachedReason | null =>
  whyNotReached({ isKnown: customerId !== null, prefersPhone, hasCase: caseId !== null, hasAddress: address !== null, lastCameBack });

const untoldBecause: Readonly<Record<string, UnreachedReason>> = { 'case.is_merged': 'merged', 'reply.no_address': 'no_address' };

const write = async (work: Work, letter: LoadedLetter): Promise<void> => {
  const caseId = letter.caseId ?? '';
  const told = await tellOneOfMany(work, caseId, { text: await textOf(work.tx, letter), nextUpdateAt: null, isBeside: true });
  if (!isRefusal(told)) {
    await steps.settle(work.tx, letter.id, { outcome: 'told', caseId, messageId: told.messageId }, work.now);
    work.emit(voiceCaseEvents['voice.loop_told'](caseId, { ...(await ofTheme(work, letter)), occasion: letter.occasion }));
    return;
  }
  if (told.refused === 'reply.other_in_flight') return steps.postpone(work.tx, letter.id, plus(work.now, letItLeave));
  const reason = untoldBecause[told.refused];
  if (reason === undefined) throw new Error(`A customer could not be told for a reason that nobody knows: ${told.refused}.`);
  return cannotTell(work, letter, reason);
};

const cannotTell = async (work: Work, letter: LoadedLetter, reason: UnreachedReason): Promise<void> => {
  await steps.settle(work.tx, letter.id, { outcome: 'not_told', reason }, work.now);
  if (letter.caseId !== null) work.emit(voiceCaseEvents['voice.loop_not_told'](letter.caseId, { ...(await ofTheme(work, letter)), occasion: letter.occasion, reason }));
};

export const ofTheme = async (work: Work, { themeId }: Pick<LoadedLetter, 'themeId'>) => {
  const theme = await themeById(work.tx, themeId);
  if (theme === undefined) throw new NotFound();
  return about(theme);
};

/** The letter as it leaves: what a person wrote for this one customer, else what everybody is told, in the words of their letter. */
export const textOf = async (reader: Reader, letter: LoadedLetter): Promise<string> => {
  if (letter.text !== null) return letter.text;
  const { name: companyName, timeZone } = await companyOf(reader);
  return loopLetter({ ...factsOf(letter), companyName, timeZone });
};

const factsOf = (letter: LoadedLetter): Omit<LoopLetterFacts, 'companyName' | 'timeZone'> => ({
  language: letter.language, occasion: letter.occasion, variant: letter.variant, customerName: letter.customerName, title: letter.title, words: letter.words ?? '', signerName: letter.signerName,
  said: { words: letter.said, isTheirs: letter.isTheirs, at: letter.saidAt },
  decision: { kind: letter.kind, reason: letter.leaveReason, shipsBy: letter.shipsBy, deciderName: letter.deciderName },
});

/** A mail came back: whoever looks at the theme sees that this customer was not told. Hears `email.delivery_failed`. */
export const showUnreached = async (work: Work, { caseId }: { readonly caseId: string | null }): Promise<void> => {
  if (caseId === null) return;
  for (const id of await steps.themesToldOn(work.tx, caseId)) work.tell('theme', id);
};
