import type { Refusal } from '#base/refusal.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Work } from '#base/work.ts';
import { accessByToken } from '../access.ts';
import type { ConclusionInput, TakingInput } from '../contract.ts';
import { lockOpportunity, type LoadedOpportunity } from '../queries/opportunities.ts';
import { conclude, letGo, noteRead, take } from './answer.ts';

type Done = { id: string } | Refusal;

/** Whoever holds a link acts by the name that they say, else by that of the addressee. The link is looked at again inside the transaction. */
const onPage = async <Result>(services: Services, { token, name }: { token: string; name: string | null }, act: (work: Work, found: LoadedOpportunity, by: string) => Promise<Result>): Promise<Result> => {
  const { forName } = await accessByToken(services.db, token, services.clock.now());
  const by = name ?? forName;
  return inWork(services, { kind: 'colleague', id: null, name: by }, async (work) => {
    const { opportunityId } = await accessByToken(work.tx, token, work.now);
    const found = await lockOpportunity(work.tx, opportunityId);
    if (found === undefined) throw new NotFound();
    return act(work, found, by);
  });
};

export const readOnPage = (services: Services, token: string): Promise<void> => onPage(services, { token, name: null }, (work, found, by) => noteRead(work, found, { by }));

export const takeOnPage = (services: Services, token: string, { name, over, withinDays }: TakingInput): Promise<Done> =>
  onPage(services, { token, name }, (work, found, by) => take(work, found, { by: { name: by, memberId: null }, over, withinDays }));

export const letGoOnPage = (services: Services, token: string): Promise<Done> => onPage(services, { token, name: null }, (work, found, by) => letGo(work, found, { name: by, memberId: null }));

export const concludeOnPage = (services: Services, token: string, said: ConclusionInput): Promise<Done> =>
  onPage(services, { token, name: said.name }, (work, found, by) => conclude(work, found, { by: { name: by, memberId: null }, said }));
