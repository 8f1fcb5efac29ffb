import type { Reader } from '#base/db/db.ts';
import { companyOf } from '#people/index.ts';
import { untoldReason, type IncidentRow, type IncidentState, type IncidentView, type ReachView, type UntoldReason, type UpdateView } from './contract.ts';
import { knownOf, titleOf, wordsOf, type ShownIncident } from './queries/incidents.ts';
import { reachable } from './queries/tellings.ts';
import { figuresOf, textsOf, updatesOf, type Figures } from './queries/updates.ts';
import { reachOf, type ReachReason } from './rules.ts';

export const rowOf = (row: ShownIncident): IncidentRow => ({
  id: row.id,
  number: row.number,
  title: titleOf(row),
  department: { id: row.department_id, name: row.departmentName },
  state: row.state as IncidentState,
  keeper: { id: row.keeper_id, name: row.keeperName },
  beganAt: row.began_at.toISOString(),
  nextUpdateDueAt: row.next_update_due_at?.toISOString() ?? null,
  resolvedAt: row.resolved_at?.toISOString() ?? null,
  publishedAt: row.published_at?.toISOString() ?? null,
  linked: row.linked ?? 0,
  open: row.open ?? 0,
  suggested: row.suggested ?? 0,
});

type UpdateRow = Awaited<ReturnType<typeof updatesOf>>[number];

const sum = (figures: readonly Figures[]): number => figures.reduce((all, { count }) => all + count, 0);

const updateOf = (row: UpdateRow, figures: readonly Figures[]): UpdateView => {
  const own = figures.filter(({ updateId }) => updateId === row.id);
  const told = (language: 'it' | 'en') => sum(own.filter((one) => one.outcome === 'told' && one.reason === null && one.language === language));
  const untold: Partial<Record<UntoldReason, number>> = {};
  for (const reason of untoldReason.options) {
    const count = sum(own.filter((one) => one.reason === reason));
    if (count > 0) untold[reason] = count;
  }
  return {
    id: row.id,
    state: row.state as IncidentState,
    texts: textsOf(row),
    nextUpdateAt: row.next_update_at?.toISOString() ?? null,
    writtenBy: { id: row.written_by, name: row.writtenByName },
    writtenAt: row.written_at.toISOString(),
    sendAt: row.send_at.toISOString(),
    stage: row.begun_at === null ? 'waiting' : row.isLeaving ? 'sending' : 'sent',
    told: { it: told('it'), en: told('en'), noted: sum(own.filter(({ outcome }) => outcome === 'noted')) },
    onTheirWay: sum(own.filter(({ isWaiting }) => isWaiting)),
    untold,
  };
};

export const viewOf = async (reader: Reader, row: ShownIncident): Promise<IncidentView> => {
  const [words, updates, figures] = await Promise.all([wordsOf(reader, row.id), updatesOf(reader, row.id), figuresOf(reader, row.id)]);
  const from = (source: 'marked' | 'learnt') => words.filter((one) => one.source === source).map(({ word }) => word);
  return {
    ...rowOf(row),
    known: knownOf(row),
    openedAt: row.opened_at.toISOString(),
    words: { marked: from('marked'), learnt: from('learnt') },
    dismissed: row.dismissed ?? 0,
    updates: updates.map((one) => updateOf(one, figures)),
  };
};

const shownOfEach = 20;

/** Whom an update in both languages would reach. Which language is written, the browser knows while it is being written. */
export const reachViewOf = async (reader: Reader, incidentId: string): Promise<ReachView> => {
  const [all, company] = await Promise.all([reachable(reader, incidentId), companyOf(reader)]);
  const { told, noted, cannot } = reachOf(all, ['it', 'en']);
  const first = (language: 'it' | 'en') => {
    const one = told.find((other) => other.language === language);
    return one === undefined ? null : { customerName: one.customerName, ownerName: one.ownerName, caseNumber: one.number };
  };
  const reasons: readonly ReachReason[] = ['no_address', 'bounced', 'merged', 'over'];
  return {
    told: { it: told.filter(({ language }) => language === 'it').length, en: told.filter(({ language }) => language === 'en').length },
    noted: noted.length,
    cannot: reasons.flatMap((reason) => {
      const found = cannot.filter((one) => one.reason === reason);
      return found.length === 0 ? [] : [{ reason, count: found.length, examples: found.slice(0, shownOfEach).map(({ one }) => ({ caseId: one.caseId, number: one.number, customerName: one.customerName })) }];
    }),
    examples: { it: first('it'), en: first('en') },
    companyName: company.name,
    timeZone: company.timeZone,
  };
};
