import { minute, plus } from '#base/clock.ts';
import type { Due } from '#base/due.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { followTo, notify } from '#notices/index.ts';
import { accessCaseToRead } from '#cases/index.ts';
import { headOf, leadsOf, membersByIds } from '#people/index.ts';
import { accessComplaint, calendarFor, labelFor, named, record } from '../access.ts';
import { complaintEvents } from '../contract.ts';
import { claimDue, earliest } from '../queries/due.ts';
import { followMessages, type LoadedComplaint } from '../queries/complaints.ts';
import { dayEndingAt } from '../rules.ts';

export const complaintsDue: Due = (reader) => [{ at: earliest(reader, 'remind') }, { at: earliest(reader, 'call') }, { at: earliest(reader, 'late') }];

/** Reminds whoever has it, calls the head and the leads when the term is near, and all of them when it has passed. */
export const watchComplaints = (services: Services): Promise<void> =>
  inWork(services, system, async (work) => {
    for (const id of await claimDue(work.tx, 'remind', work.now)) await remind(work, await accessComplaint(work, id));
    for (const id of await claimDue(work.tx, 'call', work.now)) await call(work, await accessComplaint(work, id));
    for (const id of await claimDue(work.tx, 'late', work.now)) await callLate(work, await accessComplaint(work, id));
  });

const dueOnOf = async (work: Work, found: LoadedComplaint): Promise<string> => dayEndingAt((await calendarFor(work.tx, found, work.now)).timeZone, found.due_at);

const notice = (found: LoadedComplaint, memberId: string, kind: 'complaint_near' | 'complaint_late') => ({
  memberId, kind, caseId: found.case_id,
  facts: {
    key: found.id, caseNumber: found.caseNumber, customer: found.customerName, what: labelFor(found), // The last minute of the day: its end would be read as the next morning.
    dueAt: plus(found.due_at, -minute).toISOString(),
  },
});

/** Of a complaint that nobody has, the leads are told. */
const whoHasIt = async (work: Work, { hasId }: LoadedComplaint): Promise<string[]> => (hasId === null ? (await leadsOf(work.tx)).map(({ id }) => id) : [hasId]);

const whoAnswersForIt = async (work: Work, found: LoadedComplaint): Promise<string[]> => {
  const head = await headOf(work.tx, found.department_id, work.now);
  const all = [...(await whoHasIt(work, found)), ...(head === null ? [] : [head.id]), ...(await leadsOf(work.tx)).map(({ id }) => id)];
  return [...new Set(all)];
};

const namesOf = async (work: Work, ids: readonly string[]): Promise<string[]> => [...(await membersByIds(work.tx, ids)).values()].map(({ name }) => name).toSorted();

const remind = async (work: Work, found: LoadedComplaint): Promise<void> => {
  const dueOn = await dueOnOf(work, found);
  await record(work, found, { kind: 'reminded', data: { dueOn } });
  work.emit(complaintEvents['complaint.near'](found.case_id, { ...named(found), dueOn }));
  for (const memberId of await whoHasIt(work, found)) await notify(work, notice(found, memberId, 'complaint_near'));
};

const call = async (work: Work, found: LoadedComplaint): Promise<void> => {
  const called = await whoAnswersForIt(work, found);
  await record(work, found, { kind: 'called', data: { dueOn: await dueOnOf(work, found), names: await namesOf(work, called) } });
  for (const memberId of called) await notify(work, notice(found, memberId, 'complaint_near'));
};

const callLate = async (work: Work, found: LoadedComplaint): Promise<void> => {
  const dueOn = await dueOnOf(work, found);
  const called = await whoAnswersForIt(work, found);
  await record(work, found, { kind: 'late', data: { dueOn, names: await namesOf(work, called) } });
  work.emit(complaintEvents['complaint.late'](found.case_id, { ...named(found), dueOn }));
  for (const memberId of called) await notify(work, notice(found, memberId, 'complaint_late'));
};

interface Pair {
  readonly caseId: string | null;
  readonly data: { readonly otherId: string };
}

/** A complaint lives where its message stands, and its calls with it. Hears `case.merged`, `case.unmerged`, `case.split`, `case.unsplit`. */
export const followComplaints = async (work: Work, { caseId, data: { otherId } }: Pair): Promise<void> => {
  if (caseId === null) return;
  for (const moved of await followMessages(work.tx, [caseId, otherId])) {
    const { number } = await accessCaseToRead(work.tx, moved.caseId);
    await followTo(work, { kinds: ['complaint_near', 'complaint_late'], key: moved.id, to: { id: moved.caseId, number } });
    work.tell('complaint', moved.id);
  }
};
