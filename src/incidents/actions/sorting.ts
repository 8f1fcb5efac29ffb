import type { Services } from '#base/services.ts';
import { inWork, type Actor, type Work } from '#base/work.ts';
import { memberOf } from '#cases/index.ts';
import { accessIncident, named } from '../access.ts';
import { incidentCaseEvents, type Standing } from '../contract.ts';
import * as queries from '../queries/cases.ts';
import { lookForCases } from './looking.ts';

interface Sorting {
  readonly caseIds: readonly string[];
  readonly stands: Standing;
}

type Sorted = { sorted: number; leftOut: number };

// Each linked case has its own line in its history, and one transaction carries two hundred of them at most.
const atOnce = 100;

/** Links cases, dismisses them or puts them back, in portions: three hundred are sorted with one press. */
export const sortCases = async (services: Services, actor: Actor, { incidentId, caseIds, stands }: Sorting & { readonly incidentId: string }): Promise<Sorted> => {
  const total: Sorted = { sorted: 0, leftOut: 0 };
  const all = [...new Set(caseIds)];
  for (let from = 0; from < all.length; from += atOnce) {
    const { sorted, leftOut } = await inWork(services, actor, (work) => sortSome(work, incidentId, { caseIds: all.slice(from, from + atOnce), stands }));
    total.sorted += sorted;
    total.leftOut += leftOut;
  }
  return total;
};

export const sortSome = async (work: Work, incidentId: string, { caseIds, stands }: Sorting): Promise<Sorted> => {
  const incident = await accessIncident(work, incidentId);
  const able = await queries.sortableCases(work.tx, incidentId, caseIds);
  if (able.length === 0) return { sorted: 0, leftOut: caseIds.length };
  const before = await queries.standingOf(work.tx, incidentId, able);
  const sorted = await queries.sortCases(work.tx, incidentId, { caseIds: able, stands, by: memberOf(work), now: work.now });
  for (const { caseId, words } of sorted) {
    if (stands === 'linked') work.emit(incidentCaseEvents['incident.linked'](caseId, { ...named(incident), words }));
    else if (before.get(caseId) === 'linked') work.emit(incidentCaseEvents['incident.unlinked'](caseId, named(incident)));
    else work.tell('case', caseId);
  }
  // What its cases have in common has changed, and with it which others look like it.
  if (sorted.length > 0 && incident.state !== 'resolved') work.enqueue(lookForCases, { incidentId }, `incident ${incidentId}`);
  work.tell('incident', incidentId);
  return { sorted: sorted.length, leftOut: caseIds.length - able.length };
};
