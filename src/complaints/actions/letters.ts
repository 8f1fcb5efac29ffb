import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { prepareReply } from '#cases/index.ts';
import type { Commitments } from '#cases/contract/commitments.ts';
import { promisesOf } from '#promises/index.ts';
import { accessComplaint, calendarFor, factsOf, labelFor, startedOn, termOf } from '../access.ts';
import type { AnswerInput } from '../contract.ts';
import { interimMessages, insertLetter, type Letter } from '../queries/letters.ts';
import type { LoadedComplaint } from '../queries/complaints.ts';
import { termById } from '../queries/terms.ts';
import { contentOf, dayEndingAt, endOf, longestOn, mayAcknowledge, mayAnswer, mayInterim, missingOf } from '../rules.ts';
import { finalReplyPromise } from '../letters.ts';

interface Written {
  readonly text: string;
  readonly seenEventId: number;
  readonly undoSeconds: number;
}

type OnTheWay = { pendingId: string; sendAt: string } | Refusal;

interface Way extends Written {
  readonly act: 'updates' | 'resolves';
  readonly nextUpdateAt: string | null;
  readonly commitments?: Partial<Commitments>;
}

const nothing: Commitments = { makes: [], keeps: [], moves: [] };

/** By the one path of every reply: it can be taken back, and what the register says of it is written when it leaves. */
const send = async (work: Work, found: LoadedComplaint, content: Pick<Letter, 'kind' | 'data'>, way: Way): Promise<OnTheWay> => {
  const { commitments, ...said } = way;
  const onItsWay = await prepareReply(work, found.case_id, { ...said, commitments: { ...nothing, ...commitments }, to: [], cc: [], attachmentIds: [], preparedId: null });
  if (isRefusal(onItsWay)) return onItsWay;
  await insertLetter(work.tx, found.id, content as Letter, { pendingId: onItsWay.pendingId, now: work.now });
  work.tell('complaint', found.id);
  return onItsWay;
};

export const acknowledge = async (work: Work, id: string, { nextUpdateAt, ...written }: Written & { nextUpdateAt: string }): Promise<OnTheWay> => {
  const found = await accessComplaint(work, id);
  return mayAcknowledge(factsOf(found)) ?? send(work, found, { kind: 'acknowledgement', data: {} }, { ...written, act: 'updates', nextUpdateAt });
};

interface Interim extends Written {
  readonly reason: string;
  readonly finalOn: string;
  readonly nextUpdateAt: string | null;
}

/** Why it takes longer, and the day of the answer, which is a promise as any other (law 3): it may be kept or broken, and is told to the customer. */
export const sendInterim = async (work: Work, id: string, { reason, finalOn, nextUpdateAt, ...written }: Interim): Promise<OnTheWay> => {
  const found = await accessComplaint(work, id);
  const calendar = await calendarFor(work.tx, found, work.now);
  const limits = { finalOn, dueOn: dayEndingAt(calendar.timeZone, found.due_at), longestOn: longestOn(termOf(found), startedOn(found, calendar), calendar), now: work.now };
  const refusal = mayInterim(factsOf(found), limits);
  if (refusal !== null) return refusal;
  const keeps = await promisedDays(work, found);
  const makes = [{ text: finalReplyPromise[found.language as 'it' | 'en'](labelFor(found)), dueAt: endOf(calendar.timeZone, finalOn).toISOString(), requestId: null }];
  // A second interim reply moves the day that the first one promised; only a promise that still stands can be moved.
  const moves = keeps.map((promiseId) => ({ promiseId, dueAt: makes[0]!.dueAt, reason }));
  const commitments = moves.length > 0 ? { moves } : { makes };
  return send(work, found, { kind: 'interim', data: { reason, finalOn } }, { ...written, act: 'updates', nextUpdateAt, commitments });
};

/** The promises of a day that interim replies made and that still stand. */
const promisedDays = async (work: Work, found: LoadedComplaint, states: readonly string[] = ['open', 'in_danger']): Promise<string[]> => {
  const letters = await interimMessages(work.tx, found.id);
  return (await promisesOf(work.tx, found.case_id, work.now)).filter(({ messageId, state }) => letters.includes(messageId) && states.includes(state)).map(({ id }) => id);
};

/** The final reply. It keeps the day that was promised; without a further date it resolves the case. */
export const answer = async (work: Work, id: string, { outcome, assessment, grounds, correction, nextUpdateAt, ...written }: AnswerInput): Promise<OnTheWay> => {
  const found = await accessComplaint(work, id);
  const refusal = mayAnswer(factsOf(found));
  if (refusal !== null) return refusal;
  const term = await termById(work.tx, found.term_id);
  const goesOn = outcome === 'partly' || outcome === 'rejected';
  const content = contentOf({
    text: written.text, label: labelFor(found), contactName: work.actor.name, departmentName: found.departmentName, assessment, grounds, correction,
    nextBody: goesOn ? (term.nextBody?.[found.language as 'it' | 'en'] ?? null) : null,
  });
  const missing = missingOf(content);
  if (missing.length > 0) return refuse('complaint.content_missing', { missing: missing.join(' ') });
  const way: Way = { ...written, act: nextUpdateAt === null ? 'resolves' : 'updates', nextUpdateAt, commitments: { keeps: await promisedDays(work, found, ['open', 'in_danger', 'broken']) } };
  return send(work, found, { kind: 'final', data: { outcome, assessment, grounds, correction, content } }, way);
};
