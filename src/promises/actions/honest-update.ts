import { hour, type Instant } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { addWorkingTime } from '#calendar/rules.ts';
import { accessCaseToRead, layReplyReady, type LoadedCase } from '#cases/index.ts';
import { isOpen } from '#cases/rules.ts';
import { customerById } from '#customers/index.ts';
import { latestWords, requestToExplain, updatesOf } from '../queries/around.ts';
import { claimBehind } from '../queries/due.ts';
import { openOf } from '../queries/promises.ts';
import { courtesyOf, draftUpdate, nextWordAt } from '../rules.ts';
import { tellNear } from './calling.ts';
import { caseOf } from './commit.ts';

/** Half a working day: what a customer is told after it is worth telling, and is told on the same day or the next morning. */
const halfADay = 4 * hour;

/**
 * A department is late: whoever keeps a promise that rests on it hears so at once, and an honest update waits for them. To be called
 * for `request.late` and for each step that a request climbs; twice does nothing twice.
 */
export const requestIsLate = async (work: Work, { requestId, caseId }: { readonly requestId: string; readonly caseId: string }): Promise<void> => {
  for (const behind of await claimBehind(work.tx, requestId, work.now)) await tellNear(work, behind, 'request_late');
  await layUpdateReady(work, caseId, requestId);
};

/** The next word is due soon: an update waits for its writer. Hears `case.next_update_near`. */
export const prepareUpdate = (work: Work, event: { readonly kind: string; readonly caseId: string | null }): Promise<void> =>
  layUpdateReady(work, caseOf(event), null);

/** Lays an honest update ready, unless a reply waits already, nobody is there to sign it, or it is the customer who has the word. */
const layUpdateReady = async (work: Work, caseId: string, requestId: string | null): Promise<void> => {
  const found = await accessCaseToRead(work.tx, caseId);
  if (!isOpen(found.status) || found.owner === null || found.status === 'waiting_customer') return;
  const updates = await updatesOf(work.tx, caseId);
  if (updates.waits) return;
  const update = await composeUpdate(work, found, { requestId, updatesBefore: updates.sent, leavesByItself: false });
  await layReplyReady(work, { caseId, reason: 'update', requestId: update.requestId, text: update.text });
};

interface Composing {
  /** The request to speak of; null: the one that has been owed for longest, if any. */
  readonly requestId: string | null;
  readonly updatesBefore: number;
  readonly leavesByItself: boolean;
}

/** An honest update from what is known of the case now, and the instant that it names. */
export const composeUpdate = async (work: Work, found: LoadedCase, composing: Composing): Promise<{ text: string; newDueAt: Instant; requestId: string | null }> => {
  const { requestId, updatesBefore, leavesByItself } = composing;
  const request = await requestToExplain(work.tx, found.id, requestId);
  const customer = await customerById(work.tx, found.customerId);
  const { newDueAt, timeZone } = await nextWord(work, found);
  const text = draftUpdate({
    customerName: customer?.name ?? '',
    language: found.language,
    courtesy: courtesyOf(await latestWords(work.tx, found.id)),
    leavesByItself,
    askedDepartment: request === undefined ? null : { name: request.department, isOutside: request.kind === 'supplier' },
    askedAt: request?.askedAt ?? null,
    seen: request?.seenAt ?? null,
    lastTurn: request === undefined || request.questionedAt === null ? null : { kind: 'question_back', at: request.questionedAt },
    reminded: (request?.climbedTo ?? 0) > 0,
    newDueAt,
    ownerName: found.owner?.name ?? '',
    updatesBefore,
    now: work.now,
    timeZone,
  });
  return { text, newDueAt, requestId: request?.id ?? null };
};

const nextWord = async (work: Work, found: LoadedCase): Promise<{ newDueAt: Instant; timeZone: string }> => {
  const calendar = await calendarOfDepartment(work.tx, found.departmentId, work.now);
  const halfADayOn = addWorkingTime(calendar, work.now, halfADay);
  if (isRefusal(halfADayOn)) throw new Error(`The calendar of department ${found.departmentId} never opens.`);
  const [nearest] = await openOf(work.tx, found.id);
  return { newDueAt: nextWordAt({ promisedAt: nearest?.dueAt ?? null, halfADayOn }), timeZone: calendar.timeZone };
};
