import { newId } from '#base/ids.ts';
import { day, plus } from '#base/clock.ts';
import type { Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { layReplyReady, showDepartmentWait } from '#cases/index.ts';
import type { StoredFile } from '#channels/intake.ts';
import { customerById } from '#customers/index.ts';
import { accessRequest, type OnRequest } from '../access.ts';
import { requestEvents } from '../contract.ts';
import { draftFromAnswer } from '../draft.ts';
import { insertFiles, insertTurn, saidSoFar } from '../queries/turns.ts';
import { openRequestsOf, updateRequest, type RequestChange } from '../queries/requests.ts';
import { isLate, isOpen, localDateAt, mayAnswer, mayRefuse, maySpeak, resume, saysTheSame, type Said } from '../rules.ts';
import { callAbout, nothingToWaitFor } from './calls.ts';
import { noteSeen } from './seen.ts';

export interface DepartmentWords extends Said {
  readonly byName: string;
  readonly via: 'email' | 'page' | 'app';
  readonly folded: string;
  readonly files: readonly StoredFile[];
  readonly rawMailId: string | null;
  /** Words that settle nothing: they are kept and their owner is called (a mail about a withdrawn request). */
  readonly onlyNote: boolean;
}

/** Where a colleague's words went: they settled or questioned the request, were added to it, or had been said already. */
export type Heard = 'settled' | 'questioned' | 'added' | 'known';

interface Hearing extends OnRequest {
  readonly said: DepartmentWords;
  readonly turnId: string;
}

/**
 * A department says something: an answer, a question of its own, or that it is not theirs. Said twice, it counts once; an answer after
 * the answer is added to it, and the owner is called again. It reaches the customer by a person only.
 */
export const departmentSays = async (work: Work, requestId: string, said: DepartmentWords): Promise<Heard | Refusal> => {
  const { request, found } = await accessRequest(work, requestId);
  const { turns, last } = await saidSoFar(work.tx, requestId);
  // Words that were sent back and come again are no second tap: their owner has to read them.
  if (request.sentBackAt === null && saysTheSame(said, last)) return 'known';
  const refusal = said.onlyNote ? null : (maySpeak(request, turns) ?? (await whyNot(work, { request, found }, said)));
  if (refusal !== null) return refusal;
  await noteSeen(work, { request, found }, said.byName);
  const turnId = newId(work.now);
  const { kind, byName, byAddress, via, text, folded, choice, promisedFor, whoseIsIt, rawMailId } = said;
  await insertTurn(work.tx, { id: turnId, requestId, kind, byMemberId: null, byName, byAddress, via, text, folded, choice, promisedFor, whoseIsIt, at: work.now, rawMailId });
  await insertFiles(work.tx, turnId, said.files.map((file) => ({ ...file, id: newId(work.now) })));
  const hearing = { request, found, said, turnId };
  if (kind === 'answer') return hearAnswer(work, hearing);
  return kind === 'question_back' ? hearQuestion(work, hearing) : hearNotOurs(work, hearing);
};

const farthestDate = 366 * day;

const whyNot = async (work: Work, { request }: OnRequest, said: DepartmentWords): Promise<Refusal | null> => {
  if (said.kind === 'not_ours') return mayRefuse(request);
  if (said.kind === 'question_back') return null;
  const { timeZone } = await calendarOfDepartment(work.tx, request.department.id, work.now);
  return mayAnswer(said, { choices: request.choices, today: localDateAt(timeZone, work.now), farthest: localDateAt(timeZone, plus(work.now, farthestDate)) });
};

const hearAnswer = async (work: Work, hearing: Hearing): Promise<Heard> => {
  const { request, found, said, turnId } = hearing;
  const isAddition = request.answeredAt !== null || request.withdrawnAt !== null;
  const dueAt = isAddition ? request.dueAt : await settle(work, hearing, { answered_at: work.now, refused_at: null });
  const judged = { ...request, dueAt, answeredAt: request.answeredAt ?? work.now, refusedAt: null };
  const { choice, promisedFor, byName: by } = said;
  work.emit(requestEvents['request.answered'](found.id, { ...about(hearing), turnId, by, choice, promisedFor, inTime: !isLate(judged, work.now), isAddition }));
  await callAbout(work, hearing, { kind: 'department_answered', key: turnId, what: [choice, said.text].filter(Boolean).join('. ') });
  if (request.withdrawnAt === null) await layReplyReady(work, { caseId: found.id, reason: 'answer', requestId: request.id, text: await draftFor(work, hearing) });
  return isAddition ? 'added' : 'settled';
};

const draftFor = async (work: Work, { request, found, said }: Hearing): Promise<string> =>
  draftFromAnswer({
    language: found.language,
    customer: (await customerById(work.tx, found.customerId))?.name ?? '',
    department: request.department.name,
    isSupplier: request.department.isSupplier,
    choice: said.choice,
    promisedFor: said.promisedFor,
    text: said.text,
  });

const hearQuestion = async (work: Work, hearing: Hearing): Promise<Heard> => {
  const { request, found, said, turnId } = hearing;
  const stops = isOpen(request) && request.questionedAt === null;
  if (stops) await updateRequest(work.tx, request.id, { questioned_at: work.now });
  work.emit(requestEvents['request.questioned'](found.id, { ...about(hearing), turnId, by: said.byName }));
  // One call while the question stands; a question after the answer is a call of its own.
  await callAbout(work, hearing, { kind: 'department_asked_back', key: isOpen(request) ? request.id : turnId, what: said.text });
  return stops ? 'questioned' : 'added';
};

const hearNotOurs = async (work: Work, hearing: Hearing): Promise<Heard> => {
  const { request, found, said, turnId } = hearing;
  const settles = isOpen(request);
  if (settles) await settle(work, hearing, { refused_at: work.now });
  const whoseIsIt = said.whoseIsIt ?? '';
  work.emit(requestEvents['request.refused'](found.id, { ...about(hearing), turnId, by: said.byName, whoseIsIt }));
  await callAbout(work, hearing, { kind: 'department_refused', key: turnId, reason: `${said.text} → ${whoseIsIt}` });
  return settles ? 'settled' : 'added';
};

const about = ({ request }: Hearing) => ({ requestId: request.id, department: { id: request.department.id, name: request.department.name } });

/** Ends the clocks, and says by when it was due in the end: a question that is still open moved that until now. */
const settle = async (work: Work, { request, found }: Hearing, change: RequestChange): Promise<Date> => {
  const { questionedAt } = request;
  const calendar = await calendarOfDepartment(work.tx, request.department.id, work.now);
  const dueAt = questionedAt === null ? request.dueAt : resume({ ...request, questionedAt }, work.now, calendar).dueAt;
  await updateRequest(work.tx, request.id, { ...change, due_at: dueAt, questioned_at: null, sent_back_at: null, next_climb_at: null });
  await nothingToWaitFor(work, request, found.id);
  const others = await openRequestsOf(work.tx, found.id);
  if (others.length === 0) await showDepartmentWait(work, found.id, false);
  return dueAt;
};
