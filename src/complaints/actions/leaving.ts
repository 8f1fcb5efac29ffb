import type { Work } from '#base/work.ts';
import { doneFor } from '#notices/index.ts';
import { accessComplaint, calendarFor, named, record, startedOn, termOf } from '../access.ts';
import { complaintEvents } from '../contract.ts';
import { leavingNow, letterLeft, withdrawLetter, type Letter } from '../queries/letters.ts';
import type { LoadedComplaint } from '../queries/complaints.ts';
import { clocksFor, dayEndingAt, indemnityOwed, localDateAt } from '../rules.ts';

interface Left {
  readonly caseId: string | null;
  readonly data: { readonly messageId: string };
}

/** The letter has left: now the register says so, and the clocks stand as it says. Hears `case.replied`. */
export const noteLetter = async (work: Work, { caseId, data: { messageId } }: Left): Promise<void> => {
  if (caseId === null) return;
  const letter = await leavingNow(work.tx, caseId, work.now);
  if (letter === undefined) return;
  await letterLeft(work.tx, letter.id, { messageId, now: work.now });
  const found = await accessComplaint(work, letter.complaintId);
  if (letter.kind === 'acknowledgement') return noteAcknowledgement(work, found, messageId);
  if (letter.kind === 'interim') return noteInterim(work, found, { messageId, ...letter.data });
  return noteAnswer(work, found, letter, messageId);
};

const noteAcknowledgement = async (work: Work, found: LoadedComplaint, messageId: string): Promise<void> => {
  await record(work, found, { kind: 'acknowledged', data: { messageId }, change: { acknowledged_at: work.now } });
  work.emit(complaintEvents['complaint.acknowledged'](found.case_id, named(found)));
};

/** What called because the term was near is settled; the new day has clocks of its own. */
const noteInterim = async (work: Work, found: LoadedComplaint, { messageId, reason, finalOn }: { messageId: string; reason: string; finalOn: string }): Promise<void> => {
  const { dueAt, remindAt, callAt } = clocksFor(finalOn, await calendarFor(work.tx, found, work.now));
  const change = { interim_at: work.now, due_at: dueAt, remind_at: remindAt, reminded_at: null, call_at: callAt, called_at: null, late_at: null, acknowledged_at: found.acknowledged_at ?? work.now };
  await record(work, found, { kind: 'interim_sent', data: { messageId, reason, finalOn }, change });
  await settleCalls(work, found);
  work.emit(complaintEvents['complaint.interim_sent'](found.case_id, { ...named(found), finalOn, reason }));
};

const noteAnswer = async (work: Work, found: LoadedComplaint, { data }: Extract<Letter, { kind: 'final' }>, messageId: string): Promise<void> => {
  const calendar = await calendarFor(work.tx, found, work.now);
  const on = localDateAt(calendar.timeZone, work.now);
  const indemnityCents = indemnityOwed({ term: termOf(found), startedOn: startedOn(found, calendar), dueOn: dayEndingAt(calendar.timeZone, found.due_at), on }, calendar);
  const withinTerm = work.now <= found.due_at;
  const change = { answered_at: work.now, outcome: data.outcome, indemnity_cents: indemnityCents, acknowledged_at: found.acknowledged_at ?? work.now };
  await record(work, found, { kind: 'answered', data: { messageId, ...data, withinTerm, indemnityCents }, change });
  await settleCalls(work, found);
  work.emit(complaintEvents['complaint.answered'](found.case_id, { ...named(found), outcome: data.outcome, withinTerm }));
};

/** Nobody has to be called about it any more. */
export const settleCalls = (work: Work, { id, case_id: caseId }: Pick<LoadedComplaint, 'id' | 'case_id'>): Promise<void> =>
  doneFor(work, { caseId, kinds: ['complaint_near', 'complaint_late'], key: id });

/** The letter was taken back or stopped: the register never had it. Hears `case.reply_taken_back` and `case.reply_stopped`. */
export const forgetLetter = async (work: Work, { data: { pendingId } }: { readonly data: { readonly pendingId: string } }): Promise<void> => {
  const complaintId = await withdrawLetter(work.tx, pendingId, work.now);
  if (complaintId !== undefined) work.tell('complaint', complaintId);
};
