import { csvOf, type Cell } from '#base/csv.ts';
import type { Language } from '#base/texts.ts';
import { detailsOf } from './actions/keeping.ts';
import { labelFor } from './access.ts';
import type { ComplaintRow, Statistics } from './contract.ts';
import type { LoadedComplaint } from './queries/complaints.ts';
import type { Entry } from './queries/entries.ts';
import type { StoredTerm } from './queries/terms.ts';
import { dayEndingAt, localDateAt } from './rules.ts';
import { standingOf } from './standing.ts';
import { complaintWords, exportTexts } from './texts.ts';

export interface Exported {
  readonly found: LoadedComplaint;
  readonly row: ComplaintRow;
  readonly entries: readonly Entry[];
  readonly term: StoredTerm;
}

interface Reading {
  readonly language: Language;
  readonly timeZone: string;
}

/** Sums in a spreadsheet are euros: whoever adds up cents is wrong by a hundred times. */
const euros = (cents: number): number => cents / 100;

/** One column: its heading in both languages, and what stands in it. The order is that in which authorities ask. */
const columnsOf = ({ found, row, entries, term }: Exported, { language, timeZone }: Reading): Record<keyof (typeof exportTexts)['it']['columns'], Cell> => {
  const words = complaintWords[language];
  const on = (at: Date | null): Cell => (at === null ? null : localDateAt(timeZone, at));
  const standing = standingOf(entries);
  const last = <Kind extends Entry['kind']>(kind: Kind) => entries.findLast((entry): entry is Extract<Entry, { kind: Kind }> => entry.kind === kind);
  const details = detailsOf(found);
  const [answered, interim, annulled, closing] = [last('answered'), last('interim_sent'), last('annulled'), standing.escalations];
  return {
    label: labelFor(found), receivedOn: on(found.received_at), channel: words.channels[row.channel], proof: found.proof, complainant: details.complainant, onBehalfOf: details.onBehalfOf,
    contractCode: details.contractCode, product: details.product, topic: details.topic, subTopic: details.subTopic, said: found.said, remedy: details.remedy,
    sector: words.sectors[row.sector], term: `${term.name[language]}: ${words.days(term)}`, basis: term.basis[language], registeredOn: on(found.registered_at), firstDueOn: dayEndingAt(timeZone, found.first_due_at), dueOn: row.dueOn,
    acknowledgedOn: on(found.acknowledged_at), severity: words.severities[details.severity], responsible: row.responsible?.name ?? null, department: row.department.name,
    interimOn: on(found.interim_at), interimReason: interim?.data.reason ?? null, answeredOn: on(found.answered_at), withinTerm: row.withinTerm === null ? null : words.yesOrNo(row.withinTerm),
    outcome: row.outcome === null ? null : words.outcomes[row.outcome], grounds: answered?.data.grounds ?? null, content: answered === undefined ? null : words.yesOrNo(Object.values(answered.data.content).every(Boolean)),
    owed: euros(found.indemnity_cents), paid: euros(standing.paidCents), correction: standing.actions.map(({ text, owner, dueOn }) => `${text} (${owner.name}, ${dueOn})`).join('; ') || null,
    repeats: row.state === 'annulled' ? null : words.yesOrNo(found.repeats_id !== null), escalation: closing.map(({ body, on: day, result }) => `${body} (${day}${result === null ? '' : `: ${words.results[result]}`})`).join('; ') || null,
    state: words.states[row.state], closedOn: on(found.closed_at), annulled: annulled?.data.reason ?? null, caseNumber: `C-${row.caseNumber}`,
  };
};

/** The register as a table: one line a complaint, every field of it. */
export const registerCsv = (all: readonly Exported[], reading: Reading): string => {
  const headings = exportTexts[reading.language].columns;
  const keys = Object.keys(headings) as (keyof typeof headings)[];
  return csvOf([keys.map((key) => headings[key]), ...all.map((one) => {
    const columns = columnsOf(one, reading);
    return keys.map((key) => columns[key]);
  })], reading.language);
};

/** The figures of a period as a table of names and numbers. */
export const statisticsCsv = (found: Statistics, { language, from, to }: { readonly language: Language; readonly from: string; readonly to: string }): string => {
  const texts = exportTexts[language].figures;
  const words = complaintWords[language];
  const tenth = (days: number | null): Cell => (days === null ? null : Math.round(days * 10) / 10);
  return csvOf([
    [texts.period, `${from} – ${to}`],
    [texts.received, found.received], [texts.open, found.open], [texts.overdue, found.overdue], [texts.answered, found.answered], [texts.withinTerm, found.withinTerm], [texts.meanDays, tenth(found.meanDays)],
    ...(['upheld', 'partly', 'rejected', 'settled'] as const).map((outcome): Cell[] => [`${texts.outcome}: ${words.outcomes[outcome]}`, found.outcomes[outcome]]),
    [texts.interims, found.interims], [texts.escalated, found.escalated], [texts.annulled, found.annulled], [texts.paid, euros(found.paidCents)],
    ...found.sectors.flatMap(({ sector, received, answered, withinTerm, meanDays }): Cell[][] => [
      [`${words.sectors[sector]}: ${texts.received}`, received], [`${words.sectors[sector]}: ${texts.answered}`, answered], [`${words.sectors[sector]}: ${texts.withinTerm}`, withinTerm], [`${words.sectors[sector]}: ${texts.meanDays}`, tenth(meanDays)],
    ]),
    ...found.topics.map(({ topic, received }): Cell[] => [`${texts.topic}: ${topic}`, received]),
  ], language);
};
