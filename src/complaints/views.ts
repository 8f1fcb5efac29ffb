import type { Reader } from '#base/db/db.ts';
import { companyOf } from '#people/index.ts';
import { viewsOnCase } from '#requests/index.ts';
import { isOpen } from '#cases/rules.ts';
import { calendarFor, factsOf, labelFor, startedOn, termOf } from './access.ts';
import { detailsOf } from './actions/keeping.ts';
import { complaintChannel, sector, type ComplaintRow, type ComplaintView, type EntryView } from './contract.ts';
import { filesOf, lastEventOf } from './queries/around.ts';
import { briefOf, othersOf, type LoadedComplaint } from './queries/complaints.ts';
import { entriesOf, type Entry } from './queries/entries.ts';
import { onItsWay } from './queries/letters.ts';
import { allTerms, type StoredTerm } from './queries/terms.ts';
import { dayEndingAt, indemnityOwed, isOverdue, labelOf, localDateAt, longestOn, stateOf, termOn, withinTerm } from './rules.ts';
import { standingOf, type Standing } from './standing.ts';

/** What stands in a list. `timeZone` is that in which its days are said. */
export const rowOf = (found: LoadedComplaint, { timeZone, now }: { readonly timeZone: string; readonly now: Date }): ComplaintRow => ({
  id: found.id,
  label: labelFor(found),
  caseId: found.case_id,
  caseNumber: found.caseNumber,
  customer: { id: found.customer_id, name: found.customerName },
  complainant: found.complainant,
  onBehalfOf: found.on_behalf_of,
  sector: sector.parse(found.sector),
  topic: found.topic,
  severity: detailsOf(found).severity,
  channel: complaintChannel.parse(found.channel),
  receivedAt: found.received_at.toISOString(),
  dueOn: dayEndingAt(timeZone, found.due_at),
  dueAt: found.due_at.toISOString(),
  state: stateOf(factsOf(found)),
  isOverdue: isOverdue(factsOf(found), now),
  withinTerm: withinTerm(factsOf(found)),
  outcome: found.outcome as ComplaintRow['outcome'],
  responsible: found.hasId === null ? null : { id: found.hasId, name: found.hasName ?? '' },
  department: { id: found.department_id, name: found.departmentName },
  answeredAt: found.answered_at?.toISOString() ?? null,
  closedAt: found.closed_at?.toISOString() ?? null,
});

const entryViewOf = (entry: Entry, { withdrawn }: Standing): EntryView => {
  const mistake = withdrawn.get(entry.id);
  return {
    id: entry.id, at: entry.at.toISOString(), by: { kind: entry.by.kind, name: entry.by.name }, kind: entry.kind, data: entry.data,
    withdrawn: mistake === undefined ? null : { reason: mistake.data.reason, by: mistake.by.name, at: mistake.at.toISOString() },
  };
};

const brief = (row: { id: string; year: number; number: number; topic: string; received_at: Date }) => ({ id: row.id, label: labelOf(row.year, row.number), topic: row.topic, receivedAt: row.received_at.toISOString() });

/** Which versions hold on a day: one of each sector and kind. */
export const inForce = (terms: readonly StoredTerm[], on: string): ReadonlySet<string> =>
  new Set(terms.flatMap(({ sector: of, kind }) => termOn(terms, { sector: of, kind, on })?.id ?? []));

/** A complaint with everything: what its tables say, what its case says of it, and what the rules say of both today. */
export const viewOf = async (reader: Reader, found: LoadedComplaint, now: Date): Promise<ComplaintView> => {
  const [calendar, company, entries, terms, letter] = await Promise.all([calendarFor(reader, found, now), companyOf(reader), entriesOf(reader, found.id), allTerms(reader), onItsWay(reader, found.id)]);
  const [others, repeats, requests, files, seenEventId] = await Promise.all([
    othersOf(reader, found), found.repeats_id === null ? undefined : briefOf(reader, found.repeats_id), viewsOnCase(reader, found.case_id, now),
    found.message_id === null ? [] : filesOf(reader, found.message_id), lastEventOf(reader, found.case_id),
  ]);
  const { timeZone } = calendar;
  const standing = standingOf(entries);
  const row = rowOf(found, { timeZone, now });
  const term = terms.find(({ id }) => id === found.term_id)!;
  const started = startedOn(found, calendar);
  const owed = found.answered_at === null ? indemnityOwed({ term: termOf(found), startedOn: started, dueOn: row.dueOn, on: localDateAt(timeZone, now) }, calendar) : found.indemnity_cents;
  return {
    ...row,
    details: detailsOf(found),
    registeredAt: found.registered_at.toISOString(),
    registeredBy: found.registrarName,
    proof: found.proof,
    said: found.said,
    messageId: found.message_id,
    files,
    term: { ...term, isInForce: inForce(terms, localDateAt(timeZone, now)).has(term.id) },
    firstDueOn: dayEndingAt(timeZone, found.first_due_at),
    longestOn: longestOn(termOf(found), started, calendar),
    acknowledgedAt: found.acknowledged_at?.toISOString() ?? null,
    interimAt: found.interim_at?.toISOString() ?? null,
    annulledAt: found.annulled_at?.toISOString() ?? null,
    repeats: repeats === undefined ? null : brief(repeats),
    others: others.map(brief),
    requests: requests.map(({ id, department, question, askedAt, dueAt, settledAt }) => ({ id, department: department.name, question, askedAt, dueAt, settledAt })),
    indemnityCents: found.annulled_at === null ? owed : 0,
    paidCents: standing.paidCents,
    payments: [...standing.payments],
    actions: [...standing.actions],
    escalations: [...standing.escalations],
    onItsWay: letter === undefined ? null : { kind: letter.kind as 'interim', pendingId: letter.pendingId, sendAt: letter.sendAt.toISOString() },
    entries: entries.map((entry) => entryViewOf(entry, standing)),
    letter: {
      language: found.language as 'it' | 'en', customerName: found.complainant, writerDepartment: found.departmentName, companyName: company.name, timeZone, seenEventId,
      isCaseOpen: isOpen(found.caseStatus as 'open'),
    },
  };
};
