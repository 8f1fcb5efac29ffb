import type { OutputOf } from '#base/contract.ts';
import type { Reader } from '#base/db/db.ts';
import type { Language } from '#base/texts.ts';
import { decidersOf, decidersOfTopics, type Person } from './actions/deciders.ts';
import type { DecisionView, InsightKind, InsightView, readTheme, ThemeRow, voicesOfCase } from './contract.ts';
import { decisionsOf, type NamedDecision } from './queries/decisions.ts';
import type { suggestionsOnCase } from './queries/suggestions.ts';
import { kindsOf, type CountedTheme } from './queries/theme-rows.ts';
import { alikeOf, stepsOf, themeById, withMerged } from './queries/themes.ts';
import type { HeardVoice } from './queries/voices.ts';
import { mayDecide, minimised, someCustomer, type Caller } from './rules.ts';

const said = (at: Date | null): string | null => at?.toISOString() ?? null;
const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

/** Who reads. Whoever works on cases reads names and may open the case; everybody else reads the words without them. */
export interface Viewer extends Caller {
  readonly language: Language;
}

const worksOnCases = ({ roles }: Viewer): boolean => roles.some((role) => role === 'agent' || role === 'lead' || role === 'admin');

/** With who sees to those that stand in no theme yet. */
export const insightViewsOf = async (reader: Reader, heard: readonly HeardVoice[], viewer: Viewer): Promise<InsightView[]> => {
  const deciders = await decidersOfTopics(reader, heard.filter(({ waits }) => waits).map(({ topicId }) => topicId));
  return heard.map((voice) => insightViewOf(voice, { viewer, decider: voice.waits ? deciders.get(voice.topicId) : undefined }));
};

const insightViewOf = (voice: HeardVoice, { viewer, decider }: { readonly viewer: Viewer; readonly decider: Person | undefined }): InsightView => {
  const isOpen = worksOnCases(viewer);
  return {
    id: voice.id, number: voice.number, kind: voice.kind, source: voice.source, saidAt: voice.saidAt.toISOString(), language: voice.language, channel: voice.channel,
    words: isOpen ? voice.words : minimised(voice.words, voice.customerName ?? voice.saidBy),
    saidBy: isOpen ? (voice.customerName ?? voice.saidBy) : someCustomer(voice.customerSince, viewer.language),
    customer: isOpen ? named(voice.customerId, voice.customerName) : null,
    case: !isOpen || voice.caseId === null || voice.caseNumber === null ? null : { id: voice.caseId, number: voice.caseNumber },
    message: !isOpen || voice.messageId === null || voice.from === null || voice.to === null ? null : { id: voice.messageId, from: voice.from, to: voice.to },
    heardBy: named(voice.heardById, voice.heardByName), heardAt: voice.heardAt.toISOString(), remark: voice.remark === null || isOpen ? voice.remark : minimised(voice.remark, voice.customerName ?? voice.saidBy),
    theme: voice.themeId === null || voice.themeNumber === null ? null : { id: voice.themeId, number: voice.themeNumber, title: voice.themeTitle ?? '' },
    waitsFor: decider === undefined ? null : { decider, by: voice.placeBy.toISOString() },
    valueCents: voice.valueCents, stars: null,
  };
};

export const suggestionViewOf = (one: Awaited<ReturnType<typeof suggestionsOnCase>>[number]): OutputOf<typeof voicesOfCase>['suggestions'][number] => ({
  id: one.id, messageId: one.messageId, from: one.from, to: one.to, words: one.words, kind: one.kind,
  theme: one.themeId === null || one.themeNumber === null ? null : { id: one.themeId, number: one.themeNumber, title: one.themeTitle ?? '' },
});

