import type { Reader } from '#base/db/db.ts';
import type { Caller } from '#base/http/caller.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { memberById } from '#people/index.ts';
import type { AnswerInput } from '../contract.ts';
import { departmentsOf, type Boarder } from '../queries/board.ts';
import { requestById, type LoadedRequest } from '../queries/requests.ts';
import { departmentSays, type DepartmentWords, type Heard } from './department-says.ts';
import { letGo, take } from './take.ts';

/** The gate of a department's board: theirs, or not there. */
export const accessOurs = async (reader: Reader, id: string, boarder: Boarder): Promise<LoadedRequest> => {
  const request = await requestById(reader, id);
  const ours = await departmentsOf(reader, boarder);
  if (request === undefined || request.withdrawnAt !== null || !ours.some((one) => one.id === request.department.id)) throw new NotFound();
  return request;
};

type Words = Pick<DepartmentWords, 'kind' | 'text' | 'choice' | 'promisedFor' | 'whoseIsIt'>;

const say = async (work: Work, id: string, { caller, words }: { caller: Caller; words: Words }): Promise<Heard | Refusal> => {
  await accessOurs(work.tx, id, caller);
  const byAddress = (await memberById(work.tx, caller.memberId))?.email ?? null;
  const written = { byName: caller.actor.name, byAddress, via: 'app', folded: '', files: [], rawMailId: null, onlyNote: false } as const;
  return departmentSays(work, id, { ...words, ...written });
};

export const answerAsMember = (work: Work, id: string, { caller, body }: { caller: Caller; body: AnswerInput }): Promise<Heard | Refusal> =>
  say(work, id, { caller, words: { kind: 'answer', choice: body.choice, promisedFor: body.promisedFor, text: body.text ?? '', whoseIsIt: null } });

export const askBackAsMember = (work: Work, id: string, { caller, text }: { caller: Caller; text: string }): Promise<Heard | Refusal> =>
  say(work, id, { caller, words: { kind: 'question_back', choice: null, promisedFor: null, text, whoseIsIt: null } });

export const refuseAsMember = (work: Work, id: string, { caller, body }: { caller: Caller; body: { text: string; whoseIsIt: string } }): Promise<Heard | Refusal> =>
  say(work, id, { caller, words: { kind: 'not_ours', choice: null, promisedFor: null, ...body } });

export const takeAsMember = async (work: Work, id: string, { caller, over }: { caller: Caller; over: boolean }): Promise<{ id: string } | Refusal> => {
  await accessOurs(work.tx, id, caller);
  const member = await memberById(work.tx, caller.memberId);
  return take(work, id, { name: caller.actor.name, memberId: caller.memberId, address: member?.email ?? null, over });
};

export const letGoAsMember = async (work: Work, id: string, caller: Caller): Promise<{ id: string } | Refusal> => {
  await accessOurs(work.tx, id, caller);
  return letGo(work, id);
};
