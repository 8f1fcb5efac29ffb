import type { Caller } from '#base/http/caller.ts';
import type { Served } from '#base/http/serve.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Reader } from '#base/db/db.ts';
import type { Services } from '#base/services.ts';
import { inWork } from '#base/work.ts';
import { accessOurs, answerAsMember, askBackAsMember, letGoAsMember, refuseAsMember, takeAsMember } from '../actions/on-board.ts';
import * as contract from '../contract.ts';
import type { BoardItem, BoardView } from '../contract.ts';
import { boardRows, departmentsOf } from '../queries/board.ts';
import type { LoadedRequest } from '../queries/requests.ts';
import { storiesOf } from '../queries/stories.ts';
import { isLate, isOpen, settledAt, stateOf } from '../rules.ts';

/** A department's own board. Every act looks at whose request it is, inside the transaction. */
export const serveBoard = (served: Served): void => {
  served.member(contract.readBoard, ({ services, caller }) => boardFor(services, caller));
  const shown = async (services: Services, caller: Caller, { id, done }: { id: string; done: unknown }): Promise<BoardItem | Refusal> =>
    isRefusal(done) ? done : itemById(services, caller, id);
  served.member(contract.takeOnBoard, async ({ services, caller, params: { id }, body }) =>
    shown(services, caller, { id, done: await inWork(services, caller.actor, (work) => takeAsMember(work, id, { caller, over: body.over })) }));
  served.member(contract.letGoOnBoard, async ({ services, caller, params: { id } }) =>
    shown(services, caller, { id, done: await inWork(services, caller.actor, (work) => letGoAsMember(work, id, caller)) }));
  served.member(contract.answerOnBoard, async ({ services, caller, params: { id }, body }) =>
    shown(services, caller, { id, done: await inWork(services, caller.actor, (work) => answerAsMember(work, id, { caller, body })) }));
  served.member(contract.askBackOnBoard, async ({ services, caller, params: { id }, body }) =>
    shown(services, caller, { id, done: await inWork(services, caller.actor, (work) => askBackAsMember(work, id, { caller, text: body.text })) }));
  served.member(contract.refuseOnBoard, async ({ services, caller, params: { id }, body }) =>
    shown(services, caller, { id, done: await inWork(services, caller.actor, (work) => refuseAsMember(work, id, { caller, body })) }));
};

const boardFor = async ({ db, clock }: Services, caller: Caller): Promise<BoardView> => {
  const now = clock.now();
  const departments = await departmentsOf(db, caller);
  const rows = await boardRows(db, departments.map(({ id }) => id), now);
  const items = await itemsOf(db, rows, { memberId: caller.memberId, now });
  const waiting = rows.filter(({ request }) => isOpen(request) && request.questionedAt === null);
  return { departments, items, waiting: waiting.length, late: waiting.filter(({ request }) => isLate(request, now)).length };
};

const itemById = async ({ db, clock }: Services, caller: Caller, id: string): Promise<BoardItem> => {
  const now = clock.now();
  const request = await accessOurs(db, id, caller);
  const caseNumber = (await boardRows(db, [request.department.id], now)).find((row) => row.request.id === id)?.caseNumber ?? 0;
  const [item] = await itemsOf(db, [{ request, caseNumber }], { memberId: caller.memberId, now });
  if (item === undefined) throw new Error(`Request ${id} was just read and has no view.`);
  return item;
};

interface Looking {
  readonly memberId: string;
  readonly now: Date;
}

const itemsOf = async (reader: Reader, rows: readonly { request: LoadedRequest; caseNumber: number }[], { memberId, now }: Looking): Promise<BoardItem[]> => {
  const ids = rows.map(({ request }) => request.id);
  const stories = await storiesOf(reader, ids);
  return rows.map(({ request, caseNumber }) => ({
    id: request.id,
    department: { id: request.department.id, name: request.department.name },
    caseNumber,
    question: request.question,
    why: request.why,
    choices: request.choices.map(({ label, asksDate }) => ({ label, asksDate })),
    fields: [...request.fields],
    urgency: request.urgency,
    askedBy: request.askedBy.name,
    askedAt: request.askedAt.toISOString(),
    dueAt: request.dueAt.toISOString(),
    state: stateOf(request, now),
    isLate: isLate(request, now),
    takenBy: request.takenBy,
    isMine: request.takenByMemberId === memberId,
    missing: request.sentBackAt === null ? null : (stories.get(request.id)?.lastSentBack?.missing ?? null),
    settledAt: settledAt(request)?.toISOString() ?? null,
    turns: (stories.get(request.id)?.turns ?? []).map(({ id, kind, by, text, choice, promisedFor, whoseIsIt, at }) => ({ id, kind, by, text, choice, promisedFor, whoseIsIt, at })),
  }));
};
