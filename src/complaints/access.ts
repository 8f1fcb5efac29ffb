import { NotFound } from '#base/http/failures.ts';
import type { Reader } from '#base/db/db.ts';
import type { Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import type { WorkCalendar } from '#calendar/rules.ts';
import { accessCase, accessCaseToRead } from '#cases/index.ts';
import { indemnityRule, type EntryData, type EntryKind } from './contract.ts';
import { addEntry } from './queries/entries.ts';
import { caseOf, changeComplaint, complaintById, lockComplaint, type LoadedComplaint } from './queries/complaints.ts';
import { labelOf, localDateAt, type ComplaintFacts, type Indemnity, type Term } from './rules.ts';

/** The gate to a complaint: through the gate of its case, which is held first, as in everything that happens to it. */
export const accessComplaint = async (work: Work, id: string): Promise<LoadedComplaint> => {
  const caseId = await caseOf(work.tx, id);
  if (caseId === undefined) throw new NotFound();
  await accessCase(work, caseId);
  const found = await lockComplaint(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

/** The same for reading: nothing is held. */
export const accessComplaintToRead = async (reader: Reader, id: string): Promise<LoadedComplaint> => {
  const found = await complaintById(reader, id);
  if (found === undefined) throw new NotFound();
  await accessCaseToRead(reader, found.case_id);
  return found;
};

export const labelFor = ({ year, number }: Pick<LoadedComplaint, 'year' | 'number'>): string => labelOf(year, number);

/** What every event of a complaint says. */
export const named = (found: Pick<LoadedComplaint, 'id' | 'year' | 'number'>) => ({ complaintId: found.id, label: labelFor(found) });

export const factsOf = (found: LoadedComplaint): ComplaintFacts => ({
  acknowledgedAt: found.acknowledged_at, interimAt: found.interim_at, answeredAt: found.answered_at, closedAt: found.closed_at, annulledAt: found.annulled_at,
  dueAt: found.due_at, isWriting: Boolean(found.isWriting),
});

export const termOf = (found: LoadedComplaint): Term & { readonly indemnity: Indemnity | null } => ({
  days: found.days, counts: found.counts as Term['counts'], longestDays: found.longestDays, indemnity: found.indemnity === null ? null : indemnityRule.parse(found.indemnity),
});

/** The calendar in which its days are counted: that of the department which has the case. */
export const calendarFor = (reader: Reader, { caseDepartmentId }: Pick<LoadedComplaint, 'caseDepartmentId'>, now: Date): Promise<WorkCalendar> =>
  calendarOfDepartment(reader, caseDepartmentId, now);

/** The day from which its term counts. */
export const startedOn = ({ starts, received_at, registered_at }: Pick<LoadedComplaint, 'starts' | 'received_at' | 'registered_at'>, { timeZone }: WorkCalendar): string =>
  localDateAt(timeZone, starts === 'registered' ? registered_at : received_at);

interface Said<Kind extends EntryKind> {
  readonly kind: Kind;
  readonly data: EntryData<Kind>;
  /** How it stands after it. */
  readonly change?: Parameters<typeof changeComplaint>[2];
}

/** Writes what is said of a complaint, and how it stands from then on; returns the id of the entry. */
export const record = async <Kind extends EntryKind>(work: Work, { id }: Pick<LoadedComplaint, 'id'>, { kind, data, change }: Said<Kind>): Promise<string> => {
  if (change !== undefined) await changeComplaint(work.tx, id, change);
  work.tell('complaint', id);
  return addEntry(work.tx, { complaintId: id, kind, data, by: work.actor, now: work.now });
};
