import type { Reader } from '#base/db/db.ts';
import { serviceRoles } from '#people/contract.ts';
import { decidersOf } from './actions/deciders.ts';
import { toTellOf } from './actions/drafting.ts';
import { whyNot } from './actions/telling.ts';
import type { BroughtView, LetterRow, LoopView } from './contract.ts';
import { quoteOf } from './letter.ts';
import * as brought from './queries/brought.ts';
import { decisionsOf, latestDecision } from './queries/decisions.ts';
import { figuresOf, heardIn, lettersOf, waitingOf, wordsOf, type LoadedLetter, type ToTell } from './queries/letters.ts';
import { answersOf } from './queries/loop-answers.ts';
import { withMerged, type Theme } from './queries/themes.ts';
import { letterState, mayTell, minimised, perWeek, rateRatio, someCustomer, windowsOf } from './rules.ts';
import type { Viewer } from './views.ts';

const worksOnCases = ({ roles }: Viewer): boolean => roles.some((role) => (serviceRoles as readonly string[]).includes(role));
const said = (at: Date | null): string | null => at?.toISOString() ?? null;
const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

/** Whether the viewer may read the letters of a theme and let them go. */
export const viewerMayTell = async (reader: Reader, theme: Theme, { viewer, now }: { viewer: Viewer; now: Date }): Promise<boolean> => {
  const deciders = await decidersOf(reader, { deciderId: theme.decider_id, topicId: theme.topic_id }, now);
  return mayTell({ ...viewer, heardIt: await heardIn(reader, theme.id, viewer.memberId) }, deciders);
};

/** Whoever may not let it go reads what was said, and neither who said it nor where they can be reached. */
export const letterRowOf = (letter: LoadedLetter, { mayTell: isOpen, viewer }: { mayTell: boolean; viewer: Viewer }): LetterRow => ({
  id: letter.id, state: letterState(letter), language: letter.language, isOwn: letter.text !== null,
  customer: isOpen ? { id: worksOnCases(viewer) ? letter.customerId : null, name: letter.customerName } : { id: null, name: someCustomer(letter.customerSince, viewer.language) },
  said: quoteOf(isOpen ? letter.said : minimised(letter.said, letter.customerName)),
  case: !worksOnCases(viewer) || letter.caseId === null || letter.caseNumber === null ? null : { id: letter.caseId, number: letter.caseNumber },
  reason: letter.outcome === null ? whyNot(letter) : letter.reason, remark: letter.remark, phone: isOpen ? letter.phone : null,
  heardBy: named(letter.heardById, letter.heardByName), readBy: named(letter.readById, letter.readByName), toldByPhoneBy: named(letter.toldById, letter.toldByName),
  sendAt: said(letter.sendAt), settledAt: said(letter.settledAt),
});

const nowOf = async (reader: Reader, now: ToTell): Promise<LoopView['now']> => {
  const decision = (await decisionsOf(reader, [now.themeId])).find(({ id }) => id === now.decisionId);
  if (decision === undefined) return null;
  const [words, waiting] = [await wordsOf(reader, now), await waitingOf(reader, now)];
  const without = (await lettersOf(reader, now, { state: 'to_read', from: 0, limit: 2_000 })).filter((letter) => whyNot(letter) !== null);
  const italian = without.filter(({ language }) => language === 'it').length;
  return {
    decisionId: now.decisionId, occasion: now.occasion, kind: decision.kind as 'take' | 'leave', reason: decision.reason as NonNullable<LoopView['now']>['reason'], words,
    toRead: { it: waiting.it, en: waiting.en }, leaving: waiting.leaving, cannot: { it: italian, en: without.length - italian },
  };
};

/** The loop of a theme: what is told now, how it went, and what came back. Answers are read as voices are. */
export const loopViewOf = async (reader: Reader, theme: Theme, { viewer, now, hasModel }: { viewer: Viewer; now: Date; hasModel: boolean }): Promise<LoopView> => {
  const maySend = await viewerMayTell(reader, theme, { viewer, now });
  const family = await withMerged(reader, theme.id);
  const [current, figures, answers] = [await toTellOf(reader, theme.id), await figuresOf(reader, family), await answersOf(reader, family)];
  const isOpen = worksOnCases(viewer);
  return {
    now: current === null ? null : await nowOf(reader, current),
    figures: figures.map((one) => ({ ...one, isNow: one.decisionId === current?.decisionId && one.occasion === current.occasion })),
    answered: {
      thanks: answers.thanks, words: answers.words,
      items: answers.items.map(({ caseId, caseNumber, saidBy, customerSince, words, at, ...answer }) => ({
        ...answer, at: at.toISOString(), words: isOpen ? words : minimised(words, saidBy),
        saidBy: isOpen ? saidBy : someCustomer(customerSince, viewer.language), case: isOpen ? { id: caseId, number: caseNumber } : null,
      })),
    },
    may: { tell: maySend, reword: maySend && hasModel },
  };
};

/** What a shipped theme brought: only what the data carries, beside how much was listened. */
export const broughtViewOf = async (reader: Reader, { id }: Theme, now: Date): Promise<BroughtView> => {
  const shippedAt = (await latestDecision(reader, id))?.shipped_at ?? null;
  if (shippedAt === null) return { state: 'not_shipped' };
  const windows = windowsOf({ shippedAt, listeningSince: (await brought.listeningSince(reader)) ?? shippedAt, now });
  if (!('weeks' in windows)) return { state: 'too_early', shippedAt: shippedAt.toISOString(), readableAt: said(windows.readableAt) };
  const { weeks, from } = windows;
  const all = await brought.saidBetween(reader, id, windows);
  const voices = { before: all.filter((at) => at < shippedAt).length, after: all.filter((at) => at >= shippedAt).length };
  const [leaving, won] = [await brought.leavingOf(reader, id, windows), await brought.wonWith(reader, id, windows)];
  const worthOf = (...which: readonly brought.Leaving['stands'][]) =>
    leaving.filter(({ stands }) => which.includes(stands)).reduce((sum, { customers, valueCents }) => ({ customers: sum.customers + customers, valueCents: sum.valueCents + valueCents }), { customers: 0, valueCents: 0 });
  return {
    state: 'measured', shippedAt: shippedAt.toISOString(), weeks, voices, everything: await brought.everythingSaid(reader, windows),
    perWeek: { before: perWeek(all, { from, weeks }), after: perWeek(all, { from: shippedAt, weeks }) },
    ratio: rateRatio(voices), boiled: await brought.boiledOf(reader, id, windows),
    leaving: { all: worthOf('wrote', 'silent', 'again'), wroteSince: worthOf('wrote'), silentSince: worthOf('silent'), saidAgain: worthOf('again') },
    won: { ...won, ratio: rateRatio({ before: won.before.count, after: won.after.count }) },
  };
};
