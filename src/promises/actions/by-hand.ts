import { NotFound } from '#base/http/failures.ts';
import type { Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { accessCase } from '#cases/index.ts';
import type { PromiseView } from '../contract.ts';
import { claimBrokenAmong } from '../queries/due.ts';
import { lockPromises, promiseById, promiseViewById, type LoadedPromise } from '../queries/promises.ts';
import { mayKeep, mayRelease } from '../rules.ts';
import { tellBroken } from './calling.ts';
import { keepPromise, letOff } from './commit.ts';

/** The one gate to a promise: through the gate of its case. Broken already, if it fell due before anybody looked. */
const accessPromise = async (work: Work, id: string): Promise<LoadedPromise> => {
  const found = await promiseById(work.tx, id);
  if (found === undefined) throw new NotFound();
  await accessCase(work, found.caseId);
  for (const broken of await claimBrokenAmong(work.tx, [id], work.now)) await tellBroken(work, broken);
  const held = (await lockPromises(work.tx, found.caseId, [id])).get(id);
  if (held === undefined) throw new NotFound();
  return held;
};

export const keepInAnotherWay = async (work: Work, id: string, how: string): Promise<PromiseView | Refusal> => {
  const promise = await accessPromise(work, id);
  const refusal = mayKeep(promise);
  if (refusal !== null) return refusal;
  await keepPromise(work, promise, { how });
  return promiseViewById(work.tx, id, work.now);
};

export const releaseByCustomer = async (work: Work, id: string, reason: string): Promise<PromiseView | Refusal> => {
  const promise = await accessPromise(work, id);
  const refusal = mayRelease(promise, work.now);
  if (refusal !== null) return refusal;
  await letOff(work, promise, 'let_off', reason);
  return promiseViewById(work.tx, id, work.now);
};