const decisionViewOf = (row: NamedDecision, isSuperseded: boolean): DecisionView => ({
  id: row.id, kind: row.kind as 'take' | 'leave', reason: row.reason as DecisionView['reason'], words: row.words,
  doer: named(row.doer_id, row.doerName), doerDepartment: named(row.doer_department_id, row.doerDepartmentName), shipsBy: row.ships_by,
  decidedBy: { id: row.decided_by, name: row.deciderName }, decidedAt: row.decided_at.toISOString(),
  customers: row.customers, valueCents: row.value_cents, atRisk: row.at_risk, voices: row.voices,
  shippedAt: said(row.shipped_at), shippedWords: row.shipped_words, isSuperseded,
});

/** Rows with the decision that stands for each. */
export const themeRowsOf = async (reader: Reader, themes: readonly CountedTheme[]): Promise<ThemeRow[]> => {
  const decisions = themes.length === 0 ? [] : await decisionsOf(reader, themes.map(({ id }) => id));
  return themes.map((theme) => themeRowOf(theme, decisions.find(({ theme_id: id }) => id === theme.id)));
};

const themeRowOf = (theme: CountedTheme, latest: NamedDecision | undefined): ThemeRow => ({
  id: theme.id, number: theme.number, title: theme.title, state: theme.state, topic: { id: theme.topicId, nameIt: theme.topicIt, nameEn: theme.topicEn },
  department: { id: theme.departmentId, name: theme.departmentName }, product: theme.product, decider: { id: theme.deciderId, name: theme.deciderName, department: theme.deciderDepartment },
  decideBy: said(theme.decideBy), climbedTo: theme.climbedTo, openedAt: theme.openedAt.toISOString(), voices: theme.voices, customers: theme.customers,
  valueCents: theme.valueCents, boiled: theme.boiled, leaving: theme.leaving, weeks: [...theme.weeks], lastSaidAt: said(theme.lastSaidAt),
  decision: latest === undefined ? null : decisionViewOf(latest, false), toTell: theme.toTell,
});

export const decisionView = async (reader: Reader, themeId: string, decisionId: string): Promise<DecisionView> => {
  const all = await decisionsOf(reader, [themeId]);
  const place = all.findIndex(({ id }) => id === decisionId);
  const found = all[place];
  if (found === undefined) throw new Error('A decision that was just made is not there.');
  return decisionViewOf(found, place > 0);
};

/** Everything of one theme. Decisions of themes that were merged into it stand among its own. */
export const themeViewOf = async (reader: Reader, theme: CountedTheme, { viewer, now }: { viewer: Viewer; now: Date }): Promise<OutputOf<typeof readTheme>> => {
  const [merged, steps, alike, kinds, deciders] = [
    await withMerged(reader, theme.id), await stepsOf(reader, theme.id), await alikeOf(reader, theme.id), await kindsOf(reader, theme.id),
    await decidersOf(reader, { deciderId: theme.deciderId, topicId: theme.topicId }, now),
  ];
  const decisions = await decisionsOf(reader, merged);
  const into = theme.mergedIntoId === null ? undefined : await themeById(reader, theme.mergedIntoId);
  const own = decisions.filter(({ theme_id: id }) => id === theme.id);
  return {
    ...themeRowOf(theme, own[0]),
    openedBy: named(theme.openedById, theme.openedByName),
    mergedInto: into === undefined ? null : { id: into.id, number: into.number, title: into.title },
    decisions: decisions.map((one) => decisionViewOf(one, one.id !== own[0]?.id)),
    steps: steps.map((step) => ({
      id: step.id, kind: step.kind, at: step.at.toISOString(), by: { id: step.byId, name: step.byName }, voices: step.voices,
      from: { id: step.fromId, number: step.fromNumber, title: step.fromTitle }, to: { id: step.toId, number: step.toNumber, title: step.toTitle },
    })),
    alike,
    kinds: kinds.map(({ kind, voices }) => ({ kind: kind as InsightKind, voices })),
    may: { decide: mayDecide(viewer, deciders), change: true },
    publishedAt: said(theme.publishedAt),
  };
};
