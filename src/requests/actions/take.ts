import { NotFound } from '#base/http/failures.ts';
import type { Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Actor, type Work } from '#base/work.ts';
import { accessByToken, accessRequest, type OnRequest } from '../access.ts';
import { requestEvents } from '../contract.ts';
import { updateRequest } from '../queries/requests.ts';
import { isOpen, mayTake } from '../rules.ts';
import { noteSeen } from './seen.ts';

type Done = { id: string } | Refusal;

export interface Taker {
  readonly name: string;
  /** Null for who has no account. */
  readonly memberId: string | null;
  readonly address: string | null;
  /** They know that somebody else has it, and take it over. */
  readonly over: boolean;
}

const about = ({ request }: OnRequest) => ({ requestId: request.id, department: { id: request.department.id, name: request.department.name } });

/** A colleague says "I have it": their colleagues need not look, and the owner knows whom to think of. No clock is touched. */
export const take = async (work: Work, requestId: string, taker: Taker): Promise<Done> => {
  const on = await accessRequest(work, requestId);
  const { takenBy } = on.request;
  const refusal = mayTake(on.request, taker.name, taker.over);
  if (refusal !== null) return refusal;
  await noteSeen(work, on, taker.name);
  if (takenBy === taker.name) return { id: requestId };
  await updateRequest(work.tx, requestId, { taken_at: work.now, taken_by: taker.name, taken_by_member_id: taker.memberId, taken_by_address: taker.address });
  work.emit(requestEvents['request.taken'](on.found.id, { ...about(on), by: taker.name, insteadOf: takenBy }));
  return { id: requestId };
};

/** Whoever had it leaves it to the others. Done twice, it is done. */
export const letGo = async (work: Work, requestId: string): Promise<Done> => {
  const on = await accessRequest(work, requestId);
  const { takenBy } = on.request;
  if (takenBy === null || !isOpen(on.request)) return { id: requestId };
  await updateRequest(work.tx, requestId, { taken_at: null, taken_by: null, taken_by_member_id: null, taken_by_address: null });
  work.emit(requestEvents['request.let_go'](on.found.id, { ...about(on), by: takenBy }));
  return { id: requestId };
};

/** Through a link. What was sent to the whole department does not say who opened it, so they say their name. */
const onPage = async (services: Services, token: string, name: string | null, act: (work: Work, link: { requestId: string; name: string; address: string }) => Promise<Done>): Promise<Done> => {
  const { forName } = await accessByToken(services.db, token, services.clock.now());
  const actor: Actor = { kind: 'colleague', id: null, name: name ?? forName };
  return inWork(services, actor, async (work) => {
    const link = await accessByToken(work.tx, token, work.now);
    const { request } = await accessRequest(work, link.requestId);
    if (request.withdrawnAt !== null) throw new NotFound();
    return act(work, { requestId: link.requestId, name: name ?? link.forName, address: link.forAddress });
  });
};

export const takeOnPage = (services: Services, token: string, { name, over }: { name: string | null; over: boolean }): Promise<Done> =>
  onPage(services, token, name, (work, link) => take(work, link.requestId, { name: link.name, memberId: null, address: link.address, over }));

export const letGoOnPage = (services: Services, token: string): Promise<Done> => onPage(services, token, null, (work, link) => letGo(work, link.requestId));
